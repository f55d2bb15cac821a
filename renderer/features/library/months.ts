import { lastDayOf, type PartialDay } from '../../../core/model/calendar-day.ts'

/** Months counted from year 0, so that a strip can be laid out by plain numbers. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

/** `yyyy-MM` of a month number. */
export function monthText(month: number): PartialDay {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  // Year and month of a counted month always make a partial day.
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}` as PartialDay
}

/** First day of a month. */
export function firstDayOfMonth(month: number): string {
  return `${monthText(month)}-01`
}

/** Last day of a month. */
export function lastDayOfMonth(month: number): string {
  return lastDayOf(monthText(month))
}
