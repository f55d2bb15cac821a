import { memoise } from './bounded-memo.ts'
import { unmixScripts } from './homoglyphs.ts'
import { normalise } from './normalise.ts'

/** One word of a text: its normalised spelling, and where it stands in the text as it was given (UTF-16 offsets). */
export type Token = {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A piece between two separators, cut down to the word in it. */
type TrimmedPiece = {
  readonly text: string
  readonly lead: number
  readonly trail: number
}

/** The complement of lunr's tokenizer separator, with the two hyphens that normalisation would turn into it. */
const PIECE = /[^\s\-\u2010\u2011]+/g
const LEADING = /^[^\p{L}\p{N}]+/u
const TRAILING = /[^\p{L}\p{N}\p{M}]+$/u
/** Kazakh hangs case endings behind closing quotes: «Отан»ның. */
const INNER_QUOTES = /[«»“”„"]/g
const MEMO_LIMIT = 30_000

const trimPiece = memoise(trimPieceAfresh, MEMO_LIMIT)

/**
 * Splits a text into words, at the boundaries of `lunr.tokenizer`, trimmed to letters and digits at both ends. Pieces without a
 * letter or digit are left out.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(PIECE)) {
    const raw = match[0]
    const piece = trimPiece(raw)
    if (piece.text === '') continue
    tokens.push({ text: piece.text, start: match.index + piece.lead, end: match.index + raw.length - piece.trail })
  }
  return tokens
}

/** Normalises and trims one word as `tokenise` does; empty if it holds no letter and no digit. */
export function normaliseWord(word: string): string {
  return trimPiece(word).text
}

function trimPieceAfresh(raw: string): TrimmedPiece {
  const lead = LEADING.exec(raw)?.[0].length ?? 0
  if (lead === raw.length) return { text: '', lead, trail: 0 }
  const trail = TRAILING.exec(raw)?.[0].length ?? 0
  const word = normalise(raw.slice(lead, raw.length - trail)).replace(INNER_QUOTES, '')
  return { text: unmixScripts(word), lead, trail }
}
