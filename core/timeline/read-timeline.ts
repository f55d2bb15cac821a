import { NO_DAY, type Catalog, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import type { Language } from '../model/language.ts'
import type { Grain, LaneField, Timeline } from '../model/timeline.ts'
import { automaticGrain, dayText } from '../model/calendar-units.ts'
import { countLanes } from './count-lanes.ts'
import { countRows, unitsOfRows } from './count-units.ts'
import { laneKeysOf, type TagLookup } from './lane-keys.ts'

/** What a timeline is made from. */
export interface TimelineInput {
  readonly catalog: Catalog
  /** The rows that pass the filter. */
  readonly rows: RowSet
  /** `auto` takes a grain that fits the span of the filtered articles. */
  readonly grain: Grain | 'auto'
  readonly lanes: LaneField | null
  readonly tagOf: TagLookup
  /** Language of the tags' names. */
  readonly language: Language
}

/**
 * Counts the articles of a filter, and of the whole archive behind it, by calendar unit and, if wanted, by lane.
 * Every article is counted: total = sum of the buckets + undated + imprecise. An article with several tags of the
 * lanes' kind stands in several lanes.
 */
export function readTimeline(input: TimelineInput): Timeline {
  const { catalog, rows } = input
  const { columns } = catalog
  const span = spanOf(columns, rows)
  const grain = input.grain === 'auto' ? automaticGrain(span === null ? 0 : span.to - span.from + 1) : input.grain
  const rowUnits = unitsOfRows(columns, grain)
  const counts = countRows(columns, rowUnits, rows)
  return {
    grain,
    span: span === null ? null : { from: dayText(span.from), to: dayText(span.to) },
    background: countRows(columns, rowUnits, null).buckets,
    lanes:
      input.lanes === null
        ? []
        : countLanes(catalog, laneKeysOf(catalog, input.lanes, input.tagOf, input.language), rowUnits, rows),
    ...counts,
  }
}

/** First and last day number that any dated row of the set may mean. */
function spanOf(columns: CatalogColumns, rows: RowSet): { readonly from: number; readonly to: number } | null {
  let from = Number.MAX_SAFE_INTEGER
  let to = Number.MIN_SAFE_INTEGER
  const { live, firstDay, lastDay, rows: count } = columns
  for (let row = 0; row < count; row += 1) {
    const first = firstDay[row] ?? NO_DAY
    if (live[row] !== 1 || rows[row] !== 1 || first === NO_DAY) continue
    if (first < from) from = first
    const last = lastDay[row] ?? first
    if (last > to) to = last
  }
  return from > to ? null : { from, to }
}
