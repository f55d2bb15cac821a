import { daysInMonth } from '../model/calendar-day.ts'

/** Whole days `yyyy-MM-dd`, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000

/** A day some days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function monthText(year: number, month: number): string {
  // Months run on over the turn of a year: month 0 is December of the year before.
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7)
}

function monthsCovered({ from, to }: Period): number | null {
  const wholeMonths =
    from.endsWith('-01') && Number(to.slice(8)) === daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))
  if (!wholeMonths) return null
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  )
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
  if (months === null) {
    const days = (Date.parse(period.to) - Date.parse(period.from)) / DAY_MS + 1
    return { from: addDays(period.from, -days), to }
  }
  return { from: `${monthText(Number(period.from.slice(0, 4)), Number(period.from.slice(5, 7)) - months)}-01`, to }
}

/** Every month of a period as `yyyy-MM`. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7);) {
    months.push(month)
    month = monthText(Number(month.slice(0, 4)), Number(month.slice(5, 7)) + 1)
  }
  return months
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
