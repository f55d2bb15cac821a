import type { Command } from '../../commands/command.ts'
import { navigate } from '../../state/route-store.ts'

/** Commands of the timeline. */
export const timelineCommands: readonly Command[] = [
  {
    id: 'timeline',
    label: 'shell.goToTimeline',
    group: 'global',
    keys: [{ code: 'Digit2', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'timeline' }),
  },
]
