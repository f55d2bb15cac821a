import type { MatchReason, SearchNotice } from '../../model/search-result.ts'
import { isStopWord, queryTermsOf } from '../analysis/terms.ts'
import { FIELD_COUNT } from '../fields.ts'
import type { IndexView } from '../segment/index-view.ts'
import type { RowMask } from './row-mask.ts'
import { STOP_MARK } from '../segment/segment.ts'
import { NoticeList } from './notice-list.ts'
import type { ParsedQuery, PhraseMember, Presence, QueryGroup, QueryMember } from './parsed-query.ts'
import { EXPANSION_LIMITS, TermLookup, type ExpansionLimits, type TermEntry } from './term-lookup.ts'

/** How a word of the query came to a term. */
export type MatchKind = MatchReason['how']

/** One term that a member of the query stands for. */
export interface TermMatch {
  readonly entry: TermEntry
  readonly fields: number
  readonly boost: number
  /** The word as typed. */
  readonly typed: string
  readonly how: MatchKind
  /** False where it only decides who is a hit. */
  readonly scored: boolean
}

/** Words that must stand together: for each place the terms that may stand there. */
export interface PhraseMatch {
  readonly typed: string
  readonly fields: number
  readonly within: number | null
  readonly slots: readonly (readonly TermEntry[])[]
  /** The same terms as matches, for the score. */
  readonly matches: readonly TermMatch[]
  readonly how: MatchKind
  /** Id of the tag whose name this is, for `alias`. */
  readonly tag: string | null
}

/** Articles that count as matches without any term of theirs: those with a tag. */
export interface RowMatch {
  readonly typed: string
  readonly tag: string
  readonly rows: RowMask
}

/** One group of the query over the terms of the index. */
export interface Clause {
  readonly presence: Presence
  readonly terms: readonly TermMatch[]
  readonly phrases: readonly PhraseMatch[]
  readonly rows: readonly RowMatch[]
  /** Upper bound of the number of articles, to begin with the rarest. */
  readonly cost: number
}

/** A query over the terms of the index, ready to run. */
export interface CompiledQuery {
  readonly clauses: readonly Clause[]
  /** Length of the query vector per field. */
  readonly magnitudes: Float64Array
  readonly notices: readonly SearchNotice[]
  /** Words of the query that no article has. */
  readonly unknownWords: readonly string[]
}

/** Further ways to match a group, found outside of lunr's semantics. */
export interface GroupVariants {
  readonly terms: readonly TermMatch[]
  readonly phrases: readonly PhraseMatch[]
  readonly rows: readonly RowMatch[]
}

const NO_VARIANTS: GroupVariants = { terms: [], phrases: [], rows: [] }

/** Wildcards, scans of the whole dictionary and automata in one query; more would make it slow. */
const MOST_PATTERNS = 8
const MOST_SCANS = 3
const MOST_FUZZY = 4

/** Looks the words of queries up in one state of the index. */
export class QueryCompiler {
  readonly lookup: TermLookup
  private readonly notices = new NoticeList()
  private readonly limits: ExpansionLimits
  private readonly unknown = new Set<string>()
  private patterns = 0
  private scans = 0
  private refusals = 0
  private fuzzy = 0

  constructor(view: IndexView, limits: ExpansionLimits = EXPANSION_LIMITS) {
    this.lookup = new TermLookup(view)
    this.limits = limits
  }

  /** Compiles the query as lunr understands it, with variants added to its groups where given. */
  compile(query: ParsedQuery, variants: readonly (GroupVariants | undefined)[] = []): CompiledQuery {
    const groups = this.withoutStopWords(query.groups)
    const clauses = countOnce(
      groups.map(({ group, index, presence }) => this.clauseOf(group, presence, variants[index] ?? NO_VARIANTS)),
    )
    return {
      clauses,
      magnitudes: weigh(clauses),
      notices: this.notices.all(),
      unknownWords: [...this.unknown],
    }
  }

