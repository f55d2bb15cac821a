import type { Grain } from './timeline.ts'

/**
 * Calendar units as integers. A day is its number since 1970-01-01; every other unit is a running number that grows by
 * one from unit to unit, so that counting is array arithmetic. No clock and no time zone is involved.
 */

/** 1970-01-01 was a Thursday: three days after the Monday of its ISO week. */
const THURSDAY_OFFSET = 3
const DAYS_PER_ERA = 146_097
/** Code of the digit 0. */
const ZERO = 48

interface CivilMonth {
  readonly year: number
  /** From 1 to 12. */
  readonly month: number
}

/** Year and month of a day number, by shifting the year to begin in March so that leap days come last. */
function civilMonthOf(day: number): CivilMonth {
  const shifted = day + 719_468
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month }
}

/** Number of the month, counted from January of the year 0. */
function monthNumberOf(day: number): number {
  const { year, month } = civilMonthOf(day)
  return year * 12 + month - 1
}

/** Day number of the first day of a month number. */
function firstDayOfMonth(monthNumber: number): number {
  const year = Math.floor(monthNumber / 12)
  const month = monthNumber - year * 12 + 1
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - 719_468
}

/** Running number of the unit that holds a day. Weeks are ISO weeks: they begin on Monday. */
export function unitOfDay(day: number, grain: Grain): number {
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return Math.floor((day + THURSDAY_OFFSET) / 7)
    case 'month':
      return monthNumberOf(day)
    case 'quarter':
      return Math.floor(monthNumberOf(day) / 3)
    case 'year':
      return civilMonthOf(day).year
  }
}

/** Day number of the first day of a unit. */
export function firstDayOfUnit(unit: number, grain: Grain): number {
  switch (grain) {
    case 'day':
      return unit
    case 'week':
      return unit * 7 - THURSDAY_OFFSET
    case 'month':
      return firstDayOfMonth(unit)
    case 'quarter':
      return firstDayOfMonth(unit * 3)
    case 'year':
      return firstDayOfMonth(unit * 12)
  }
}

/** The day `yyyy-MM-dd` of a day number. */
export function dayText(day: number): string {
  const { year, month } = civilMonthOf(day)
  const date = day - firstDayOfMonth(year * 12 + month - 1) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Day number of a whole day `yyyy-MM-dd`, which must exist. */
export function dayNumber(text: string): number {
  const year = digits(text, 0) * 100 + digits(text, 2)
  return firstDayOfMonth(year * 12 + digits(text, 5) - 1) + digits(text, 8) - 1
}

/** The number that two digits make. Hundreds of thousands of days are read for one drawing. */
function digits(text: string, place: number): number {
  return (text.charCodeAt(place) - ZERO) * 10 + text.charCodeAt(place + 1) - ZERO
}

/**
 * A grain that shows a span of days in some 30 to 90 units.
 *
 * @example automaticGrain(1096) // 'month' for three years
 */
export function automaticGrain(days: number): Grain {
  if (days <= 62) return 'day'
  if (days <= 400) return 'week'
  if (days <= 366 * 8) return 'month'
  if (days <= 366 * 25) return 'quarter'
  return 'year'
}
