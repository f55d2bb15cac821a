import { NO_DAY, type Catalog, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import { automaticGrain, dayNumber, dayText } from '../model/calendar-units.ts'
import type { Language } from '../model/language.ts'
import type { Grain, LaneField, LanePage, StackField, Timeline } from '../model/timeline.ts'
import { countLanes } from './count-lanes.ts'
import { countStack } from './count-stack.ts'
import { countRows, unitsOfRows } from './count-units.ts'
import { laneKeysOf, type TagLookup } from './lane-keys.ts'

/** Days of the filter, `yyyy-MM-dd` or null. */
export interface DayLimits {
  readonly from: string | null
  readonly to: string | null
}

/** What a timeline is made from. */
export interface TimelineInput {
  readonly catalog: Catalog
  /** The rows that pass the filter. */
  readonly rows: RowSet
  /** The rows that pass it but for its days; left out where it has none. */
  readonly anyTime?: RowSet
  readonly limits?: DayLimits
  /** `auto` takes a grain that fits the days of the filter, or else the span of the filtered articles. */
  readonly grain: Grain | 'auto'
  readonly lanes: LaneField | null
  readonly page?: LanePage
  readonly stack?: StackField | null
  readonly tagOf: TagLookup
  /** Language of the tags' names. */
  readonly language: Language
}

const NO_LIMITS: DayLimits = { from: null, to: null }

/**
 * Counts the articles of a filter, and of the whole archive behind it, by calendar unit and, if wanted, by lane and in
 * divided bars. Every article is counted: total = sum of the buckets + undated + imprecise. An article with several tags
 * of the lanes' kind stands in several lanes, but in one part of the divided bars.
 */
export function readTimeline(input: TimelineInput): Timeline {
  const { catalog, rows, tagOf, language, limits = NO_LIMITS } = input
  const { columns } = catalog
  const span = spanOf(columns, rows)
  const grain = input.grain === 'auto' ? automaticGrain(daysShown(span, limits)) : input.grain
  const rowUnits = unitsOfRows(columns, grain)
  const keysOf = (field: LaneField) => laneKeysOf(catalog, field, tagOf, language)
  const counted =
    input.lanes === null
      ? { lanes: [], laneCount: 0 }
      : countLanes({ catalog, keys: keysOf(input.lanes), rowUnits, rows, page: input.page ?? null, language })
  return {
    grain,
    span: span === null ? null : { from: dayText(span.from), to: dayText(span.to) },
    background: countRows(columns, rowUnits, null).buckets,
    stack: input.stack == null ? null : countStack({ catalog, keys: keysOf(input.stack), rowUnits, rows }),
    outside: countOutside(columns, input.anyTime, limits),
    ...counted,
    ...countRows(columns, rowUnits, rows),
  }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** First and last day number that any dated row of the set may mean. */
export function spanOf(columns: CatalogColumns, rows: RowSet): Span | null {
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

/** How many days a timeline of a span within the days of a filter shows. */
export function daysShown(span: Span | null, { from, to }: DayLimits): number {
  const first = from === null ? span?.from : dayNumber(from)
  const last = to === null ? span?.to : dayNumber(to)
  return first === undefined || last === undefined ? 0 : Math.max(0, last - first + 1)
}

function countOutside(
  { live, firstDay, lastDay, rows: count }: CatalogColumns,
  anyTime: RowSet | undefined,
  { from, to }: DayLimits,
): Timeline['outside'] {
  if (anyTime === undefined || (from === null && to === null)) return { dated: 0, undated: 0 }
  const first = from === null ? Number.MIN_SAFE_INTEGER : dayNumber(from)
  const last = to === null ? Number.MAX_SAFE_INTEGER : dayNumber(to)
  let dated = 0
  let undated = 0
  for (let row = 0; row < count; row += 1) {
    if (live[row] !== 1 || anyTime[row] !== 1) continue
    const day = firstDay[row] ?? NO_DAY
    if (day === NO_DAY) undated += 1
    else if (day > last || (lastDay[row] ?? day) < first) dated += 1
  }
  return { dated, undated }
}
