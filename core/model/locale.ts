import { precisionOf, type PartialDay } from './calendar-day.ts'
import type { Language } from './language.ts'

export { compareText } from './compare-text.ts'

/*
 * Chromium claims to know Kazakh but has none of its data ("2026 M11 23"), so nothing here asks Intl about it: months
 * and digit groups come from the tables below, and Kazakh numbers follow the Russian pattern.
 */

/** Month names as they stand in a date: genitive in Russian. */
export const MONTHS_IN_DATE: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
}

/** Month names as they stand alone: nominative in Russian. */
export const MONTHS_ALONE: Readonly<Record<Language, readonly string[]>> = {
  en: MONTHS_IN_DATE.en,
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  kk: MONTHS_IN_DATE.kk,
}

/** Short month names for axes and tight lists. */
export const MONTHS_SHORT: Readonly<Record<Language, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  ru: 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' '),
  kk: 'қаң ақп нау сәу мам мау шіл там қыр қаз қар жел'.split(' '),
}

function monthOf(names: Readonly<Record<Language, readonly string[]>>, language: Language, month: string): string {
  return names[language][Number(month) - 1] ?? month
}

/**
 * A publication date in words, as exactly as it is known.
 *
 * @example formatDay('2025-10-31', 'kk') // '2025 жылғы 31 қазан'
 */
export function formatDay(day: PartialDay, language: Language): string {
  const year = day.slice(0, 4)
  switch (precisionOf(day)) {
    case 'year':
      return formatYear(year, language)
    case 'month':
      return formatMonth(day, language)
    case 'day': {
      const month = monthOf(MONTHS_IN_DATE, language, day.slice(5, 7))
      const dayOfMonth = String(Number(day.slice(8)))
      if (language === 'kk') return `${year} жылғы ${dayOfMonth} ${month}`
      return language === 'ru' ? `${dayOfMonth} ${month} ${year}\u00a0г.` : `${dayOfMonth} ${month} ${year}`
    }
  }
}

/** A year in words of the language: `2025`, `2025 г.`, `2025 жыл`. */
export function formatYear(year: string, language: Language): string {
  if (language === 'en') return year
  return language === 'ru' ? `${year}\u00a0г.` : `${year}\u00a0жыл`
}

/**
 * A month heading from `yyyy-MM` or any day of the month.
 *
 * @example formatMonth('2025-10', 'ru') // 'октябрь 2025 г.'
 */
export function formatMonth(month: string, language: Language): string {
  const year = month.slice(0, 4)
  const name = monthOf(MONTHS_ALONE, language, month.slice(5, 7))
  if (language === 'kk') return `${year} жылғы ${name}`
  return language === 'ru' ? `${name} ${year}\u00a0г.` : `${name} ${year}`
}

/** A date in digits for tight columns: `31.10.2025` in Russian and Kazakh, `31/10/2025` in English. */
export function formatDayShort(day: PartialDay, language: Language): string {
  return day
    .split('-')
    .reverse()
    .join(language === 'en' ? '/' : '.')
}

/**
 * A number with groups of three digits; `fractionDigits` places after the point or comma.
 *
 * @example formatNumber(100000, 'kk') // '100 000' with no-break spaces
 */
export function formatNumber(value: number, language: Language, fractionDigits = 0): string {
  if (!Number.isFinite(value)) return '–'
  const [whole = '0', fraction] = Math.abs(value).toFixed(fractionDigits).split('.')
  const separator = language === 'en' ? ',' : '\u00a0'
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, separator) : whole
  const sign = value < 0 && Number(value.toFixed(fractionDigits)) !== 0 ? '−' : ''
  if (fraction === undefined) return sign + grouped
  return `${sign}${grouped}${language === 'en' ? '.' : ','}${fraction}`
}

const BYTE_UNITS: Readonly<Record<Language, readonly string[]>> = {
  en: ['bytes', 'kB', 'MB', 'GB', 'TB'],
  ru: ['байт', 'кБ', 'МБ', 'ГБ', 'ТБ'],
  kk: ['байт', 'кБ', 'МБ', 'ГБ', 'ТБ'],
}

/** A size in bytes by powers of 1000, with one decimal place below ten. */
export function formatBytes(bytes: number, language: Language): string {
  const units = BYTE_UNITS[language]
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0
  return `${formatNumber(value, language, digits)}\u00a0${units[unit] ?? ''}`
}

interface RelativeWords {
  readonly now: string
  readonly yesterday: string
  readonly ago: (count: number, unit: 'minute' | 'hour' | 'day') => string
}

function russianForm(count: number, one: string, few: string, many: string): string {
  const tens = count % 100
  const ones = count % 10
  if (ones === 1 && tens !== 11) return one
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many
}

const RUSSIAN_UNITS: Readonly<Record<'minute' | 'hour' | 'day', readonly [one: string, few: string, many: string]>> = {
  minute: ['минуту', 'минуты', 'минут'],
  hour: ['час', 'часа', 'часов'],
  day: ['день', 'дня', 'дней'],
}
const KAZAKH_UNITS = { minute: 'минут', hour: 'сағат', day: 'күн' } as const

const RELATIVE: Readonly<Record<Language, RelativeWords>> = {
  en: {
    now: 'just now',
    yesterday: 'yesterday',
    ago: (count, unit) => `${String(count)} ${unit}${count === 1 ? '' : 's'} ago`,
  },
  ru: {
    now: 'только что',
    yesterday: 'вчера',
    ago: (count, unit) => `${String(count)} ${russianForm(count, ...RUSSIAN_UNITS[unit])} назад`,
  },
  kk: {
    now: 'жаңа ғана',
    yesterday: 'кеше',
    ago: (count, unit) => `${String(count)} ${KAZAKH_UNITS[unit]} бұрын`,
  },
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long ago a moment was: minutes, hours, days, then its date. Both times in milliseconds since 1970; the days are
 * those of the computer's own calendar.
 */
export function formatRelative(then: number, now: number, language: Language): string {
  const words = RELATIVE[language]
  const elapsed = Math.max(0, now - then)
  if (elapsed < MINUTE) return words.now
  if (elapsed < HOUR) return words.ago(Math.floor(elapsed / MINUTE), 'minute')
  const days = calendarDaysBetween(then, now)
  if (days === 0) return words.ago(Math.floor(elapsed / HOUR), 'hour')
  if (days === 1) return words.yesterday
  if (days < 7) return words.ago(days, 'day')
  return formatDay(localDayOf(then), language)
}

function calendarDaysBetween(then: number, now: number): number {
  const midnight = (time: number): number => Date.parse(`${localDayOf(time)}T00:00:00Z`)
  return Math.round((midnight(now) - midnight(then)) / DAY)
}

/** The calendar day of a moment where the computer stands. */
export function localDayOf(time: number): PartialDay {
  const date = new Date(time)
  const two = (value: number): string => String(value).padStart(2, '0')
  // Built from the parts of a real date between the years 1000 and 9999.
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as PartialDay
}
