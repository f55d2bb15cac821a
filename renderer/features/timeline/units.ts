import { dayNumber, dayText, firstDayOfUnit, unitOfDay } from '../../../core/model/calendar-units.ts'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay, formatMonth, formatYear } from '../../../core/model/locale.ts'
import type { Grain, TimelineBucket } from '../../../core/model/timeline.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

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

/** Fewer bars than this would be as wide as a page. */
const LEAST_SHOWN = 12

/** The range with units added at both ends where it is too short to look at. */
export function widened(range: UnitRange): UnitRange {
  const missing = Math.max(0, LEAST_SHOWN - (range.last - range.first + 1))
  return { ...range, first: range.first - Math.ceil(missing / 2), last: range.last + Math.floor(missing / 2) }
}

/** The days of one unit. */
export function daysOf(unit: number, grain: Grain): DayRange {
  return { from: dayText(firstDayOfUnit(unit, grain)), to: dayText(firstDayOfUnit(unit + 1, grain) - 1) }
}

/** Counts by unit number. */
export function countsOf(buckets: readonly TimelineBucket[], grain: Grain): ReadonlyMap<number, number> {
  return new Map(buckets.map(({ start, count }) => [unitOfDay(dayNumber(start), grain), count]))
}

/** The last unit with articles: where a reader begins. Undefined where there are none. */
export function lastCounted(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts.keys()].at(-1)
}

/** What the grain is divided into when the user goes into a unit; null: a day has only its articles. */
export const FINER: Readonly<Record<Grain, Grain | null>> = {
  year: 'month',
  quarter: 'month',
  month: 'day',
  week: 'day',
  day: null,
}

/** A unit in words: `October 2025`. */
export function unitLabel(unit: number, grain: Grain, translate: Translate): string {
  const { from } = daysOf(unit, grain)
  const { language } = translate
  const year = from.slice(0, 4)
  switch (grain) {
    case 'year':
      return formatYear(year, language)
    case 'quarter':
      return translate('timeline.quarter', { quarter: String((Number(from.slice(5, 7)) + 2) / 3), year })
    case 'month':
      return formatMonth(from, language)
    case 'week':
      return translate('timeline.week', { day: dayLabel(from, translate) })
    case 'day':
      return dayLabel(from, translate)
  }
}

function dayLabel(day: string, { language }: Translate): string {
  return isPartialDay(day) ? formatDay(day, language) : day
}
