import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { ArchiveFiles } from '../archive/yaml-list.ts'
import type { RequestHandlers } from '../contract/archive-api.ts'
import type { TIMELINE_REQUESTS } from '../contract/timeline-requests.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { Language } from '../model/language.ts'
import { findPeaks } from './find-peaks.ts'
import type { TagLookup } from './lane-keys.ts'
import { readMoments } from './moments.ts'
import { createTimelineNotes } from './notes.ts'
import { readTimeline } from './read-timeline.ts'

/** What the timeline needs of the open archive. */
export interface TimelinePorts {
  readonly catalog: Catalog
  /** Rows that match a query within a filter; an empty query means all that pass the filter. */
  readonly matchingRows: (query: string, filter: ArticleFilter) => Promise<RowSet>
  readonly tagOf: TagLookup
  /** Language in which tags are named. */
  readonly language: () => Promise<Language>
  readonly files: ArchiveFiles
}

type TimelineHandlers = Pick<RequestHandlers, keyof typeof TIMELINE_REQUESTS>

/** Makes the handlers of the timeline's requests. */
export function createTimelineHandlers(ports: TimelinePorts): TimelineHandlers {
  const { catalog, matchingRows, tagOf } = ports
  const notes = createTimelineNotes(ports.files)
  return {
    'timeline.read': async ({ query, filter, grain, lanes }) => {
      const [rows, language] = [await matchingRows(query, filter), await ports.language()]
      return readTimeline({ catalog, rows, grain, lanes, tagOf, language })
    },
    'timeline.moments': async ({ query, filter, kind, today, leastDays }) => {
      const rows = await matchingRows(query, filter)
      return readMoments({ catalog, rows, kind, tagOf, today, leastDays })
    },
    'timeline.peaks': async ({ query, filter, grain, limit }) =>
      findPeaks(catalog, await matchingRows(query, filter), grain, limit),
    'timeline.notes': () => notes.list(),
    'timeline.saveNote': (note) => notes.save(note),
    'timeline.deleteNote': async ({ id }) => {
      await notes.remove(id)
      return null
    },
  }
}
