import { parseISO, subDays } from 'date-fns'
import { daysInMonth, isPartialDay, type PartialDay } from '../../model/calendar-day.ts'
import { KNOWN_NAMES } from './known-names.ts'
import { MONTH_ENDING, MONTH_PATTERN, monthOfName } from './month-names.ts'

/**
 * How sure the reading of a printed date is. `ambiguous`: day and month could be swapped (03/04/2025); `guessed-year`: the
 * text has no year; `relative`: "yesterday", counted from the day given.
 */
export type DateCertainty = 'stated' | 'ambiguous' | 'guessed-year' | 'relative'

/** A date in a text; it takes the letters [from, to). */
export interface PrintedDate {
  readonly day: PartialDay
  readonly from: number
  readonly to: number
  readonly certainty: DateCertainty
}

interface Reading {
  readonly year: number
  readonly month: number
  /** Null where only the month is known. */
  readonly day: number | null
  readonly certainty: DateCertainty
}

type ReadMatch = (match: RegExpExecArray, reference: string | null) => Reading | null

const START = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
const SPACE = '[\\s\\u00a0]'
const KAZAKH_YEAR = '(?:жылғы|жылдың|жылы|жыл|ж\\.?|jylǵy|jylğy|jylgy|jyldyń|jyldyñ|jyly|jyl|j\\.)'
const NOTHING_AFTER = `(?:${SPACE}*(?:года|году|год|г\\.|г(?![\\p{L}])|жылғы|жылы|жыл|ж\\.))?`

function group(match: RegExpExecArray, index: number): string {
  return match[index] ?? ''
}

function stated(year: string, month: number, day: string | null): Reading {
  return { year: Number(year), month, day: day === null ? null : Number(day), certainty: 'stated' }
}

