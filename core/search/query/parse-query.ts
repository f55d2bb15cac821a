import { normalise } from '../analysis/normalise.ts'
import { ALL_FIELDS, fieldBit, FIELD_NAMES } from '../fields.ts'
import { fieldMaskOfWord, filterFieldOf } from './field-names.ts'
import { isQueryParseError, LUNR_PROHIBITED, LUNR_REQUIRED, parseLunrClauses } from './lunr-clauses.ts'
import { fuzzyMember, phraseMember, wildcardMember, wordMember } from './members.ts'
import { NoticeList } from './notice-list.ts'
import { DEFAULT_NEAR, isAndWord, isNotWord, isOrWord, nearDistance } from './operators.ts'
import type { ParsedQuery, Presence, QueryMember, TypedFilter } from './parsed-query.ts'
import { splitQuery, type QueryPiece } from './split-query.ts'
import { addTypedFilter, NO_TYPED_FILTER } from './typed-filter.ts'

/** Longest query that is read; what is behind it is ignored with a notice. */
const LONGEST_QUERY = 10_000
/** Most groups of a query; a pasted article is searched by its first words. */
const MOST_GROUPS = 64
/** `~` without a number allows two misspellings from this length on, else one. */
const SHORTEST_TWO_EDITS = 8
const FIELD_PREFIX = /^([+-]?)([\p{L}]{1,20}):(.*)$/su

/** What a word means that has no sign before it: all of them are wanted, or any of them as in lunr itself. */
export type WordsWanted = 'all' | 'any'

/**
 * Reads what a user typed. Nothing throws: what cannot be understood is read as plain words, with a notice.
 *
 * @example parseQuery('cardiff -title:forum from:2025 "study abroad"', 'all')
 */
export function parseQuery(query: string, wanted: WordsWanted): ParsedQuery {
  const notices = new NoticeList()
  const cut = query.length > LONGEST_QUERY ? query.slice(0, LONGEST_QUERY) : query
  if (cut.length < query.length) notices.add('truncated')
  const { pieces, repaired } = splitQuery(cut)
  if (repaired) notices.add('query-repaired')
  const groups = new GroupReader(pieces, /\p{Ll}/u.test(cut), notices).read()
  const explicit = groups.groups.some((group) => group.presence === 'required')
  const unmarked: Presence = wanted === 'all' && !explicit ? 'required' : 'optional'
  if (groups.groups.length > MOST_GROUPS) notices.add('truncated')
  return {
    text: cut,
    groups: groups.groups
      .slice(0, MOST_GROUPS)
      .map(({ presence, members }) => ({ presence: presence === 'unmarked' ? unmarked : presence, members })),
    filter: groups.filter,
    notices: notices.all(),
    lastWordOpen: /\S$/u.test(cut),
  }
}

type DraftGroup = { presence: Presence | 'unmarked'; readonly members: QueryMember[] }

class GroupReader {
  private readonly pieces: readonly QueryPiece[]
  private readonly mixedCase: boolean
  private readonly notices: NoticeList
  private readonly groups: DraftGroup[] = []
  private filter: TypedFilter = NO_TYPED_FILTER
  /** Plain pieces that wait to be read by lunr together. */
  private run: string[] = []
  /** Set by OR: the next group joins the one before. */
  private joining = false
  private negating = false
  /** Set by NEAR: the next word belongs to the one before. */
  private near: number | null = null

  constructor(pieces: readonly QueryPiece[], mixedCase: boolean, notices: NoticeList) {
    this.pieces = pieces
    this.mixedCase = mixedCase
    this.notices = notices
  }

  read(): { readonly groups: readonly DraftGroup[]; readonly filter: TypedFilter } {
    const { pieces } = this
    for (let at = 0; at < pieces.length; at += 1) {
      const piece = pieces[at]
      if (piece === undefined) continue
      if (piece.kind === 'quoted') this.readQuoted(piece)
      else if (!this.readOperator(piece.text, at) && !this.readFilter(piece.text)) this.run.push(piece.text)
      if (this.joining || this.negating || this.near !== null) this.closeRunAfterOperator(piece)
    }
    this.closeRun()
    return { groups: this.groups.filter((group) => group.members.length > 0), filter: this.filter }
  }

