import type { MatchReason } from '../model/search-result.ts'
import { normaliseWord } from './analysis/tokenise.ts'
import { DocumentFlags } from './document-flags.ts'
import { contributionOf } from './query/run-query.ts'
import type { Clause, CompiledQuery, PhraseMatch, TermMatch } from './query/compile-query.ts'
import { phraseDocuments } from './query/phrase-documents.ts'
import type { IndexView } from './segment/index-view.ts'
import { postingLists, readPostings } from './segment/postings.ts'
import { STOP_MARK, type Segment } from './segment/segment.ts'
import type { Place } from './segment/segment-store.ts'

/** The articles on screen that lie in one segment. */
interface SegmentArticles {
  readonly segment: Segment
  readonly index: number
  readonly wanted: DocumentFlags
}

function segmentArticles(view: IndexView, places: readonly Place[]): SegmentArticles[] {
  return [...Map.groupBy(places, ({ segment }) => segment)].map(([segment, own]) => ({
    segment,
    index: view.segments.indexOf(segment),
    wanted: new DocumentFlags(
      segment.documents,
      own.map(({ document }) => document),
    ),
  }))
}

/** How often a term is in a field of an article, for the articles on screen. */
export class ReasonTable {
  private readonly view: IndexView
  private readonly query: CompiledQuery
  /** Per term: contribution to the score by segment number and article. */
  private readonly shares = new Map<TermMatch, Map<string, number>>()
  private readonly phrases = new Map<PhraseMatch, Map<number, Set<number>>>()

  /** Reads the lists of all terms of a query for these articles, once. */
  constructor(view: IndexView, query: CompiledQuery, places: readonly Place[]) {
    this.view = view
    this.query = query
    const articles = segmentArticles(view, places)
    const seen = new Set<string>()
    for (const clause of query.clauses) {
      if (clause.presence === 'prohibited') continue
      for (const match of clause.terms) this.loadTerm(match, articles, seen)
      for (const phrase of clause.phrases) {
        const sets = articles.map(
          ({ segment, index, wanted }) =>
            [index, new Set(phraseDocuments(segment, index, phrase, wanted.flags))] as const,
        )
        this.phrases.set(phrase, new Map(sets))
        for (const match of phrase.matches) this.loadTerm(match, articles, new Set())
      }
    }
  }

  private loadTerm(match: TermMatch, articles: readonly SegmentArticles[], seen: Set<string>): void {
    const shares = new Map<string, number>()
    this.shares.set(match, shares)
    for (const { segment, index, wanted } of articles) {
      const term = match.entry.at[index] ?? -1
      if (term < 0) continue
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

  /** The tags named in the query that an article has, whether or not its words are in the text too. */
  tagsOf(row: number): MatchReason[] {
    const rows = this.query.clauses.flatMap((clause) => clause.rows)
    const tags = new Map(rows.filter((match) => match.rows.rows[row] === 1).map((match) => [match.tag, match.typed]))
    return [...tags].map(([term, word]) => ({ word, how: 'alias', term, score: 0 }))
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
