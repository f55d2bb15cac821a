import { FIELD_COUNT } from '../fields.ts'
import { findFolded, findTerm, matchPattern, prefixRange, walkAutomaton } from '../segment/dictionary.ts'
import type { IndexView } from '../segment/index-view.ts'
import { termAt, type Segment } from '../segment/segment.ts'
import { fuzzyAutomaton } from './lunr-clauses.ts'

/** A term of the index with its statistics over all segments and its weight in the query at hand. */
export interface TermEntry {
  readonly term: string
  /** In how many fields of living articles it is. */
  readonly frequency: number
  /** Its number in each segment, or -1. */
  readonly at: Int32Array
  /** Inverse document frequency by lunr's formula. */
  readonly idf: number
  /** Weight per field in the query vector. */
  readonly weights: Float64Array
}

/** Limits of an expansion. */
export interface ExpansionLimits {
  readonly terms: number
  readonly postings: number
}
export const EXPANSION_LIMITS: ExpansionLimits = { terms: 1_024, postings: 300_000 }

/** Finds terms in all segments; serves one compilation of one query. */
export class TermLookup {
  private readonly view: IndexView
  private readonly entries = new Map<string, TermEntry | null>()
  private readonly patterns = new Map<string, Expansion>()

  constructor(view: IndexView) {
    this.view = view
  }

  /** The entry of a term, or null where no living article has it. */
  entry(term: string): TermEntry | null {
    const known = this.entries.get(term)
    if (known !== undefined) return known
    const { segments } = this.view
    const at = new Int32Array(segments.length)
    segments.forEach((segment, index) => (at[index] = findTerm(segment, term)))
    return this.remember(term, at)
  }

  private remember(term: string, at: Int32Array): TermEntry | null {
    const { segments, documents } = this.view
    let frequency = 0
    segments.forEach((segment, index) => {
      const number = at[index] ?? -1
      if (number >= 0) frequency += (segment.frequencies[number] ?? 0) - (segment.surplus.get(term) ?? 0)
    })
    const entry: TermEntry | null =
      frequency <= 0
        ? null
        : { term, frequency, at, idf: inverseFrequency(documents, frequency), weights: new Float64Array(FIELD_COUNT) }
    this.entries.set(term, entry)
    return entry
  }

  /** Terms that fit a pattern with `*`; asked for again, it is not looked for again. */
  matching(pattern: string, limits: ExpansionLimits): Expansion {
    const key = `${limits.terms}/${limits.postings}/${pattern}`
    const known = this.patterns.get(key)
    if (known !== undefined) return known
    const expansion = this.gather((segment) => matchPattern(segment, pattern), limits)
    this.patterns.set(key, expansion)
    return expansion
  }

  /** Terms that begin with a text. */
  beginning(prefix: string, limits: ExpansionLimits): Expansion {
    return this.gather((segment) => {
      const { from, to } = prefixRange(segment, prefix)
      return Array.from({ length: to - from }, (_, index) => from + index)
    }, limits)
  }

  /** Terms within a number of misspellings of a text, by lunr's automaton. */
  near(text: string, distance: number, limits: ExpansionLimits): Expansion {
    const automaton = fuzzyAutomaton(text, distance)
    return this.gather((segment) => walkAutomaton(segment, automaton), limits)
  }

  /** Terms whose folded form is the text, or begins with it. */
  folded(text: string, asPrefix: boolean, limits: ExpansionLimits): Expansion {
    return this.gather((segment) => findFolded(segment, text, asPrefix), limits)
  }

  private gather(find: (segment: Segment) => Iterable<number>, limits: ExpansionLimits): Expansion {
    const { segments } = this.view
    const found = segments.map((segment) => mostFrequent(segment, Uint32Array.from(find(segment)), 2 * limits.terms))
    const truncated = found.some((part) => part.truncated)
    const terms = new Map<string, GatheredTerm>()
    found.forEach((part, index) => {
      // One list for each segment.
      const segment = segments[index] as Segment
      for (const number of part.terms) {
        const name = termAt(segment, number)
        let term = terms.get(name)
        if (term === undefined) {
          term = { name, at: new Int32Array(segments.length).fill(-1), frequency: 0 }
          terms.set(name, term)
        }
        term.at[index] = number
        term.frequency += segment.frequencies[number] as number
      }
    })
    if (!truncated) return capped(this.entriesOf([...terms.values()]), limits, false)
    // Where a segment left terms out, the numbers gathered are not all: looking the rest up is for the likeliest only.
    const likeliest = [...terms.values()].sort((left, right) => right.frequency - left.frequency)
    const entries = likeliest.slice(0, 2 * limits.terms).map(({ name }) => this.entry(name))
    return capped(
      entries.filter((entry) => entry !== null),
      limits,
      true,
    )
  }

  private entriesOf(terms: readonly GatheredTerm[]): TermEntry[] {
    return terms
      .map(({ name, at }) => this.entries.get(name) ?? this.remember(name, at))
      .filter((entry) => entry !== null)
  }
}

/** A term on the way to an entry. */
interface GatheredTerm {
  readonly name: string
  readonly at: Int32Array
  frequency: number
}

/** What a pattern stands for. */
export interface Expansion {
  readonly entries: readonly TermEntry[]
  /** True where rarer terms were left out. */
  readonly truncated: boolean
}

function inverseFrequency(documents: number, frequency: number): number {
  return Math.log(1 + Math.abs((documents - frequency + 0.5) / (frequency + 0.5)))
}

/** The most frequent terms of a segment, where there are too many of them; of equally frequent ones the first. */
function mostFrequent(
  segment: Segment,
  terms: Uint32Array,
  limit: number,
): { readonly terms: Uint32Array; readonly truncated: boolean } {
  if (terms.length <= limit) return { terms, truncated: false }
  const frequencies = terms.map((term) => segment.frequencies[term] ?? 0)
  const least = frequencies.slice().sort()[terms.length - limit] ?? 0
  const above = terms.filter((_, index) => (frequencies[index] ?? 0) > least)
  const just = terms.filter((_, index) => frequencies[index] === least).subarray(0, limit - above.length)
  const kept = new Uint32Array(limit)
  kept.set(above)
  kept.set(just, above.length)
  return { terms: kept, truncated: true }
}

function capped(entries: TermEntry[], limits: ExpansionLimits, truncated: boolean): Expansion {
  const sum = entries.reduce((total, entry) => total + entry.frequency, 0)
  if (entries.length <= limits.terms && sum <= limits.postings) return { entries, truncated }
  entries.sort((left, right) => right.frequency - left.frequency || (left.term < right.term ? -1 : 1))
  let postings = 0
  const kept = entries.filter((entry, index) => {
    postings += entry.frequency
    return index < limits.terms && (index === 0 || postings <= limits.postings)
  })
  return { entries: kept, truncated: true }
}
