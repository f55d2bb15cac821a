import { dayNumber, dayText, firstDayOfUnit, unitOfDay } from '../../../core/model/calendar-units.ts'
import type { Grain } from '../../../core/model/timeline.ts'

/** Days by number, both ends included. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Days of a filter; null is open. */
export interface PeriodFilter {
  readonly from: string | null
  readonly to: string | null
}

const lengthOf = ({ from, to }: Period): number => to - from + 1

/**
 * The period grown or shrunk around a place in it, kept within the bounds.
 *
 * @param anchor share of the width that stays under the pointer, 0 to 1
 */
export function zoomed(period: Period, factor: number, anchor: number, bounds: Period): Period {
  const wanted = Math.round(lengthOf(period) * factor)
  // A short period must change by a day at least, or the key would seem dead.
  const stepped = wanted === lengthOf(period) ? wanted + Math.sign(factor - 1) : wanted
  const length = Math.max(1, Math.min(lengthOf(bounds), stepped))
  const pinned = period.from + anchor * lengthOf(period)
  return within({ from: Math.round(pinned - anchor * length), length }, bounds)
}

/** The period moved by a share of its length, kept within the bounds. */
export function panned(period: Period, share: number, bounds: Period): Period {
  const length = lengthOf(period)
  const days = Math.round(share * length) || Math.sign(share)
  return within({ from: period.from + days, length: Math.min(length, lengthOf(bounds)) }, bounds)
}

function within({ from, length }: { from: number; length: number }, bounds: Period): Period {
  const start = Math.max(bounds.from, Math.min(bounds.to - length + 1, from))
  return { from: start, to: start + length - 1 }
}

/** Zooming out ends with everything, though its steps are whole days. */
const ALL_SHARE = 0.98

/** What a filter says of a period: nothing where it is all there is, or all but a few days. */
export function filterOf(period: Period, bounds: Period): PeriodFilter {
  const { from, to } = period
  const isAll = lengthOf(period) >= ALL_SHARE * lengthOf(bounds)
  return isAll ? { from: null, to: null } : { from: dayText(from), to: dayText(to) }
}

/** The next wider calendar period around the days of a filter: month, year, all. */
export function wider({ from, to }: PeriodFilter): PeriodFilter {
  if (from === null || to === null) return { from: null, to: null }
  const days = { from: dayNumber(from), to: dayNumber(to) }
  for (const grain of ['month', 'year'] as const) {
    const around = unitAround(days, grain)
    if (around !== null && (around.from < days.from || around.to > days.to)) {
      return { from: dayText(around.from), to: dayText(around.to) }
    }
  }
  return { from: null, to: null }
}

function unitAround({ from, to }: Period, grain: Grain): Period | null {
  const unit = unitOfDay(from, grain)
  if (unitOfDay(to, grain) !== unit) return null
  return { from: firstDayOfUnit(unit, grain), to: firstDayOfUnit(unit + 1, grain) - 1 }
}
