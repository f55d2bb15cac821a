import type { Article } from '../../model/article.ts'
import type { PartialDay } from '../../model/calendar-day.ts'
import { placesOf } from './source-places.ts'
import type { Correction } from './rule-store.ts'

/** Parts of a rule's value that is a list of names. */
export const NAME_SEPARATOR = '; '

/** The day with day and month exchanged, or null where that gives no day or the same one. */
export function swapDayAndMonth(day: PartialDay): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (match === null) return null
  const [, year = '', month = '', dayOfMonth = ''] = match
  return Number(dayOfMonth) > 12 || month === dayOfMonth ? null : `${year}-${dayOfMonth}-${month}`
}

/** What an edit says about the sources of the article's place: what was found there was wrong, and what it should be. */
export function correctionsOf(before: Article, after: Article): readonly Correction[] {
  if (before.imported === null) return []
  // The outlet is what may be corrected, so it cannot be the place.
  const [place] = placesOf(before.imported.source, { url: after.url || before.url, outlet: '' })
  if (place === undefined) return []
  const corrections: Correction[] = []
  const note = (kind: Correction['kind'], was: string, value: string): void => {
    if (value !== '' && value !== was) corrections.push({ kind, place, was, value, article: after.id })
  }
  note('outlet', before.outlet, after.outlet)
  note('authors', before.authors.join(NAME_SEPARATOR), after.authors.join(NAME_SEPARATOR))
  note('language', before.language, after.language)
  note('kind', before.kind, after.kind)
  if (before.published !== null && after.published !== null && swapDayAndMonth(before.published) === after.published) {
    note('day-order', '', 'month-first')
  }
  return corrections
}
