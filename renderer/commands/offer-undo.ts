import { errorText } from '../data/error-text.ts'
import { notify } from '../state/toast-store.ts'
import { claimUndo, rememberUndo } from '../state/undo-store.ts'
import type { CommandContext } from './command.ts'

/** Shows what a change did, with a way back that works once: from the message or by Ctrl+Z. */
export function offerUndo(
  { translate }: Pick<CommandContext, 'translate'>,
  label: string,
  undo: () => Promise<void>,
): void {
  const step = { label, undo }
  rememberUndo(step)
  const run = (): void => {
    if (!claimUndo(step)) return
    undo().then(
      () => notify(`${translate('shell.undone')}: ${label}`),
      (error: unknown) => notify(errorText(error, translate), { tone: 'error' }),
    )
  }
  notify(label, { action: { label: translate('shell.undo'), run } })
}
