import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { ArchiveFiles } from '../archive/yaml-list.ts'
import type { RequestArgument, RequestHandlers } from '../contract/archive-api.ts'
import type { DocumentMade } from '../contract/results.ts'
import type { TIMELINE_REQUESTS } from '../contract/timeline-requests.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { Language } from '../model/language.ts'
import type { Timeline } from '../model/timeline.ts'
import { compareTags } from './compare-tags.ts'
import { drawTimeline } from './draw-timeline.ts'
import { findPeaks } from './find-peaks.ts'
import { laneKeysOf, type TagLookup } from './lane-keys.ts'
import { readMoments } from './moments.ts'
import { createTimelineNotes } from './notes.ts'
import { readMarks } from './read-marks.ts'
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
  /** Lays a finished file ready to be fetched. */
  readonly keepFile: (fileName: string, bytes: Uint8Array) => Promise<Pick<DocumentMade, 'document' | 'bytes'>>
}

type TimelineHandlers = Pick<RequestHandlers, keyof typeof TIMELINE_REQUESTS>

/** Makes the handlers of the timeline's requests. */
export function createTimelineHandlers(ports: TimelinePorts): TimelineHandlers {
  const { catalog, matchingRows, tagOf } = ports
  const notes = createTimelineNotes(ports.files)
  return {
    'timeline.read': async (argument) => count(ports, argument, await ports.language()),
    'timeline.marks': async ({ query, filter, lanes, limit }) => {
      const rows = await matchingRows(query, filter)
      const keys = lanes === null ? null : laneKeysOf(catalog, lanes, tagOf, await ports.language())
      return readMarks(catalog, rows, keys, limit)
    },
    'timeline.compare': async ({ query, filter, grain, tags, today }) => {
      const [rows, language] = [await matchingRows(query, filter), await ports.language()]
      return compareTags({ catalog, rows, limits: filter, grain, tags, tagOf, language, today })
    },
    'timeline.draw': async (argument) => {
      const { fileName, bytes } = await drawTimeline(await count(ports, argument, argument.language), {
        ...argument,
        limits: argument.filter,
        notes: await notes.list(),
      })
      return { ...(await ports.keepFile(fileName, bytes)), fileName, articles: 0, pages: 0 }
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

async function count(
  { catalog, matchingRows, tagOf }: TimelinePorts,
  argument: RequestArgument<'timeline.read'>,
  language: Language,
): Promise<Timeline> {
  const { query, filter, grain, lanes, page, stack } = argument
  const rows = await matchingRows(query, filter)
  const hasDays = filter.from !== null || filter.to !== null
  const anyTime = hasDays ? await matchingRows(query, { ...filter, from: null, to: null }) : undefined
  return readTimeline({
    catalog,
    rows,
    ...(anyTime === undefined ? {} : { anyTime }),
    limits: filter,
    grain,
    lanes,
    ...(page === undefined ? {} : { page }),
    stack: stack ?? null,
    tagOf,
    language,
  })
}
