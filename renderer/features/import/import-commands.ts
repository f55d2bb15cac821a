import type { Command } from '../../commands/command.ts'
import { navigate } from '../../state/route-store.ts'

/** Commands of the import. */
export const importCommands: readonly Command[] = [
  {
    id: 'import',
    label: 'shell.import',
    group: 'global',
    keys: [{ code: 'KeyI', ctrl: true }],
    run: () => navigate({ screen: 'import' }),
  },
]
