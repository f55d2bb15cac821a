import { formatCsv } from '../documents/formats/csv.ts'
import type { LaneField, StackField, Timeline, TimelineBucket } from '../model/timeline.ts'
import { countsOf, daysOf, unitsOf } from '../model/unit-range.ts'
import type { Translate } from '../translate/create-translator.ts'
import { laneLabel, segmentLabel } from '../translate/lane-label.ts'
import type { DayLimits } from './read-timeline.ts'

/** What the columns of the table are. */
export interface TableOptions {
  readonly lanes: LaneField | null
  readonly stack: StackField | null
  readonly limits: DayLimits
  readonly translate: Translate
}

/** Longer spans leave the empty units out. */
const MOST_ROWS = 20_000

interface Column {
  readonly name: string
  readonly buckets: readonly TimelineBucket[]
  readonly imprecise: number
  readonly undated: number
  readonly total: number
}

/**
 * The numbers of a timeline as CSV: a row for each unit, then what stands in no unit, then the totals. Every column adds
 * up to its total.
 */
export function timelineCsv(timeline: Timeline, options: TableOptions): string {
  const { translate } = options
  const columns = columnsOf(timeline, options)
  const header = [translate('timeline.firstDay'), translate('timeline.lastDay'), ...columns.map(({ name }) => name)]
  const counts = columns.map(({ buckets }) => countsOf(buckets, timeline.grain))
  const units = unitsShown(timeline, options.limits)
  const rows = units.map((unit) => {
    const { from, to } = daysOf(unit, timeline.grain)
    return [from, to, ...counts.map((column) => column.get(unit) ?? 0)]
  })
  const remainder = (name: string, of: (column: Column) => number) => [name, '', ...columns.map(of)]
  return formatCsv(
    header,
    [
      ...rows,
      remainder(translate('timeline.impreciseRow'), ({ imprecise }) => imprecise),
      remainder(translate('timeline.undatedRow'), ({ undated }) => undated),
      remainder(translate('timeline.totalRow'), ({ total }) => total),
    ],
    translate.language,
  )
}

function columnsOf(timeline: Timeline, { lanes, stack, translate }: TableOptions): readonly Column[] {
  return [
    { ...timeline, name: translate('timeline.articles') },
    ...(stack === null || timeline.stack === null
      ? []
      : timeline.stack.map((segment) => ({ ...segment, name: segmentLabel(segment, stack, translate) }))),
    ...(lanes === null ? [] : timeline.lanes.map((lane) => ({ ...lane, name: laneLabel(lane, lanes, translate) }))),
  ]
}

function unitsShown({ span, grain, buckets }: Timeline, { from, to }: DayLimits): readonly number[] {
  if (span === null) return []
  const counted = [...countsOf(buckets, grain).keys()]
  const range = unitsOf({ from: from ?? span.from, to: to ?? span.to }, grain)
  const first = Math.min(range.first, counted[0] ?? range.first)
  const last = Math.max(range.last, counted.at(-1) ?? range.last)
  if (last - first >= MOST_ROWS) return counted
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}
