import { dayNumber, dayText, firstDayOfUnit, unitOfDay } from './calendar-units.ts'
import type { Grain, TimelineBucket } from './timeline.ts'

/** A stretch of calendar units of one grain, both ends included. */
export interface UnitRange {
  readonly grain: Grain
  readonly first: number
  readonly last: number
}

/** First and last day of a period, `yyyy-MM-dd`. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

/** The units that hold the days of a period. */
export function unitsOf({ from, to }: DayRange, grain: Grain): UnitRange {
  return { grain, first: unitOfDay(dayNumber(from), grain), last: unitOfDay(dayNumber(to), grain) }
}

/** The days of one unit. */
export function daysOf(unit: number, grain: Grain): DayRange {
  return { from: dayText(firstDayOfUnit(unit, grain)), to: dayText(firstDayOfUnit(unit + 1, grain) - 1) }
}

/** Counts by unit number. */
export function countsOf(buckets: readonly TimelineBucket[], grain: Grain): ReadonlyMap<number, number> {
  return new Map(buckets.map(({ start, count }) => [unitOfDay(dayNumber(start), grain), count]))
}

/** Where a day lies on the range, as a share of its width: 0 at the first unit's beginning, 1 at the last one's end. */
export function placeOfDay(day: number, { grain, first, last }: UnitRange): number {
  const unit = unitOfDay(day, grain)
  const start = firstDayOfUnit(unit, grain)
  const length = firstDayOfUnit(unit + 1, grain) - start
  return (unit - first + (day - start) / length) / (last - first + 1)
}
