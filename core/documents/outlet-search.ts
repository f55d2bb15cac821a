import { queryTermsOf } from '../search/analysis/terms.ts'
import { tokenise } from '../search/analysis/tokenise.ts'

/** More outlets than a search in a report should name. */
const MOST_NAMED = 40

/**
 * The outlets that the search for one must leave out, so that it finds this one alone: a search for the words of Dala
 * Times would find Dala Times Weekly as well. For articles without an outlet: all there are, or null if that is too many.
 */
export function outletsToLeaveOut(outlet: string, all: readonly string[]): readonly string[] | null {
  if (outlet === '') {
    const named = all.filter((other) => other !== '')
    return named.length > MOST_NAMED ? null : named
  }
  const words = termsIn(outlet)
  return all.filter((other) => other !== outlet && holds(termsIn(other), words))
}

type Terms = readonly (readonly string[])[]

function termsIn(text: string): Terms {
  return tokenise(text).map((token) => queryTermsOf(token.text))
}

/** Whether a longer name has all words of a shorter one in a row. */
function holds(longer: Terms, shorter: Terms): boolean {
  const starts = longer.length - shorter.length
  if (starts <= 0) return false
  return Array.from({ length: starts + 1 }, (_, start) => start).some((start) =>
    shorter.every((terms, at) => longer[start + at]?.some((term) => terms.includes(term))),
  )
}
