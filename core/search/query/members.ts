import { normalise } from '../analysis/normalise.ts'
import { normaliseWord } from '../analysis/tokenise.ts'
import type { PhraseMember, PhraseSlot, QueryMember, WildcardMember, WordMember } from './parsed-query.ts'

const OUTSIDE_PATTERN = /^[^\p{L}\p{N}*]+|[^\p{L}\p{N}\p{M}*]+$/gu
const SEPARATORS = /[\s\-\u2010\u2011]+/
/** A longer word is not worth the automaton of its misspellings. */
const LONGEST_FUZZY = 24
const SHORTEST_FUZZY = 4
const LARGEST_DISTANCE = 2
/** A longer word is no word: base64, a run of signs. */
const LONGEST_WORD = 256
const LONGEST_PATTERN = 64
/** A longer quotation is looked up by its beginning. */
const MOST_SLOTS = 32

/** A word, or null if there is no letter and no digit in it. */
export function wordMember(text: string, typed: string, fields: number, boost: number): WordMember | null {
  const word = normaliseWord(text.slice(0, LONGEST_WORD))
  return word === '' ? null : { kind: 'word', text: word, typed, fields, boost }
}

/** A word with wildcards, or null where it would match nearly everything. */
export function wildcardMember(pattern: string, fields: number, boost: number): WildcardMember | null {
  const text = cleanPattern(pattern)
  return text === null ? null : { kind: 'wildcard', pattern: text, typed: pattern, fields, boost }
}

function cleanPattern(pattern: string): string | null {
  const text = normalise(pattern)
    .replace(OUTSIDE_PATTERN, '')
    .replace(/\*{2,}/g, '*')
  if (text.length > LONGEST_PATTERN || !/[\p{L}\p{N}]/u.test(text)) return null
  return text
}

/** A word with a number of allowed misspellings, or null if that is too many or the word too short. */
export function fuzzyMember(text: string, distance: number, fields: number, boost: number): QueryMember | null {
  const word = normaliseWord(text)
  if (word.length < SHORTEST_FUZZY || word.length > LONGEST_FUZZY || distance > LARGEST_DISTANCE) return null
  return { kind: 'fuzzy', text: word, distance, typed: `${text}~${distance}`, fields, boost }
}

/** A phrase; a word where there is only one; null where there is none. */
export function phraseMember(
  text: string,
  typed: string,
  fields: number,
  boost: number,
  within: number | null,
): WordMember | WildcardMember | PhraseMember | null {
  const slots = text
    .split(SEPARATORS)
    .slice(0, MOST_SLOTS)
    .map(slotOf)
    .filter((slot) => slot !== null)
  const [only] = slots
  if (only === undefined) return null
  if (slots.length > 1) return { kind: 'phrase', typed, slots, within, fields, boost }
  return 'text' in only
    ? { kind: 'word', text: only.text, typed, fields, boost }
    : { kind: 'wildcard', pattern: only.pattern, typed, fields, boost }
}

function slotOf(piece: string): PhraseSlot | null {
  if (piece.includes('*')) {
    const pattern = cleanPattern(piece)
    if (pattern?.includes('*') === true) return { pattern }
  }
  const word = normaliseWord(piece.slice(0, LONGEST_WORD))
  return word === '' ? null : { text: word }
}
