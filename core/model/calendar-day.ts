/**
 * A publication date as the source gave it: `yyyy-MM-dd`, or `yyyy-MM` or `yyyy` where only that is known. It is a day on
 * a calendar, never a moment: no time zone can move it.
 */
export type PartialDay = string & { readonly partialDay: unique symbol }

/** How exactly a date is known. */
export type DayPrecision = 'day' | 'month' | 'year'

const PARTIAL_DAY_PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** True for an existing calendar day, month or year from 1000 to 9999: `2024-02-29` is one, `2025-02-29` is not. */
export function isPartialDay(text: string): text is PartialDay {
  const match = PARTIAL_DAY_PATTERN.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  if (Number(year) < 1000) return false
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false
  if (day === undefined) return true
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

/** How exactly the date is known. */
export function precisionOf(day: PartialDay): DayPrecision {
  if (day.length === 4) return 'year'
  return day.length === 7 ? 'month' : 'day'
}

/** The first whole day `yyyy-MM-dd` that the date may mean. */
export function firstDayOf(day: PartialDay): string {
  switch (precisionOf(day)) {
    case 'year':
      return `${day}-01-01`
    case 'month':
      return `${day}-01`
    case 'day':
      return day
  }
}

/** The last whole day `yyyy-MM-dd` that the date may mean. */
export function lastDayOf(day: PartialDay): string {
  switch (precisionOf(day)) {
    case 'year':
      return `${day}-12-31`
    case 'month':
      return `${day}-${String(daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5)))).padStart(2, '0')}`
    case 'day':
      return day
  }
}
