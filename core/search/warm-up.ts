import type { IndexView } from './segment/index-view.ts'
import { termAt, type Segment } from './segment/segment.ts'

/** Frequent words whose lists are long enough for the compiler to take the loops over them seriously. */
const WORDS = 24
const LETTERS = /^\p{L}{4,}$/u

/** Queries of all kinds over frequent words of the index, to be run before the user asks the first of them. */
export function warmUpQueries(view: IndexView): readonly string[] {
  const words = frequentWords(view)
  const queries: string[] = []
  for (let at = 0; at + 3 < words.length; at += 4) {
    const [one = '', two = '', three = '', four = ''] = words.slice(at, at + 4)
    queries.push(`${one} ${two}`, `"${two} ${three}"`, `${three} NEAR/5 ${four}`, `${one.slice(0, 4)}*`, `${four}x~1`)
    queries.push(two.slice(0, 3), `title:${three}`, four)
  }
  return queries
}

function frequentWords({ segments }: IndexView): readonly string[] {
  const largest = segments.reduce<Segment | null>(
    (most, segment) => (most === null || segment.documents > most.documents ? segment : most),
    null,
  )
  if (largest === null) return []
  const { firstPlainTerm, terms, frequencies } = largest
  const numbers = Uint32Array.from({ length: terms - firstPlainTerm }, (_, index) => firstPlainTerm + index)
  // Only terms that are in many articles are worth sorting.
  const frequent = numbers.filter((term) => (frequencies[term] ?? 0) * 50 > largest.documents)
  frequent.sort((left, right) => (frequencies[right] ?? 0) - (frequencies[left] ?? 0))
  return [...frequent.subarray(0, 4 * WORDS)]
    .map((term) => termAt(largest, term))
    .filter((term) => LETTERS.test(term))
    .slice(0, WORDS)
}
