import {
  addDays as addDaysTo,
  addMonths,
  differenceInCalendarDays,
  differenceInCalendarMonths,
  eachMonthOfInterval,
  format,
  isFirstDayOfMonth,
  isLastDayOfMonth,
  parseISO,
} from 'date-fns'

/*
 * Days are read and written as local dates and only moved by whole days and months, which date-fns counts by the
 * calendar: no time zone and no change of the clock can shift them.
 */

/** Whole days `yyyy-MM-dd`, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

const DAY = 'yyyy-MM-dd'

/** A day some days later (or earlier). */
export function addDays(day: string, days: number): string {
  return format(addDaysTo(parseISO(day), days), DAY)
}

/** Number of months of a period of whole months, else null. */
function monthsCovered({ from, to }: Period): number | null {
  const [first, last] = [parseISO(from), parseISO(to)]
  return isFirstDayOfMonth(first) && isLastDayOfMonth(last) ? differenceInCalendarMonths(last, first) + 1 : null
}

/**
 * The period that a report is compared with: as long as the given one and right before it. Whole months are compared
 * with whole months, so that a year stands against a year.
 *
 * @example periodBefore({ from: '2025-03-01', to: '2025-03-31' }) // 2025-02-01 to 2025-02-28
 */
export function periodBefore(period: Period): Period {
  const months = monthsCovered(period)
  const to = addDays(period.from, -1)
  const from =
    months === null
      ? addDays(period.from, -daysBetween(period.from, period.to) - 1)
      : format(addMonths(parseISO(period.from), -months), DAY)
  return { from, to }
}

/** Every month of a period as `yyyy-MM`. */
export function monthsOf({ from, to }: Period): readonly string[] {
  return eachMonthOfInterval({ start: parseISO(from), end: parseISO(to) }).map((month) => format(month, 'yyyy-MM'))
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}
