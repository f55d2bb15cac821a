import { dayNumber, firstDayOfUnit } from '../../../core/model/calendar-units.ts'
import type { ArticleFilter } from '../../../core/model/article-filter.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import { daysOf, unitsOf, type UnitRange } from '../../../core/model/unit-range.ts'
import type { Period } from './periods.ts'
import { widened } from './units.ts'

/** What is on the screen: its units, its days, and all days that there are. */
export interface Shown {
  readonly range: UnitRange
  readonly period: Period
  readonly bounds: Period
}

/** What a timeline shows for the days of a filter; null where nothing has a date. */
export function shownOf(timeline: Timeline, filter: Pick<ArticleFilter, 'from' | 'to'>): Shown | null {
  const { span, grain, background } = timeline
  const [first, last] = [background[0]?.start ?? span?.from, background.at(-1)?.start ?? span?.to]
  if (first === undefined || last === undefined) return null
  const from = filter.from ?? span?.from ?? first
  const to = filter.to ?? span?.to ?? last
  // The other end may lie beyond all articles.
  const days = from <= to ? { from, to } : { from: to, to: from }
  const edges = unitsOf({ from: first, to: last }, grain)
  const range = widened(unitsOf(days, grain))
  const bounds = {
    from: Math.min(firstDayOfUnit(edges.first, grain), dayNumber(span?.from ?? first)),
    to: Math.max(dayNumber(daysOf(edges.last, grain).to), dayNumber(span?.to ?? last)),
  }
  return {
    range,
    period: {
      from: filter.from === null ? Math.min(bounds.from, dayNumber(days.to)) : dayNumber(days.from),
      to: filter.to === null ? Math.max(bounds.to, dayNumber(days.from)) : dayNumber(days.to),
    },
    bounds,
  }
}
