import { normaliseWord } from './tokenise.ts'

const SEPARATOR = 1
const WORD_SIGN = 2
const SURROGATE = 3

const KINDS = unitKinds()

/** True for white space and hyphens: the boundaries of `tokenise`. */
export function isSeparator(unit: number): boolean {
  return KINDS[unit] === SEPARATOR
}

/** Where the words of a text stand, as the index counts them: UTF-16 offsets, with the signs around each word. */
export interface WordBorders {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Finds the words of a text without looking at what they mean. */
export function findWordBorders(text: string): WordBorders {
  const starts: number[] = []
  const ends: number[] = []
  const { length } = text
  let at = 0
  while (at < length) {
    while (at < length && KINDS[text.charCodeAt(at)] === SEPARATOR) at += 1
    const start = at
    let kinds = 0
    for (; at < length; at += 1) {
      const kind = KINDS[text.charCodeAt(at)] as number
      if (kind === SEPARATOR) break
      kinds |= 1 << kind
    }
    if ((kinds & (1 << WORD_SIGN)) === 0) {
      // Letters outside of the basic plane are rare enough for the full rules.
      if ((kinds & (1 << SURROGATE)) === 0 || normaliseWord(text.slice(start, at)) === '') continue
    }
    starts.push(start)
    ends.push(at)
  }
  return { starts, ends }
}

function unitKinds(): Uint8Array {
  const kinds = new Uint8Array(65_536)
  for (let unit = 0; unit < kinds.length; unit += 1) {
    const letter = String.fromCharCode(unit)
    if (/[\s\-\u2010\u2011]/.test(letter)) kinds[unit] = SEPARATOR
    else if (unit >= 0xd800 && unit <= 0xdfff) kinds[unit] = SURROGATE
    else if (/[\p{L}\p{N}]/u.test(letter)) kinds[unit] = WORD_SIGN
  }
  return kinds
}