/** Two digits of a year: up to 69 this century, from 70 on the last. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length !== 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function readNumeric(match: RegExpExecArray): Reading {
  const first = Number(group(match, 1))
  const second = Number(group(match, 3))
  const year = fullYear(group(match, 4))
  if (second > 12 && first <= 12) return { year, month: first, day: second, certainty: 'stated' }
  // With dots the day comes first everywhere; with slashes it depends on who wrote it.
  const ambiguous = group(match, 2) === '/' && first <= 12 && second <= 12 && first !== second
  return { year, month: second, day: first, certainty: ambiguous ? 'ambiguous' : 'stated' }
}

/** The latest year in which the day is not after the reference, since news is seldom dated ahead. */
function readWithoutYear(month: number, day: number, reference: string | null): Reading | null {
  if (reference === null) return null
  const year = Number(reference.slice(0, 4))
  const sameYear = `${reference.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { year: sameYear > reference ? year - 1 : year, month, day, certainty: 'guessed-year' }
}

const MONTH = `(${MONTH_PATTERN})${MONTH_ENDING}`
const DAY = '(\\d{1,2})'
const YEAR = '(\\d{4})'

/** Forms in the order of trust; where two match at one place the earlier one wins. */
const FORMS: readonly (readonly [RegExp, ReadMatch])[] = [
  [
    new RegExp(`${START}${YEAR}([-./])${DAY}\\2${DAY}(?:(?=T\\d)|${END})`, 'gu'),
    (m) => stated(group(m, 1), Number(group(m, 3)), group(m, 4)),
  ],
  [
    new RegExp(
      `${START}${YEAR}[\\s\\u00a0-]*${KAZAKH_YEAR}[\\s\\u00a0,]*[«"“]?${DAY}[»"”]?[\\s\\u00a0-]*${MONTH}${END}`,
      'giu',
    ),
    (m) => stated(group(m, 1), monthOfName(group(m, 3)), group(m, 2)),
  ],
  [
    new RegExp(`${START}${YEAR},${SPACE}+${DAY}[\\s\\u00a0-]+${MONTH}${END}`, 'giu'),
    (m) => stated(group(m, 1), monthOfName(group(m, 3)), group(m, 2)),
  ],
  [
    new RegExp(
      `${START}[«"“]?${DAY}(?:st|nd|rd|th)?[»"”]?[\\s\\u00a0-]*(?:of${SPACE}+)?${MONTH}\\.?,?[\\s\\u00a0-]*${YEAR}${END}${NOTHING_AFTER}`,
      'giu',
    ),
    (m) => stated(group(m, 3), monthOfName(group(m, 2)), group(m, 1)),
  ],
  [
    new RegExp(`${START}(${MONTH_PATTERN})\\.?${SPACE}+${DAY}(?:st|nd|rd|th)?,?${SPACE}+${YEAR}${END}`, 'giu'),
    (m) => stated(group(m, 3), monthOfName(group(m, 1)), group(m, 2)),
  ],
  [new RegExp(`${START}${DAY}([./-])${DAY}\\2(\\d{4}|\\d{2})${END}${NOTHING_AFTER}`, 'giu'), readNumeric],
  [
    new RegExp(`${START}${YEAR}${SPACE}*${KAZAKH_YEAR}${SPACE}*${MONTH}${END}`, 'giu'),
    (m) => stated(group(m, 1), monthOfName(group(m, 2)), null),
  ],
  [
    new RegExp(`${START}${MONTH}\\.?,?${SPACE}+${YEAR}${END}${NOTHING_AFTER}`, 'giu'),
    (m) => stated(group(m, 2), monthOfName(group(m, 1)), null),
  ],
  [
    new RegExp(`${START}${DAY}(?:st|nd|rd|th)?[\\s\\u00a0-]*(?:of${SPACE}+)?${MONTH}\\.?${END}`, 'giu'),
    (m, reference) => readWithoutYear(monthOfName(group(m, 2)), Number(group(m, 1)), reference),
  ],
  [
    new RegExp(`${START}(${MONTH_PATTERN})\\.?${SPACE}+${DAY}(?:st|nd|rd|th)?${END}`, 'giu'),
    (m, reference) => readWithoutYear(monthOfName(group(m, 1)), Number(group(m, 2)), reference),
  ],
  [/(?<!\p{L})(?:today|сегодня|бүгін|búgin|bügın)(?!\p{L})/giu, (_, reference) => daysBefore(reference, 0)],
  [/(?<!\p{L})(?:yesterday|вчера|кеше|keshe|keşe)(?!\p{L})/giu, (_, reference) => daysBefore(reference, 1)],
  [
    /(?<!\p{N})(\d{1,3})\s+(?:days? ago|дн(?:я|ей) назад|день назад|күн бұрын)/giu,
    (m, reference) => daysBefore(reference, Number(group(m, 1))),
  ],
]

function daysBefore(reference: string | null, days: number): Reading | null {
  if (reference === null) return null
  const day = subDays(parseISO(reference), days)
  return { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate(), certainty: 'relative' }
}

/** Letters [from, to) of the text. */
interface Span {
  readonly from: number
  readonly to: number
}

function toPartialDay({ year, month, day }: Reading): PartialDay | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12) return null
  if (day !== null && (day < 1 || day > daysInMonth(year, month))) return null
  const text = `${year}-${String(month).padStart(2, '0')}${day === null ? '' : `-${String(day).padStart(2, '0')}`}`
  return isPartialDay(text) ? text : null
}

function overlaps(found: readonly Span[], from: number, to: number): boolean {
  return found.some((date) => from < date.to && to > date.from)
}

/**
 * All dates printed in a text, in their order.
 *
 * @param reference the day `yyyy-MM-dd` that dates without a year and words such as "yesterday" count from; null leaves
 * such dates out
 */
export function findPrintedDates(text: string, reference: string | null): readonly PrintedDate[] {
  // Most lines hold neither a number nor one of these words, and need none of the forms.
  if (!/\d|today|yesterday|сегодня|вчера|бүгін|кеше|b[úü]g[iı]n|ke(?:sh|ş)e/iu.test(text)) return []
  const found: PrintedDate[] = []
  // What reads like a date but is none (31 February) is not read again as a month.
  const seen: Span[] = []
  for (const [pattern, read] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length
      if (overlaps(seen, match.index, to)) continue
      const reading = read(match, reference)
      if (reading === null) continue
      seen.push({ from: match.index, to })
      const day = toPartialDay(reading)
      if (day !== null) found.push({ day, from: match.index, to, certainty: reading.certainty })
    }
  }
  return found.sort((one, other) => one.from - other.from)
}

const WEEKDAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі'
const DATE_LABEL =
  'date|published|posted|publication date|date of publication|release date|released|first published|created|date created|updated|last updated|дата|дата публикации|дата выхода|дата создания|дата размещения|дата добавления|опубликовано|опубликован|опубликована|размещено|добавлено|создано|күні|жарияланды|жарияланған күні|жарияланған уақыты|жарық көрген күні'
/** Alternatives in the order in which a longer one is not cut short by its own beginning. */
function longestFirst(alternatives: string): string {
  return alternatives
    .split('|')
    .sort((one, other) => other.length - one.length)
    .join('|')
}

const COUNTER =
  '(?:views|просмотров|просмотры|прочитано|қаралды|қаралымы|қаралым|комментариев|comments)\\s*:?\\s*\\d[\\d \\u00a0]*|\\d[\\d \\u00a0]*(?:views?|просмотр(?:а|ов)?|қаралым|рет қаралды|comments?|комментари(?:й|я|ев)|min read|мин\\.? чтения)'
const ISSUE = '(?:№|no\\.|issue)\\s*\\d+(?:\\s*\\(\\d+\\))?(?:\\s*(?:от|of))?'
const FILLER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${COUNTER}|${ISSUE}|${longestFirst(DATE_LABEL)}|${WEEKDAY}|on|at|в|года|год|г|жыл|жылы|ж|ч|часов|час|мин|сағат|(?:utc|gmt)(?:\\s?[+-]\\d{1,2})?|msk|мск|est|edt|cet|cest|(?:astana|almaty|local) time|время астаны|по времени астаны|астана уақыты(?:мен)?|a\\.m\\.|p\\.m\\.|am|pm|\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:z|[+-]\\d{2}:?\\d{2})?|[+-]\\d{2}:?\\d{2}|t\\d{2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:z|[+-]\\d{2}:?\\d{2})?)(?![\\p{L}\\p{N}])`,
  'giu',
)
/** One capitalised word beside a day may as well be what happens on it ("Exam 12.03.2025"), unless it is known or set off. */
function isPlace(name: string, around: string): boolean {
  return KNOWN_NAMES.has(name.toLowerCase()) || /(?<!\p{L})(?:г|қ)\./u.test(around)
}

