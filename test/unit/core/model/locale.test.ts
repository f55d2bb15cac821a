import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { LANGUAGES } from '../../../../core/model/language.ts'
import {
  formatBytes,
  formatDay,
  formatDayShort,
  formatMonth,
  formatNumber,
  formatRelative,
  MONTHS_ALONE,
  MONTHS_IN_DATE,
  MONTHS_SHORT,
} from '../../../../core/model/locale.ts'
import { parseTypedDay } from '../../../../core/model/typed-day.ts'

const day = (text: string): PartialDay => text as PartialDay
const months = Array.from({ length: 12 }, (_, month) => month)

describe('dates in words', () => {
  test.each([
    ['2025-10-31', '31 October 2025', '31 октября 2025\u00a0г.', '2025 жылғы 31 қазан'],
    ['2025-06-01', '1 June 2025', '1 июня 2025\u00a0г.', '2025 жылғы 1 маусым'],
    ['2025-10', 'October 2025', 'октябрь 2025\u00a0г.', '2025 жылғы қазан'],
    ['2025', '2025', '2025\u00a0г.', '2025\u00a0жыл'],
  ])('write %s as exactly as it is known', (text, en, ru, kk) => {
    expect(LANGUAGES.map((language) => formatDay(day(text), language))).toEqual([en, ru, kk])
  })

  test.each(LANGUAGES)('name the months of %s as full locale data does', (language) => {
    const named = (style: 'long', withDay: boolean): string[] =>
      months.map((month) => {
        const format = new Intl.DateTimeFormat(language, {
          month: style,
          ...(withDay ? { day: 'numeric' } : {}),
          timeZone: 'UTC',
        })
        return (
          format.formatToParts(Date.UTC(2025, month, 1)).find((part) => part.type === 'month')?.value ?? ''
        ).toLowerCase()
      })
    expect(MONTHS_IN_DATE[language].map((name) => name.toLowerCase())).toEqual(named('long', true))
    expect(MONTHS_ALONE[language].map((name) => name.toLowerCase())).toEqual(named('long', false))
  })

  test.each(LANGUAGES)('give twelve different short months in %s', (language) => {
    expect(new Set(MONTHS_SHORT[language]).size).toBe(12)
  })

  test.each(LANGUAGES.flatMap((language) => months.map((month) => [language, month] as const)))(
    'are read back as written: %s, month %i',
    (language, month) => {
      const text = day(`2024-${String(month + 1).padStart(2, '0')}-09`)
      expect(parseTypedDay(formatDay(text, language))).toBe(text)
      expect(parseTypedDay(formatMonth(text, language))).toBe(text.slice(0, 7))
      expect(parseTypedDay(formatDayShort(text, language))).toBe(text)
    },
  )
})

describe('numbers', () => {
  test('follow the Russian pattern in Kazakh, as full locale data does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.constantFrom(...LANGUAGES),
        (value, language) => {
          const expected = new Intl.NumberFormat(language, { useGrouping: true }).format(value)
          expect(formatNumber(value, language).replace('−', '-')).toBe(expected)
        },
      ),
    )
  })

  test('keep the places asked for', () => {
    expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5')
    expect(formatNumber(1234.5, 'kk', 1)).toBe('1\u00a0234,5')
    expect(formatNumber(-0.04, 'ru', 1)).toBe('0,0')
  })

  test('are a dash where there is none', () => {
    expect(formatNumber(Number.NaN, 'en')).toBe('–')
  })

  test.each([
    [999, '999\u00a0bytes'],
    [1_000, '1.0\u00a0kB'],
    [1_234_567, '1.2\u00a0MB'],
    [12_345_678, '12\u00a0MB'],
    [999_950, '1.0\u00a0MB'],
  ])('show %i bytes by powers of a thousand', (bytes, text) => {
    expect(formatBytes(bytes, 'en')).toBe(text)
  })
})

describe('times ago', () => {
  const now = new Date(2026, 10, 23, 15, 0).getTime()
  const minute = 60_000

  test.each([
    [10_000, 'just now', 'только что', 'жаңа ғана'],
    [5 * minute, '5 minutes ago', '5 минут назад', '5 минут бұрын'],
    [21 * minute, '21 minutes ago', '21 минуту назад', '21 минут бұрын'],
    [2 * 60 * minute, '2 hours ago', '2 часа назад', '2 сағат бұрын'],
    [16 * 60 * minute, 'yesterday', 'вчера', 'кеше'],
    [3 * 24 * 60 * minute, '3 days ago', '3 дня назад', '3 күн бұрын'],
    [40 * 24 * 60 * minute, '14 October 2026', '14 октября 2026\u00a0г.', '2026 жылғы 14 қазан'],
  ])('say how long ago %i ms were', (elapsed, en, ru, kk) => {
    expect(LANGUAGES.map((language) => formatRelative(now - elapsed, now, language))).toEqual([en, ru, kk])
  })

  test('never lie in the future', () => {
    expect(formatRelative(now + minute, now, 'en')).toBe('just now')
  })
})
