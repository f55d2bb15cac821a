import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { Language } from '../model/language.ts'
import type { TagLookup } from './lane-keys.ts'
import { readTimeline } from './read-timeline.ts'

/** What the timeline needs of the open archive. */
export interface TimelinePorts {
  readonly catalog: Catalog
  /** Rows that match a query within a filter; an empty query means all that pass the filter. */
  readonly matchingRows: (query: string, filter: ArticleFilter) => Promise<RowSet>
  readonly tagOf: TagLookup
  /** Language in which tags are named. */
  readonly language: () => Language
}

/** Makes the handlers of the timeline's requests. */
export function createTimelineHandlers(ports: TimelinePorts): Pick<RequestHandlers, 'timeline.read'> {
  return {
    'timeline.read': async ({ query, filter, grain, lanes }) =>
      readTimeline({
        catalog: ports.catalog,
        rows: await ports.matchingRows(query, filter),
        grain,
        lanes,
        tagOf: ports.tagOf,
        language: ports.language(),
      }),
  }
}