  /**
   * A required function word would empty the result, since it is in no list: one that is a function word in every language
   * is left out, one that is a word of content in another becomes optional. A query of nothing else is looked up as it is.
   */
  private withoutStopWords(groups: readonly QueryGroup[]) {
    const sorted = groups.map((group, index) => ({ group, index, presence: group.presence, stop: stopRank(group) }))
    const content = sorted.filter(({ stop }) => stop === 'none')
    if (content.length === 0) return sorted
    const ignored = sorted.filter(({ stop, presence }) => stop !== 'none' && presence !== 'prohibited')
    if (ignored.length > 0)
      this.notices.add('ignored-words', ...ignored.flatMap(({ group }) => group.members.map((member) => member.typed)))
    return sorted
      .filter(({ stop }) => stop !== 'all')
      .map((entry) =>
        entry.stop === 'some' && entry.presence === 'required' ? { ...entry, presence: 'optional' as const } : entry,
      )
  }

  private clauseOf(group: QueryGroup, presence: Presence, variants: GroupVariants): Clause {
    const terms: TermMatch[] = []
    const phrases: PhraseMatch[] = []
    const refusals = this.refusals
    for (const member of group.members) {
      if (member.kind === 'phrase') phrases.push(this.phraseOf(member))
      else terms.push(...this.termsOf(member))
    }
    if (variants.rows.length === 0 && variants.terms.length === 0) this.noteUnknown(group, terms, phrases)
    const allTerms = [...terms, ...variants.terms]
    const allPhrases = [...phrases, ...variants.phrases]
    const cost =
      allTerms.reduce((sum, match) => sum + match.entry.frequency, 0) +
      allPhrases.reduce((sum, phrase) => sum + phraseCost(phrase), 0) +
      variants.rows.reduce((sum, match) => sum + match.rows.count, 0)
    // What was refused is left out: it must not empty the result.
    const leftOut = presence === 'required' && this.refusals > refusals && allTerms.length + allPhrases.length === 0
    return {
      presence: leftOut ? 'optional' : presence,
      terms: allTerms,
      phrases: allPhrases,
      rows: variants.rows,
      cost,
    }
  }

  private noteUnknown(group: QueryGroup, terms: readonly TermMatch[], phrases: readonly PhraseMatch[]): void {
    if (terms.length > 0 || group.presence === 'prohibited') return
    for (const member of group.members) {
      if (member.kind !== 'phrase') this.unknown.add(member.typed)
    }
    for (const phrase of phrases) {
      const slots = group.members.find((member) => member.kind === 'phrase' && member.typed === phrase.typed)
      phrase.slots.forEach((slot, index) => {
        const text = slots?.kind === 'phrase' ? slots.slots[index] : undefined
        if (slot.length === 0 && text !== undefined && 'text' in text) this.unknown.add(text.text)
      })
    }
  }

  private termsOf(member: Exclude<QueryMember, PhraseMember>): TermMatch[] {
    const { typed, fields, boost } = member
    const match =
      (how: MatchKind, scored = true) =>
      (entry: TermEntry): TermMatch => ({ entry, fields, boost, typed, how, scored })
    switch (member.kind) {
      case 'word': {
        const terms = this.entriesOf(member.text).map(match('stem'))
        return [...terms, ...this.stopEntries(member.text).map(match('exact', false))]
      }
      case 'wildcard':
        return this.patternEntries(member.pattern).map(match('wildcard'))
      case 'fuzzy':
        return this.fuzzyEntries(member.text, member.distance).map(match('fuzzy'))
    }
  }

  private entriesOf(word: string): TermEntry[] {
    return queryTermsOf(word)
      .map((term) => this.lookup.entry(term))
      .filter((entry) => entry !== null)
  }

  private stopEntries(word: string): TermEntry[] {
    const entry = isStopWord(word) ? this.lookup.entry(STOP_MARK + word) : null
    return entry === null ? [] : [entry]
  }

  private patternEntries(pattern: string): readonly TermEntry[] {
    if (!pattern.includes('*')) return this.entriesOf(pattern)
    this.patterns += 1
    if (pattern.startsWith('*')) this.scans += 1
    if (this.patterns > MOST_PATTERNS || this.scans > MOST_SCANS) {
      this.refusals += 1
      this.notices.add('wildcard-refused', pattern)
      return []
    }
    const { entries, truncated } = this.lookup.matching(pattern, this.limits)
    if (truncated) this.notices.add('truncated', pattern)
    return entries
  }

