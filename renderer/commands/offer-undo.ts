import { errorText } from '../data/error-text.ts'
import { dismissToast, notify } from '../state/toast-store.ts'
import { claimUndo, rememberUndo } from '../state/undo-store.ts'
import type { CommandContext } from './command.ts'

/** Shows what a change did, with a way back that works once: from the message or by Ctrl+Z. */
export function offerUndo(
  { translate }: Pick<CommandContext, 'translate'>,
  label: string,
  undo: () => Promise<void>,
): void {
  const run = (): void => {
    if (!claimUndo(step)) return
    step.undo().then(
      () => notify(`${translate('shell.undone')}: ${label}`),
      (error: unknown) => notify(errorText(error, translate), { tone: 'error' }),
    )
  }
  const toast = notify(label, { action: { label: translate('shell.undo'), run } })
  const step = {
    label,
    undo: () => {
      dismissToast(toast)
      return undo()
    },
  }
  rememberUndo(step)
}
