import type { Command } from '../../commands/command.ts'
import { openDialog } from '../../state/dialog-store.ts'
import { currentRoute, isFilterEmpty } from '../../state/route-store.ts'

/** Screens that show what a search found. */
const SEARCHED_SCREENS: ReadonlySet<string> = new Set(['library', 'timeline'])

/** True where there is a search on the screen that is worth a name. */
function canSaveSearch(): boolean {
  const { screen, query, filter } = currentRoute()
  return SEARCHED_SCREENS.has(screen) && (query.trim() !== '' || !isFilterEmpty(filter))
}

/** Commands of the search. */
export const searchCommands: readonly Command[] = [
  {
    id: 'save-search',
    label: 'search.saveSearch',
    group: 'global',
    keys: [{ code: 'KeyS', ctrl: true }],
    when: canSaveSearch,
    run: () => openDialog({ name: 'save-search', search: null }),
  },
]
