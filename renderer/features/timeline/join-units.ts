import type { UnitRange } from '../../../core/model/unit-range.ts'
import { placesIn, type Tally } from './tally.ts'

/** One column of a chart: so many neighbouring units that it can be seen. */
export interface Column {
  /** Units from the first of the range. */
  readonly start: number
  readonly count: number
}

/** Columns of a range, all of the same width. */
export interface Columns {
  /** Units that share one column. */
  readonly width: number
  readonly columns: readonly Column[]
}

/**
 * The units of a range that have a count, joined where there are more than `most`. The highest count of those joined stands
 * for all, since a peak must not vanish.
 */
export function joinUnits(tally: Tally, { first, last }: UnitRange, most: number): Columns {
  const width = Math.ceil((last - first + 1) / most)
  const columns: Column[] = []
  const { from, end } = placesIn(tally, { first, last })
  let start = 0
  let highest = 0
  for (let place = from; place < end; place += 1) {
    const offset = (tally.units[place] ?? first) - first
    const column = offset - (offset % width)
    if (column !== start) {
      if (highest > 0) columns.push({ start, count: highest })
      start = column
      highest = 0
    }
    highest = Math.max(highest, tally.counts[place] ?? 0)
  }
  if (highest > 0) columns.push({ start, count: highest })
  return { width, columns }
}
