import type { ArchiveFiles } from '../archive/yaml-list.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { SAVED_SEARCH_REQUESTS } from '../contract/saved-search-requests.ts'
import { createSavedSearches } from './saved-searches.ts'
import { createSearchHistory } from './search-history.ts'

/** What the handlers of kept searches need. */
export interface SavedSearchPorts {
  /** The archive's own small files. */
  readonly files: ArchiveFiles
  /** Absolute path of this user's history for the open archive. */
  readonly historyFile: string
}

/** Makes the handlers of the requests about searches that are kept. */
export function createSavedSearchHandlers(
  ports: SavedSearchPorts,
): Pick<RequestHandlers, keyof typeof SAVED_SEARCH_REQUESTS> {
  const searches = createSavedSearches(ports.files)
  const history = createSearchHistory(ports.historyFile)
  return {
    'searches.list': () => searches.list(),
    'searches.save': (search) => searches.save(search),
    'searches.delete': ({ id }) => searches.delete(id),
    'searches.history': () => history.list(),
    'searches.remember': ({ query }) => history.add(query),
    'searches.forget': async () => {
      await history.clear()
      return null
    },
  }
}
