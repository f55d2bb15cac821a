import { isPartialDay, type PartialDay } from './calendar-day.ts'
import { LANGUAGES } from './language.ts'
import { MONTHS_ALONE, MONTHS_IN_DATE, MONTHS_SHORT } from './locale.ts'

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    [MONTHS_IN_DATE, MONTHS_ALONE, MONTHS_SHORT].flatMap((names) =>
      names[language].map((name, month): [string, number] => [name.toLowerCase(), month + 1]),
    ),
  ),
)

/** Words that stand in a printed date and say nothing: "г.", "года", "жылғы", "ж.", "of". */
const EMPTY_WORDS = new Set(['г', 'года', 'год', 'жылғы', 'жылдың', 'жыл', 'ж', 'of', 'the'])
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|го|е|-ші|-шы)$/

function joined(year: number, month?: number, day?: number): PartialDay | null {
  const two = (value: number): string => String(value).padStart(2, '0')
  const parts = [String(year), ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])]
  const text = parts.join('-')
  return isPartialDay(text) ? text : null
}

/**
 * Reads a date as a person types it in any of the three languages: `31.10.2025`, `2025-10-31`, `10.2025`, `2025`,
 * `31 октября 2025 г.`, `2025 жылғы 31 қазан`, `October 2025`. Days come before months. Null where it is no such date.
 *
 * @example parseTypedDay('31.10.2025') // '2025-10-31'
 */
export function parseTypedDay(typed: string): PartialDay | null {
  const text = typed.trim().toLowerCase()
  if (isPartialDay(text)) return text
  const words = text
    .split(/[\s,./]+|(?<=\d)-(?=\d)/u)
    .map((word) => word.replace(ORDINAL, '$1'))
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
  const named = words.findIndex((word) => MONTH_BY_NAME.has(word))
  return named < 0 ? fromNumbers(words) : fromNamedMonth(words, named)
}

function fromNumbers(words: readonly string[]): PartialDay | null {
  if (words.length === 0 || words.length > 3 || words.some((word) => !/^\d{1,4}$/.test(word))) return null
  const yearFirst = words[0]?.length === 4
  const [year, month, day] = (yearFirst ? words : words.toReversed()).map(Number)
  return year === undefined || year < 1000 ? null : joined(year, month, day)
}

function fromNamedMonth(words: readonly string[], named: number): PartialDay | null {
  const month = MONTH_BY_NAME.get(words[named] ?? '')
  const numbers = words.filter((_, place) => place !== named)
  if (month === undefined || numbers.some((word) => !/^\d{1,4}$/.test(word))) return null
  const year = numbers.find((word) => word.length === 4)
  const days = numbers.filter((word) => word.length <= 2)
  if (year === undefined || numbers.length !== days.length + 1 || days.length > 1) return null
  return joined(Number(year), month, days[0] === undefined ? undefined : Number(days[0]))
}
