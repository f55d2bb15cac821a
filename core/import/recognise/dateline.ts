import { findPrintedDates, type PrintedDate } from './printed-date.ts'

/** A dateline is no longer than this. */
const LONGEST = 140
const PLACE = "\\p{Lu}[\\p{L}\\s.'’-]{2,40}?"
/** "ASTANA, ", "ASTANA, Kazakhstan (", "(Astana, ". */
const PLACE_BEFORE = new RegExp(`^[(«]?${PLACE}(?:,\\s*\\p{Lu}[\\p{L}.\\s]{0,20}){0,2}[,.]?\\s*[(/]?$`, 'u')
/** "ASTANA. Kazinform – ". */
const AGENCY_BEFORE = /^\p{Lu}[\p{Lu}\s-]{2,30}[.,]\s+\p{L}[\p{L}\s.]{2,30}?\s*[–—-]{1,2}\s*$/u
/** " – ", " /Agency/ -- ", ") – ". */
const DASH_AFTER = /^[^\p{L}]{0,4}(?:\p{L}[\p{L}\s./-]{0,30})?[^\p{L}]{0,3}[–—-]/u
/** "(Oct. 2, 2024, Astana) – ". */
const PLACE_AND_DASH_AFTER = new RegExp(`^,?\\s*${PLACE}\\)\\s*[–—-]`, 'u')
const TEXT_AFTER = /^\s*[.)]{1,2}\s+["«“„]?\p{Lu}/u
const WORD_AFTER = /^[\s.)]*["«“„]?\p{Lu}/u

/**
 * The day before a dash opens the text, as agencies print it: "ASTANA, October 31, 2025 – ..." or
 * "ASTANA. Agency – October 31, 2025. ...".
 *
 * @param reference the day `yyyy-MM-dd` for dates without a year, or null
 */
export function datelineOf(text: string, reference: string | null): PrintedDate | null {
  const start = text.slice(0, LONGEST)
  const [date] = findPrintedDates(start, reference)
  if (date === undefined) return null
  const [before, after] = [start.slice(0, date.from), start.slice(date.to)]
  if (AGENCY_BEFORE.test(before)) return WORD_AFTER.test(after) || DASH_AFTER.test(after) ? date : null
  if (before === '(' && PLACE_AND_DASH_AFTER.test(after)) return date
  if (!PLACE_BEFORE.test(before)) return null
  const ended = /[,(]\s*$/.test(before) && TEXT_AFTER.test(after)
  return ended || DASH_AFTER.test(after) ? date : null
}
