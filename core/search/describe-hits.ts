import type { MatchReason, Snippet } from '../model/search-result.ts'
import { normaliseWord } from './analysis/tokenise.ts'
import { contributionOf } from './query/run-query.ts'
import type { Clause, CompiledQuery, PhraseMatch, TermMatch } from './query/compile-query.ts'
import { phraseDocuments } from './query/phrase-documents.ts'
import type { StoredText } from './segment/analyse-article.ts'
import type { IndexView } from './segment/index-view.ts'
import { postingLists, readPostings } from './segment/postings.ts'
import { STOP_MARK, type Segment } from './segment/segment.ts'
import type { Place, SegmentStore } from './segment/segment-store.ts'
import { textSnippet, titleSnippet, WordMarker, type MarkedWord } from './snippet.ts'

/** What is shown of a hit beside the article itself. */
export interface HitDetails {
  readonly snippets: readonly Snippet[]
  readonly why: readonly MatchReason[]
}

const NOTHING: HitDetails = { snippets: [], why: [] }

/** Snippets and reasons for rows of a result; rows that are gone by now have none. */
export function describeHits(
  store: SegmentStore,
  view: IndexView,
  exact: CompiledQuery,
  loose: CompiledQuery | null,
  rows: readonly number[],
): HitDetails[] {
  const queries = loose === null ? [exact] : [exact, loose]
  const marker = new WordMarker(termGroups(queries))
  const tables = queries.map((query) => new ReasonTable(view, query))
  const places = rows.map((row) => ({ row, place: store.placeOf(row) }))
  for (const table of tables) table.load(places.map(({ place }) => place).filter((place) => place !== null))
  return places.map(({ row, place }) => {
    if (place === null) return NOTHING
    const text = store.textAt(place)
    const title = marker.mark(text.title, text.language)
    const subtitle = marker.mark(text.subtitle, text.language)
    const body = marker.mark(text.body, text.language)
    const snippets = [titleSnippet(title), titleSnippet(subtitle), textSnippet(body)].filter(
      (snippet) => snippet !== null,
    )
    const forms = formsOf([...title.marked, ...subtitle.marked, ...body.marked], text)
    const reasons = tables.map((table) => table.reasonsOf(place, row, forms))
    const why = reasons.find((list) => list !== null) ?? []
    return { snippets, why }
  })
}

/** For each term of the queries, which group it answers. */
function termGroups(queries: readonly CompiledQuery[]): Map<string, number> {
  const groups = new Map<string, number>()
  for (const query of queries) {
    const onlyStops = query.clauses.every((clause) =>
      clause.terms.every((match) => match.entry.term.startsWith(STOP_MARK)),
    )
    query.clauses.forEach((clause, index) => {
      if (clause.presence === 'prohibited') return
      const entries = [
        ...clause.terms.map((match) => match.entry),
        ...clause.phrases.flatMap((phrase) => phrase.slots.flat()),
      ]
      for (const { term } of entries) {
        if (!groups.has(term) && (onlyStops || !term.startsWith(STOP_MARK))) groups.set(term, index)
      }
    })
  }
  return groups
}

/** Which spellings of each term the article has. */
function formsOf(marked: readonly MarkedWord[], text: StoredText): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>()
  for (const { term, form } of marked) {
    const known = forms.get(term)
    if (known === undefined) forms.set(term, new Set([form]))
    else known.add(form)
  }
  for (const word of [text.outlet, ...text.authors, ...text.tagNames].flatMap((name) => name.split(/\s+/))) {
    const form = normaliseWord(word)
    for (const [term, known] of forms) if (form.startsWith(term)) known.add(form)
  }
  return forms
}

/** How often a term is in a field of an article, for the articles on screen. */
class ReasonTable {
  private readonly view: IndexView
  private readonly query: CompiledQuery
  /** Per term: contribution to the score by segment number and article. */
  private readonly shares = new Map<TermMatch, Map<string, number>>()
  private readonly phrases = new Map<PhraseMatch, Map<number, Set<number>>>()

  constructor(view: IndexView, query: CompiledQuery) {
    this.view = view
    this.query = query
  }

