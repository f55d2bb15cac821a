import type { Command } from '../../commands/command.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { toggleTable } from './open-unit.ts'

/** Commands of the timeline. */
export const timelineCommands: readonly Command[] = [
  {
    id: 'timeline',
    label: 'shell.goToTimeline',
    group: 'global',
    keys: [{ code: 'Digit2', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'timeline' }),
  },
  {
    id: 'timeline-table',
    label: 'timeline.toggleTable',
    group: 'global',
    keys: [{ code: 'KeyT', alt: true }],
    when: () => currentRoute().screen === 'timeline',
    run: toggleTable,
  },
]