  private fuzzyEntries(text: string, distance: number): readonly TermEntry[] {
    this.fuzzy += 1
    if (this.fuzzy > MOST_FUZZY) {
      this.notices.add('wildcard-refused', `${text}~${distance}`)
      return this.entriesOf(text)
    }
    // As in lunr, what is near to two stems of a word weighs twice.
    return queryTermsOf(text).flatMap((term) => {
      const { entries, truncated } = this.lookup.near(term, distance, this.limits)
      if (truncated) this.notices.add('truncated', text)
      return entries
    })
  }

  private phraseOf(member: PhraseMember): PhraseMatch {
    const slots = member.slots.map((slot) =>
      'text' in slot
        ? [...this.entriesOf(slot.text), ...this.stopEntries(slot.text)]
        : this.patternEntries(slot.pattern),
    )
    return makePhrase(slots, member, 'phrase', null)
  }
}

/** Puts a phrase together from the terms that may stand at its places. */
export function makePhrase(
  slots: readonly (readonly TermEntry[])[],
  member: Pick<PhraseMember, 'typed' | 'fields' | 'within' | 'boost'>,
  how: MatchKind,
  tag: string | null,
): PhraseMatch {
  const { typed, fields, within, boost } = member
  const matches = slots.flatMap((slot) =>
    slot
      .filter((entry) => !entry.term.startsWith(STOP_MARK))
      .map((entry): TermMatch => ({ entry, fields, boost, typed, how, scored: tag === null })),
  )
  return { typed, fields, within, slots, matches, how, tag }
}

/** A phrase is no more frequent than its rarest word. */
function phraseCost(phrase: PhraseMatch): number {
  return Math.min(...phrase.slots.map((slot) => slot.reduce((sum, entry) => sum + entry.frequency, 0)))
}

/** Whether a group is one function word: in every language it may belong to, in some, or not at all. */
function stopRank(group: QueryGroup): 'all' | 'some' | 'none' {
  const [member] = group.members
  if (group.members.length !== 1 || member?.kind !== 'word') return 'none'
  const russian = isStopWord(member.text, 'ru')
  const kazakh = isStopWord(member.text, 'kk')
  if (russian && kazakh) return 'all'
  return russian || kazakh ? 'some' : 'none'
}

/** A word of a phrase that also stands alone in the query is scored there and not in the phrase again. */
function countOnce(clauses: readonly Clause[]): Clause[] {
  const alone = new Set(
    clauses.flatMap((clause) => clause.terms.filter((match) => match.scored).map((match) => match.entry.term)),
  )
  return clauses.map((clause) => ({
    ...clause,
    phrases: clause.phrases.map((phrase) => {
      const seen = new Set(alone)
      const matches = phrase.matches.filter(({ entry }) => !seen.has(entry.term) && seen.add(entry.term))
      return { ...phrase, matches }
    }),
  }))
}

/** Sets the weights of the terms in the query vector; returns its length per field. */
function weigh(clauses: readonly Clause[]): Float64Array {
  const entries = new Set<TermEntry>()
  for (const clause of clauses) for (const match of scoredMatches(clause)) entries.add(match.entry)
  for (const entry of entries) entry.weights.fill(0)
  for (const clause of clauses) {
    for (const { entry, fields, boost } of scoredMatches(clause)) {
      for (let field = 0; field < FIELD_COUNT; field += 1) {
        if (((fields >> field) & 1) !== 0) entry.weights[field] = (entry.weights[field] ?? 0) + boost
      }
    }
  }
  const magnitudes = new Float64Array(FIELD_COUNT)
  for (const { weights } of entries) {
    weights.forEach((weight, field) => (magnitudes[field] = (magnitudes[field] ?? 0) + weight * weight))
  }
  return magnitudes.map((sum) => Math.sqrt(sum) || 1)
}

/** The matches of a clause that count in the score. */
export function scoredMatches(clause: Clause): TermMatch[] {
  if (clause.presence === 'prohibited') return []
  return [...clause.terms, ...clause.phrases.flatMap((phrase) => phrase.matches)].filter((match) => match.scored)
}
