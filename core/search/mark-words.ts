import { findWordBorders } from './analysis/word-borders.ts'
import type { IndexView } from './segment/index-view.ts'
import { readPlaces } from './segment/postings.ts'
import type { Place } from './segment/segment-store.ts'
import { STOP_MARK } from './segment/segment.ts'
import type { CompiledQuery } from './query/compile-query.ts'
import type { TermEntry } from './query/term-lookup.ts'
import { DocumentFlags } from './document-flags.ts'

/** Title and text: the fields whose words are marked. */
const MARKED_FIELDS = [0, 1] as const
const LEADING = /^[^\p{L}\p{N}]+/u
const TRAILING = /[^\p{L}\p{N}\p{M}]+$/u

/** A word of a text that the query asked for, without the signs around it; UTF-16 offsets. */
export interface MarkedWord {
  readonly start: number
  readonly end: number
  /** Number of the word in the text. */
  readonly index: number
  /** Which of the query's words it answers. */
  readonly group: number
  readonly term: string
  /** As it stands in the text, in small letters. */
  readonly form: string
}

/** A text with its words and those that are marked, in their order. */
export interface MarkedText {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly marked: readonly MarkedWord[]
}

/** A place in a field where a term of the query stands. */
interface TermPlace {
  readonly place: number
  readonly group: number
  readonly term: string
}

interface WantedTerm {
  readonly entry: TermEntry
  readonly group: number
}

/**
 * Knows where the words of queries stand in some articles. The index has the places of all words, so that no text must be
 * analysed again: only its words are counted.
 */
export class MarkedPlaces {
  private readonly places = new Map<string, TermPlace[]>()

  constructor(view: IndexView, queries: readonly CompiledQuery[], articles: readonly Place[]) {
    const terms = wantedTerms(queries)
    for (const [segment, own] of Map.groupBy(articles, (article) => article.segment)) {
      const index = view.segments.indexOf(segment)
      const wanted = new DocumentFlags(
        segment.documents,
        own.map(({ document }) => document),
      )
      for (const { entry, group } of terms) {
        const term = entry.at[index] ?? -1
        if (term < 0) continue
        for (const field of MARKED_FIELDS) {
          readPlaces(segment, term, field, wanted.flags, (document, list) => {
            this.add(`${index}/${document}/${field}`, list, group, entry.term)
          })
        }
      }
    }
    for (const list of this.places.values()) list.sort((left, right) => left.place - right.place)
  }

  private add(key: string, places: readonly number[], group: number, term: string): void {
    let known = this.places.get(key)
    if (known === undefined) {
      known = []
      this.places.set(key, known)
    }
    for (const place of places) known.push({ place, group, term })
  }

  /** Marks one text of a field; its first word has the place `first`. */
  mark(text: string, article: string, field: 0 | 1, first = 0): MarkedText {
    const { starts, ends } = findWordBorders(text)
    const places = this.places.get(`${article}/${field}`) ?? []
    const marked = places
      .filter(({ place }) => place >= first && place < first + starts.length)
      .map(({ place, group, term }) => {
        const index = place - first
        return { ...wordAt(text, starts[index] ?? 0, ends[index] ?? 0), index, group, term }
      })
    return { text, starts, ends, marked }
  }
}

function wordAt(text: string, start: number, end: number): Pick<MarkedWord, 'start' | 'end' | 'form'> {
  const piece = text.slice(start, end)
  const lead = LEADING.exec(piece)?.[0].length ?? 0
  const trail = TRAILING.exec(piece)?.[0].length ?? 0
  return { start: start + lead, end: end - trail, form: piece.slice(lead, piece.length - trail).toLowerCase() }
}

/** The terms to mark, with the group of the query that each answers. Stop words only where there is nothing else. */
function wantedTerms(queries: readonly CompiledQuery[]): readonly WantedTerm[] {
  const wanted = new Map<string, WantedTerm>()
  for (const query of queries) {
    const onlyStops = query.clauses.every((clause) => clause.terms.every((match) => isStop(match.entry)))
    query.clauses.forEach((clause, group) => {
      if (clause.presence === 'prohibited') return
      const entries = [
        ...clause.terms.map((match) => match.entry),
        ...clause.phrases.flatMap((phrase) => phrase.slots.flat()),
      ]
      for (const entry of entries) {
        if (!wanted.has(entry.term) && (onlyStops || !isStop(entry))) wanted.set(entry.term, { entry, group })
      }
    })
  }
  return [...wanted.values()]
}

function isStop({ term }: TermEntry): boolean {
  return term.startsWith(STOP_MARK)
}
