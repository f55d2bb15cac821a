import { isPartialDay } from '../../model/calendar-day.ts'
import { dateOfLine, findPrintedDates, type PrintedDate } from './printed-date.ts'

/** Kazakhstan's hours ahead of UTC; a moment in UTC belongs to the day that it was there. */
const HOURS_AHEAD = 5

const UTC_ISO = /^\s*(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(?:Z|[+-]00:?00)\s*$/i
const UTC_MAIL =
  /^\s*(?:[a-z]{3},\s*)?(\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})?)\s*(?:[+-]0000|GMT|UTC|UT|Z)(?:\s*\(.*\))?\s*$/i
const MOMENT = /^\s*(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/

function localDay(utc: string): string | null {
  const time = Date.parse(utc)
  return Number.isNaN(time) ? null : new Date(time + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10)
}

/**
 * The day that a source states in its own data: a time stamp, a mail's date header, or a printed date. A stamp with an
 * offset keeps its own calendar day; one in UTC becomes the day in Kazakhstan.
 */
export function readStatedDay(text: string, reference: string | null): PrintedDate | null {
  const iso = UTC_ISO.exec(text)?.[1]
  const mail = UTC_MAIL.exec(text)?.[1]
  const moment = MOMENT.exec(text)?.[1]
  const day =
    iso !== undefined
      ? localDay(`${iso.replace(' ', 'T')}Z`)
      : mail !== undefined
        ? localDay(`${mail} GMT`)
        : (moment ?? null)
  if (day !== null && isPartialDay(day)) return { day, from: 0, to: text.length, certainty: 'stated' }
  const year = /^\s*(\d{4}(?:-\d{2})?)\s*$/.exec(text)?.[1]
  if (year !== undefined && isPartialDay(year)) return { day: year, from: 0, to: text.length, certainty: 'stated' }
  return dateOfLine(text, reference) ?? findPrintedDates(text, reference)[0] ?? null
}
