import type { Command } from '../../commands/command.ts'
import { navigate } from '../../state/route-store.ts'

/** Commands of the tag registry. */
export const tagCommands: readonly Command[] = [
  {
    id: 'manage-tags',
    label: 'shell.manageTags',
    group: 'global',
    keys: [{ code: 'Digit3', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'tags' }),
  },
]
