import type { Command } from '../../commands/command.ts'
import { openDialog } from '../../state/dialog-store.ts'
import { targetArticles } from '../library/library-commands.ts'

/** Commands of the export. */
export const exportCommands: readonly Command[] = [
  {
    id: 'export',
    label: 'shell.exportPdf',
    group: 'global',
    keys: [{ code: 'KeyP', ctrl: true }],
    run: () => openDialog({ name: 'export', ids: targetArticles() }),
  },
]
