import type { Command } from '../../commands/command.ts'
import { notify } from '../../state/toast-store.ts'
import { openDialog } from '../../state/dialog-store.ts'
import { targetArticles } from '../library/library-commands.ts'

/** Commands of the export. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export',
    label: 'shell.exportPdf',
    group: 'global',
    keys: [{ code: 'KeyP', ctrl: true }],
    run: ({ translate }) => {
      const ids = targetArticles()
      if (ids.length === 0) notify(translate('documents.chooseFirst'))
      else openDialog({ name: 'export', ids })
    },
  },
]
