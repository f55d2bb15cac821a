import { foldVariantsOf } from '../analysis/fold.ts'
import { queryTermsOf } from '../analysis/terms.ts'
import { ALL_FIELDS } from '../fields.ts'
import { STOP_MARK } from '../segment/segment.ts'
import { makePhrase, type GroupVariants, type MatchKind, type PhraseMatch, type TermMatch } from './compile-query.ts'
import { phraseMember } from './members.ts'
import type { ParsedQuery, PhraseMember, QueryGroup, QueryMember, WordMember } from './parsed-query.ts'
import type { RowMask } from './row-mask.ts'
import type { TermEntry, TermLookup } from './term-lookup.ts'

/** A tag whose name or alias stands in the query, in whatever language. */
export interface TagAlias {
  readonly tag: string
  /** The groups of the query that make up the name: from (inclusive), to (exclusive). */
  readonly from: number
  readonly to: number
  /** The words as typed. */
  readonly typed: string
  /** Articles that have the tag. */
  readonly rows: RowMask
  /** All names and aliases of the tag. */
  readonly names: readonly string[]
}

interface VariantRequest {
  readonly query: ParsedQuery
  readonly typing: boolean
  readonly aliases: readonly TagAlias[]
}

const PREFIX_LIMITS = { terms: 128, postings: 300_000 }
const FOLD_LIMITS = { terms: 64, postings: 100_000 }
const SHORTEST_PREFIX = 2
/** A word typed too long still finds a term of this length, if no more than so many letters are left over. */
const SHORTEST_CUT = 4
const LONGEST_REST = 3

/**
 * Further ways to match each group of a query, beyond lunr: the beginning of the last word while typing, names of a tag
 * in other languages, and, where few articles were found, Kazakh typed with other letters. They never change what the
 * plain query finds; they add hits below it.
 */
export function findVariants(
  request: VariantRequest,
  lookup: TermLookup,
  fewHits: boolean,
): (GroupVariants | undefined)[] {
  const { groups, lastWordOpen } = request.query
  return groups.map((group, index) => {
    if (group.presence === 'prohibited') return undefined
    const open = request.typing && lastWordOpen && index === groups.length - 1
    const terms = group.members.flatMap((member) => termVariants(member, lookup, open, fewHits))
    const phrases = group.members.flatMap((member) => (fewHits ? phraseVariants(member, lookup) : []))
    const aliases = request.aliases.filter((alias) => alias.from <= index && index < alias.to)
    const rows = aliases.map(({ typed, tag, rows: mask }) => ({ typed, tag, rows: mask }))
    const named = aliases.flatMap((alias) => aliasNames(alias, group, lookup))
    const all = {
      terms: [...terms, ...named.flatMap((name) => name.terms)],
      phrases: [...phrases, ...named.flatMap((name) => name.phrases)],
      rows,
    }
    return all.terms.length + all.phrases.length + all.rows.length === 0 ? undefined : all
  })
}

function termVariants(member: QueryMember, lookup: TermLookup, open: boolean, fewHits: boolean): TermMatch[] {
  const found = new Map<TermEntry, MatchKind>()
  const add = (entries: readonly TermEntry[], how: MatchKind): void => {
    for (const entry of entries) if (!found.has(entry) && !entry.term.startsWith(STOP_MARK)) found.set(entry, how)
  }
  if (member.kind === 'word') {
    if (open) add(beginnings(member, lookup), 'prefix')
    if (fewHits) add(respelt(member.text, lookup), spellingKind(member.text))
    if (open && fewHits) add(respeltBeginnings(member.text, lookup), spellingKind(member.text))
    for (const term of queryTermsOf(member.text)) {
      const known = lookup.entry(term)
      if (known !== null) found.delete(known)
    }
  }
  if (member.kind === 'wildcard') add(stemsOfPrefix(member.pattern, lookup), 'stem')
  const { typed, fields, boost } = member
  return [...found].map(([entry, how]) => ({ entry, how, typed, fields, boost, scored: true }))
}