const PLACE = /^(?:г\.\s*)?[\p{Lu}][\p{L}-]{2,20}(?:\s[\p{Lu}][\p{L}-]{2,20})?$/u

/**
 * The date of a line that holds nothing but a date: with it a weekday, a time, a label such as "Published:", or one place
 * name ("Astana, 31 October 2025") may stand. Null for every other line.
 */
export function dateOfLine(line: string, reference: string | null): PrintedDate | null {
  if (line.length > 100) return null
  const [date, ...more] = findPrintedDates(line, reference)
  if (date === undefined || more.length > 0) return null
  const before = line.slice(0, date.from).replace(FILLER, ' ')
  const after = line.slice(date.to).replace(FILLER, ' ')
  const rest = [before, after]
    .map((part) => part.replace(/[\s\u00a0\ufe0f,.:;|/()[\]–—•·«»"\p{Extended_Pictographic}-]+/gu, ' ').trim())
    .filter((part) => part !== '')
  if (rest.length === 0) return date
  // A label of another kind ("Deadline:"), or the number of a decree, makes it the day of something else.
  if (/\p{L}\s*:[\s\d]*$/u.test(before) || line.includes('№')) return null
  const [only, another] = rest
  if (another !== undefined || only === undefined || !PLACE.test(only)) return null
  return isPlace(only, line.slice(0, date.from) + line.slice(date.to)) || /,\s*$/.test(before) || /^\s*[,(]/.test(after)
    ? date
    : null
}