  /** The word right behind an operator is read alone, so that the operator reaches no further. */
  private closeRunAfterOperator(piece: QueryPiece): void {
    if (this.run.length > 0 && piece.kind === 'plain' && this.run.at(-1) === piece.text) this.closeRun()
  }

  private readOperator(text: string, at: number): boolean {
    const between = at > 0 && at < this.pieces.length - 1
    if (isOrWord(text, this.mixedCase) && between) {
      this.closeRun()
      this.joining = true
      return true
    }
    if (isAndWord(text, this.mixedCase) && between) return true
    if (isNotWord(text, this.mixedCase) && at < this.pieces.length - 1) {
      this.closeRun()
      this.negating = true
      return true
    }
    const near = nearDistance(text)
    if (near === null || !between) return false
    this.closeRun()
    if (this.groups.length === 0) return false
    this.near = near
    return true
  }

  private readFilter(text: string): boolean {
    const match = FIELD_PREFIX.exec(text)
    if (match === null) return false
    const [, sign, word = '', value = ''] = match
    const field = filterFieldOf(word)
    if (field === undefined) return false
    const filter = addTypedFilter(this.filter, field, value, sign === '-')
    if (filter === null) return false
    this.filter = filter
    return true
  }

  private readQuoted(piece: Extract<QueryPiece, { kind: 'quoted' }>): void {
    this.closeRun()
    if (piece.field !== '' && piece.sign === '' && this.readFilter(`${piece.field}:${piece.text}`)) return
    const named = piece.field === '' ? ALL_FIELDS : fieldMaskOfWord(piece.field)
    if (named === undefined) this.notices.add('unknown-field', piece.field)
    const member = phraseMember(piece.text, piece.text, named ?? ALL_FIELDS, piece.boost ?? 1, piece.within)
    if (member === null) {
      if (piece.text.trim() !== '') this.notices.add('ignored-words', piece.text.trim())
      return
    }
    this.add(piece.sign === '+' ? 'required' : piece.sign === '-' ? 'prohibited' : 'unmarked', [member])
  }

  private closeRun(): void {
    const { run } = this
    if (run.length === 0) return
    this.run = []
    const prepared = run.map(prepareForLunr)
    if (this.readByLunr(prepared.join(' '))) return
    run.forEach((word, index) => {
      if (!this.readByLunr(prepared[index] ?? word)) this.readAsWords(word)
    })
  }

  /** Lunr's own reading; false if it finds fault with the text. */
  private readByLunr(text: string): boolean {
    try {
      for (const clause of parseLunrClauses(text)) {
        const fields = clause.fields.reduce((mask, name) => mask | maskOfName(name), 0)
        const presence = presenceOf(clause.presence)
        const members = this.membersOf(clause.term, clause.editDistance, fields, clause.boost)
        if (members.length > 0) this.add(presence, members)
      }
      return true
    } catch (error) {
      if (isQueryParseError(error)) return false
      throw error
    }
  }

  private membersOf(term: string, distance: number | undefined, fields: number, boost: number): QueryMember[] {
    if (term.includes('*')) {
      const member = wildcardMember(term, fields, boost)
      if (member !== null) return [member]
      this.notices.add('wildcard-refused', term)
      return []
    }
    if (distance !== undefined && distance > 0) {
      const member = fuzzyMember(term, distance, fields, boost)
      if (member !== null) return [member]
      this.notices.add('wildcard-refused', `${term}~${distance}`)
    }
    const member = wordMember(term, term, fields, boost)
    if (member === null) this.notices.add('ignored-words', term)
    return member === null ? [] : [member]
  }

