import { MONTHS_SHORT } from './locale.ts'
import type { Language } from './language.ts'
import { daysOf, type UnitRange } from './unit-range.ts'

/** A name below a chart; `place` is its share of the width, 0 to 1. */
export interface AxisMark {
  readonly place: number
  readonly label: string
}

const MOST_MARKS = 12

/** Names for some units of a range: years where there are many, else months, else days. */
export function axisMarks(range: UnitRange, language: Language): readonly AxisMark[] {
  const { grain, first, last } = range
  const units = last - first + 1
  const marks: (AxisMark & { readonly text: string })[] = []
  const byYear = !sameYear(range)
  for (let unit = first; unit <= last; unit += 1) {
    const day = daysOf(unit, grain).from
    const text = byYear ? day.slice(0, 4) : shortName(day, grain === 'day' || grain === 'week', language)
    if (marks.at(-1)?.text === text) continue
    marks.push({ place: (unit - first) / units, label: text, text })
  }
  const step = Math.ceil(marks.length / MOST_MARKS)
  return marks.filter((_, place) => place % step === 0).map(({ place, label }) => ({ place, label }))
}

function sameYear({ grain, first, last }: UnitRange): boolean {
  return daysOf(first, grain).from.slice(0, 4) === daysOf(last, grain).to.slice(0, 4)
}

function shortName(day: string, withDay: boolean, language: Language): string {
  const month = MONTHS_SHORT[language][Number(day.slice(5, 7)) - 1] ?? ''
  return withDay ? `${Number(day.slice(8))} ${month}` : month
}