function spellingKind(word: string): MatchKind {
  return /[\u0400-\u04ff]/.test(word) ? 'layout' : 'latin'
}

/** What the word may become when it is typed on; and terms that it has run past by a few letters. */
function beginnings(member: WordMember, lookup: TermLookup): readonly TermEntry[] {
  const { text } = member
  if (text.length < SHORTEST_PREFIX) return []
  const longer = lookup.beginning(text, PREFIX_LIMITS).entries
  const shorter = Array.from({ length: LONGEST_REST }, (_, index) => text.slice(0, -(index + 1)))
    .filter((beginning) => beginning.length >= SHORTEST_CUT)
    .map((beginning) => lookup.entry(beginning))
    .filter((entry) => entry !== null)
  return longer.length > 0 ? longer : shorter
}

function respelt(word: string, lookup: TermLookup): readonly TermEntry[] {
  return foldVariantsOf(word).flatMap((variant) => lookup.folded(variant, false, FOLD_LIMITS).entries)
}

function respeltBeginnings(word: string, lookup: TermLookup): readonly TermEntry[] {
  if (word.length < SHORTEST_CUT) return []
  return foldVariantsOf(word).flatMap((variant) => lookup.folded(variant, true, PREFIX_LIMITS).entries)
}

/** `университеты*`: the index holds the stem, which is shorter than the beginning. */
function stemsOfPrefix(pattern: string, lookup: TermLookup): readonly TermEntry[] {
  if (pattern.indexOf('*') !== pattern.length - 1) return []
  return queryTermsOf(pattern.slice(0, -1))
    .map((term) => lookup.entry(term))
    .filter((entry) => entry !== null)
}

/** The phrase with every word also in its other spellings. */
function phraseVariants(member: QueryMember, lookup: TermLookup): PhraseMatch[] {
  if (member.kind !== 'phrase') return []
  const slots = slotEntries(member, lookup, true)
  const plain = slotEntries(member, lookup, false)
  // Without another spelling it is the phrase itself, which the plain query has looked for already.
  const same = plain?.every((slot, index) => slot.length === slots?.[index]?.length) === true
  return slots === null || same ? [] : [makePhrase(slots, member, 'layout', null)]
}

function slotEntries(member: PhraseMember, lookup: TermLookup, other: boolean): TermEntry[][] | null {
  const slots = member.slots.map((slot) => {
    if (!('text' in slot)) return [...lookup.matching(slot.pattern, PREFIX_LIMITS).entries]
    const plain = [...queryTermsOf(slot.text), STOP_MARK + slot.text]
      .map((term) => lookup.entry(term))
      .filter((entry) => entry !== null)
    return [...new Set(other ? [...plain, ...respelt(slot.text, lookup)] : plain)]
  })
  return slots.some((slot) => slot.length === 0) ? null : slots
}

/** The other names of a tag, as they may stand in the texts. */
function aliasNames(
  alias: TagAlias,
  group: QueryGroup,
  lookup: TermLookup,
): { terms: TermMatch[]; phrases: PhraseMatch[] }[] {
  const fields = group.members.reduce((mask, member) => mask | member.fields, 0) & ALL_FIELDS
  return alias.names.map((name) => {
    const member = phraseMember(name, alias.typed, fields, 1, null)
    if (member === null || member.kind === 'wildcard') return { terms: [], phrases: [] }
    if (member.kind === 'phrase') {
      const slots = slotEntries(member, lookup, false)
      return { terms: [], phrases: slots === null ? [] : [makePhrase(slots, member, 'alias', alias.tag)] }
    }
    const terms = queryTermsOf(member.text)
      .map((term) => lookup.entry(term))
      .filter((entry) => entry !== null)
      .map((entry): TermMatch => ({ entry, fields, boost: 1, typed: alias.typed, how: 'alias', scored: false }))
    return { terms, phrases: [] }
  })
}
