import { normaliseWord } from './tokenise.ts'

/** White space and hyphens. */
export const SEPARATOR = 1
const WORD_SIGN = 2
const SURROGATE = 3

/** Made when it is first needed, which no start waits for. */
let kindsOfUnits: Uint8Array | null = null

/** For each UTF-16 unit whether it is white space or a hyphen (1): the boundaries of `tokenise`. Other values are other signs. */
export function borderKinds(): Uint8Array {
  kindsOfUnits ??= unitKinds()
  return kindsOfUnits
}

/** Where the words of a text stand, as the index counts them: UTF-16 offsets, with the signs around each word. */
export interface WordBorders {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Finds the words of a text without looking at what they mean. */
export function findWordBorders(text: string): WordBorders {
  const kindOf = borderKinds()
  const starts: number[] = []
  const ends: number[] = []
  const { length } = text
  let at = 0
  while (at < length) {
    while (at < length && kindOf[text.charCodeAt(at)] === SEPARATOR) at += 1
    const start = at
    let kinds = 0
    for (; at < length; at += 1) {
      const kind = kindOf[text.charCodeAt(at)] as number
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

/** Runs of one kind are found by few searches: asking for each of 65,536 units alone would be felt at every start. */
function unitKinds(): Uint8Array {
  const kinds = new Uint8Array(65_536)
  let plane = ''
  for (let unit = 0; unit < kinds.length; unit += 256) {
    plane += String.fromCharCode(...Array.from({ length: 256 }, (_, low) => unit + low))
  }
  for (const { 0: run, index } of plane.matchAll(/[\p{L}\p{N}]+/gu)) kinds.fill(WORD_SIGN, index, index + run.length)
  for (const { 0: run, index } of plane.matchAll(/[\s\-\u2010\u2011]+/g))
    kinds.fill(SEPARATOR, index, index + run.length)
  return kinds.fill(SURROGATE, 0xd800, 0xe000)
}
