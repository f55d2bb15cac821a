import { NO_DAY, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import type { Grain, TimelineBucket } from '../model/timeline.ts'
import { dayText, firstDayOfUnit, unitOfDay } from '../model/calendar-units.ts'

/** Stands for an article without a date. */
const UNDATED = -2_147_483_648
/** Stands for an article whose date does not lie in one unit: known by month or year only. */
const IMPRECISE = -2_147_483_647

/** The unit of every row, or one of the two marks above. Rows that are not live hold `UNDATED`. */
export interface RowUnits {
  readonly grain: Grain
  readonly units: Int32Array
  /** Smallest and largest unit; `smallest` is above `largest` when no row has one. */
  readonly smallest: number
  readonly largest: number
}

/** Finds the unit of each live row. An article belongs to a unit if its whole possible period lies in it. */
export function unitsOfRows(columns: CatalogColumns, grain: Grain): RowUnits {
  const { live, firstDay, lastDay, rows } = columns
  const units = new Int32Array(rows).fill(UNDATED)
  const unitOf = unitTable(columns, grain)
  let smallest = Number.MAX_SAFE_INTEGER
  let largest = Number.MIN_SAFE_INTEGER
  for (let row = 0; row < rows; row += 1) {
    const first = firstDay[row] ?? NO_DAY
    if (live[row] !== 1 || first === NO_DAY) continue
    const last = lastDay[row] ?? first
    const unit = unitOf(first)
    if (first !== last && unitOf(last) !== unit) {
      units[row] = IMPRECISE
      continue
    }
    units[row] = unit
    if (unit < smallest) smallest = unit
    if (unit > largest) largest = unit
  }
  return { grain, units, smallest, largest }
}

/** Longer spans than a century are rare, and their table would not be worth its memory. */
const MOST_DAYS = 40_000

/** The unit of a day, from a table where the days of the catalog are not too far apart: articles outnumber days. */
function unitTable({ live, firstDay, lastDay, rows }: CatalogColumns, grain: Grain): (day: number) => number {
  if (grain === 'day') return (day) => day
  let from = Number.MAX_SAFE_INTEGER
  let to = Number.MIN_SAFE_INTEGER
  for (let row = 0; row < rows; row += 1) {
    const first = firstDay[row] ?? NO_DAY
    if (live[row] !== 1 || first === NO_DAY) continue
    if (first < from) from = first
    const last = lastDay[row] ?? first
    if (last > to) to = last
  }
  if (from > to || to - from > MOST_DAYS) return (day) => unitOfDay(day, grain)
  const table = new Int32Array(to - from + 1)
  for (let day = from; day <= to; day += 1) table[day - from] = unitOfDay(day, grain)
  return (day) => table[day - from] ?? unitOfDay(day, grain)
}

/** What counting a list of rows gave. total = sum of the buckets + undated + imprecise. */
export interface UnitCounts {
  readonly total: number
  readonly undated: number
  readonly imprecise: number
  readonly buckets: readonly TimelineBucket[]
}

/**
 * Makes a counter that is told rows one by one and then read out. One counter serves any number of lanes in turn: it
 * touches only the units that the lane has.
 */
export function createUnitCounter(rowUnits: RowUnits): {
  add(row: number): void
  /** Gives the counts since the last call and starts anew. */
  take(): UnitCounts
} {
  const width = Math.max(0, rowUnits.largest - rowUnits.smallest + 1)
  const counts = new Uint32Array(width)
  // The same few days begin the units of all lanes.
  const starts: string[] = []
  const startOf = (slot: number): string =>
    (starts[slot] ??= dayText(firstDayOfUnit(rowUnits.smallest + slot, rowUnits.grain)))
  let touched: number[] = []
  let total = 0
  let undated = 0
  let imprecise = 0

  const takeBuckets = (): readonly TimelineBucket[] => {
    touched.sort((one, other) => one - other)
    const buckets = touched.map((slot) => ({
      start: startOf(slot),
      count: counts[slot] ?? 0,
    }))
    for (const slot of touched) counts[slot] = 0
    touched = []
    return buckets
  }

  return {
    add: (row) => {
      total += 1
      const unit = rowUnits.units[row] ?? UNDATED
      if (unit === UNDATED) undated += 1
      else if (unit === IMPRECISE) imprecise += 1
      else {
        const slot = unit - rowUnits.smallest
        const before = counts[slot] ?? 0
        if (before === 0) touched.push(slot)
        counts[slot] = before + 1
      }
    },
    take: () => {
      const result: UnitCounts = { total, undated, imprecise, buckets: takeBuckets() }
      total = 0
      undated = 0
      imprecise = 0
      return result
    },
  }
}

/** Counts the live rows of a set; null means all live rows. */
export function countRows(columns: CatalogColumns, rowUnits: RowUnits, rows: RowSet | null): UnitCounts {
  const counter = createUnitCounter(rowUnits)
  const { live, rows: count } = columns
  for (let row = 0; row < count; row += 1) {
    if (live[row] === 1 && (rows === null || rows[row] === 1)) counter.add(row)
  }
  return counter.take()
}
