import type { Command } from '../../commands/command.ts'
import { navigate } from '../../state/route-store.ts'

/** Commands of the screen about the archive itself. */
export const archiveCommands: readonly Command[] = [
  {
    id: 'archive',
    label: 'archive.title',
    group: 'global',
    keys: [{ code: 'Digit6', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'archive', article: null }),
  },
]
