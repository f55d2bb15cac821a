import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay, formatMonth, formatYear } from '../../../core/model/locale.ts'
import type { Grain } from '../../../core/model/timeline.ts'
import { daysOf, type UnitRange } from '../../../core/model/unit-range.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** Fewer bars than this would be as wide as a page. */
const LEAST_SHOWN = 12

/** The range with units added at both ends where it is too short to look at. */
export function widened(range: UnitRange): UnitRange {
  const missing = Math.max(0, LEAST_SHOWN - (range.last - range.first + 1))
  return { ...range, first: range.first - Math.ceil(missing / 2), last: range.last + Math.floor(missing / 2) }
}

/** What the grain is divided into when the user goes into a unit; null: a day has only its articles. */
export const FINER: Readonly<Record<Grain, Grain | null>> = {
  year: 'month',
  quarter: 'month',
  month: 'day',
  week: 'day',
  day: null,
}

/** A unit in words: `October 2025`. */
export function unitLabel(unit: number, grain: Grain, translate: Translate): string {
  const { from } = daysOf(unit, grain)
  const { language } = translate
  const year = from.slice(0, 4)
  switch (grain) {
    case 'year':
      return formatYear(year, language)
    case 'quarter':
      return translate('timeline.quarter', { quarter: String((Number(from.slice(5, 7)) + 2) / 3), year })
    case 'month':
      return formatMonth(from, language)
    case 'week':
      return translate('timeline.week', { day: dayLabel(from, translate) })
    case 'day':
      return dayLabel(from, translate)
  }
}

/** A whole day in words. */
export function dayLabel(day: string, { language }: Translate): string {
  return isPartialDay(day) ? formatDay(day, language) : day
}

/** A period in words, in short where it is one day. */
export function periodLabel(from: string, to: string, translate: Translate): string {
  return from === to ? dayLabel(from, translate) : `${dayLabel(from, translate)} – ${dayLabel(to, translate)}`
}