  /** Reads the lists of all terms for these articles, once. */
  load(places: readonly Place[]): void {
    const bySegment = Map.groupBy(places, ({ segment }) => this.view.segments.indexOf(segment))
    const seen = new Set<string>()
    for (const clause of this.query.clauses) {
      if (clause.presence === 'prohibited') continue
      for (const match of clause.terms) this.loadTerm(match, bySegment, seen)
      for (const phrase of clause.phrases) {
        this.phrases.set(phrase, new Map([...bySegment.keys()].map((index) => [index, this.phraseSet(phrase, index)])))
        for (const match of phrase.matches) this.loadTerm(match, bySegment, new Set())
      }
    }
  }

  private phraseSet(phrase: PhraseMatch, index: number): Set<number> {
    const segment = this.view.segments[index]
    return new Set(segment === undefined ? [] : phraseDocuments(segment, index, phrase))
  }

  private loadTerm(match: TermMatch, bySegment: ReadonlyMap<number, readonly Place[]>, seen: Set<string>): void {
    const shares = new Map<string, number>()
    this.shares.set(match, shares)
    for (const [index, places] of bySegment) {
      const segment = this.view.segments[index]
      const term = match.entry.at[index] ?? -1
      if (segment === undefined || term < 0) continue
      const wanted = new Set(places.map(({ document }) => document))
      postingLists(segment, term, match.fields).forEach((list, field) => {
        if (list === undefined) return
        const key = `${match.entry.term}/${field}/${index}`
        const counted = match.scored && !seen.has(key)
        seen.add(key)
        readPostings(list, (document, times) => {
          if (!wanted.has(document)) return
          const at = `${index}/${document}`
          const share = counted ? this.shareOf(segment, match, field, document, times) : 0
          shares.set(at, (shares.get(at) ?? 0) + share)
        })
      })
    }
  }

  private shareOf(segment: Segment, match: TermMatch, field: number, document: number, times: number): number {
    return contributionOf(this.view, segment, match.entry, this.query.magnitudes[field] ?? 1, field, document, times)
  }

  /** The reasons for one article; null if it is no hit of this query. */
  reasonsOf(
    { segment, document }: Place,
    row: number,
    forms: ReadonlyMap<string, ReadonlySet<string>>,
  ): MatchReason[] | null {
    const index = this.view.segments.indexOf(segment)
    const reasons: MatchReason[] = []
    for (const clause of this.query.clauses) {
      if (clause.presence === 'prohibited') continue
      const found = this.reasonsOfClause(clause, index, document, row, forms)
      if (found.length === 0 && clause.presence === 'required') return null
      reasons.push(...found)
    }
    return reasons
  }

  private reasonsOfClause(
    clause: Clause,
    index: number,
    document: number,
    row: number,
    forms: ReadonlyMap<string, ReadonlySet<string>>,
  ): MatchReason[] {
    const at = `${index}/${document}`
    const terms = clause.terms.flatMap((match) => {
      const score = this.shares.get(match)?.get(at)
      if (score === undefined) return []
      return [{ word: match.typed, how: howOf(match, forms), term: match.entry.term.replace(STOP_MARK, ''), score }]
    })
    const phrases = clause.phrases.flatMap((phrase): MatchReason[] => {
      if (this.phrases.get(phrase)?.get(index)?.has(document) !== true) return []
      const score = phrase.matches.reduce((sum, match) => sum + (this.shares.get(match)?.get(at) ?? 0), 0)
      return [{ word: phrase.typed, how: phrase.how, term: phrase.tag ?? phrase.typed, score }]
    })
    const rows = clause.rows
      .filter((match) => match.rows.rows[row] === 1)
      .map((match): MatchReason => ({ word: match.typed, how: 'alias', term: match.tag, score: 0 }))
    return [...terms, ...phrases, ...rows]
  }
}

/** A stem that stands in the text just as it was typed is an exact match. */
function howOf(match: TermMatch, forms: ReadonlyMap<string, ReadonlySet<string>>): MatchReason['how'] {
  if (match.how !== 'stem') return match.how
  const typed = normaliseWord(match.typed)
  return match.entry.term === typed || forms.get(match.entry.term)?.has(typed) === true ? 'exact' : 'stem'
}
