import { MONTHS_IN_DATE, MONTHS_SHORT } from './locale.ts'
import type { Language } from './language.ts'
import { dayNumber, dayText, firstDayOfUnit, unitOfDay } from './calendar-units.ts'
import type { Grain } from './timeline.ts'
import { daysOf, type UnitRange } from './unit-range.ts'

/** A name below a chart; `place` is its share of the width, 0 to 1. */
export interface AxisMark {
  readonly place: number
  readonly label: string
}

const MOST_MARKS = 13
/** Nearer names would touch on a narrow chart. */
const LEAST_APART = 0.07
/** A name that begins later would reach beyond the chart. */
const LAST_PLACE = 0.965
/** Longer spans are named by their years alone. */
const MOST_MONTHS = 18
const MOST_DAYS = 70
const SHORT_MONTH = 3

/** Names for some units of a range: years where there are many, else months, else days. A new year is named as such. */
export function axisMarks(range: UnitRange, language: Language): readonly AxisMark[] {
  const { grain, first, last } = range
  const units = last - first + 1
  const days = dayCount(range)
  const named = days <= MOST_DAYS ? 'day' : days <= MOST_MONTHS * 31 ? 'month' : 'year'
  const nameOf = { day: dayName, month: monthName, year: yearName }[named]
  const marks: AxisMark[] = []
  let before = ''
  for (let unit = first; unit <= last; unit = nextNamed(unit, grain, named)) {
    // A week belongs to the month and year of its middle.
    const from = grain === 'week' ? dayText(thursdayOf(unit)) : daysOf(unit, grain).from
    const label = nameOf(from, language)
    if (label !== before) marks.push({ place: (unit - first) / units, label })
    before = label
  }
  return thinned(marks)
}

/** The next unit that may have another name. Thousands of days have the names of few months or years. */
function nextNamed(unit: number, grain: Grain, named: 'day' | 'month' | 'year'): number {
  return grain === 'day' ? firstDayOfUnit(unitOfDay(unit, named) + 1, named) : unit + 1
}

function thinned(marks: readonly AxisMark[]): readonly AxisMark[] {
  const step = Math.ceil(marks.length / MOST_MARKS)
  const kept: AxisMark[] = []
  for (const [place, mark] of marks.entries()) {
    if (place % step !== 0 || mark.place > LAST_PLACE) continue
    // What is cut off at the beginning gives way to the first whole one.
    const last = kept.at(-1)
    if (last !== undefined && mark.place - last.place < LEAST_APART) kept.pop()
    kept.push(mark)
  }
  return kept
}

function dayCount({ grain, first, last }: UnitRange): number {
  const [from, to] = [daysOf(first, grain).from, daysOf(last, grain).to]
  return dayNumber(to) - dayNumber(from) + 1
}

/** Day number of the Thursday of an ISO week, by which the week belongs to a year. */
function thursdayOf(week: number): number {
  return week * 7
}

function yearName(day: string): string {
  return day.slice(0, 4)
}

function monthName(day: string, language: Language): string {
  const month = MONTHS_SHORT[language][Number(day.slice(5, 7)) - 1] ?? ''
  return day.slice(5, 7) === '01' ? `${month} ${day.slice(0, 4)}` : month
}

/** The month stands as in a date: "4 мая", not "4 май". */
function dayName(day: string, language: Language): string {
  const month = MONTHS_IN_DATE[language][Number(day.slice(5, 7)) - 1] ?? ''
  return `${Number(day.slice(8))} ${month.slice(0, SHORT_MONTH)}`
}