  /** A word that lunr refuses: signs in front are kept, an unknown field is read as text. */
  private readAsWords(typed: string): void {
    const sign = /^-+(?=[\p{L}\p{N}])/u.test(typed) ? 'prohibited' : 'unmarked'
    const field = FIELD_PREFIX.exec(typed)
    const address = /^[+-]?[\p{L}]+:\/\//u.test(typed)
    if (field !== null && !address && /[\p{L}\p{N}]/u.test(field[3] ?? '')) {
      this.readNamedField(field[2] ?? '', field[3] ?? '', sign)
      return
    }
    const words = typed.split(/[\s\-\u2010\u2011]+/).map((word) => wordMember(word, word, ALL_FIELDS, 1))
    const known = words.filter((word) => word !== null)
    if (known.length === 0) this.notices.add('ignored-words', typed.slice(0, 40))
    else this.notices.add('query-repaired')
    for (const word of known) this.add(sign, [word])
  }

  private readNamedField(name: string, value: string, presence: Presence | 'unmarked'): void {
    const mask = fieldMaskOfWord(name)
    if (mask === undefined) this.notices.add('unknown-field', name)
    const whole = wordMember(`${name}:${value}`, `${name}:${value}`, ALL_FIELDS, 1)
    const parts = phraseMember(`${name} ${value}`, `${name}:${value}`, ALL_FIELDS, 1, DEFAULT_NEAR)
    const named = wordMember(value, value, mask ?? ALL_FIELDS, 1)
    if (mask !== undefined) {
      if (named !== null) this.add(presence, [named])
      return
    }
    this.add(
      presence,
      [whole, parts].filter((member) => member !== null),
    )
  }

  private add(presence: Presence | 'unmarked', members: readonly QueryMember[]): void {
    const before = this.groups.at(-1)
    if (this.near !== null && before !== undefined) {
      const joined = joinNear(before.members, members, this.near)
      this.near = null
      if (joined !== null) {
        before.members.splice(0, before.members.length, joined)
        return
      }
    }
    if (this.joining && before !== undefined && presence !== 'prohibited') {
      this.joining = false
      before.members.push(...members)
      return
    }
    this.joining = false
    const sign = this.negating ? 'prohibited' : presence
    this.negating = false
    this.groups.push({ presence: sign, members: [...members] })
  }
}

/** One word of the query in lunr's spelling: a bare `~` gets its number, a field its English name. */
function prepareForLunr(text: string): string {
  const word = normalise(text)
  const numbered = word.endsWith('~') ? `${word}${word.length > SHORTEST_TWO_EDITS ? 2 : 1}` : word
  return numbered.replace(/^([+-]?)([\p{L}]{1,20}):(?=\S)/u, (whole, sign: string, name: string) => {
    const mask = fieldMaskOfWord(name)
    return mask === undefined ? whole : `${sign}${FIELD_NAMES.find((field) => fieldBit(field) === mask) ?? name}:`
  })
}

function maskOfName(name: string): number {
  const known = FIELD_NAMES.find((field) => field === name)
  return known === undefined ? 0 : fieldBit(known)
}

function presenceOf(presence: number): Presence | 'unmarked' {
  if (presence === LUNR_REQUIRED) return 'required'
  return presence === LUNR_PROHIBITED ? 'prohibited' : 'unmarked'
}

/** Joins the words on both sides of NEAR; null if there is something else than words. */
function joinNear(left: readonly QueryMember[], right: readonly QueryMember[], within: number): QueryMember | null {
  const members = [...left, ...right]
  const slots = members.flatMap((member) => {
    switch (member.kind) {
      case 'word':
        return [{ text: member.text }]
      case 'wildcard':
        return [{ pattern: member.pattern }]
      case 'phrase':
        return member.slots
      case 'fuzzy':
        return [{ text: member.text }]
    }
  })
  const fields = members.reduce((mask, member) => mask & member.fields, ALL_FIELDS)
  if (slots.length < 2 || fields === 0) return null
  return { kind: 'phrase', typed: members.map((member) => member.typed).join(' '), slots, within, fields, boost: 1 }
}
