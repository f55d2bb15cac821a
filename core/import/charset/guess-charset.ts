import type { CodePage } from '../../model/charset.ts'
import { type Charset, decodeAs } from './charset.ts'

/** Where the answer came from, best first. */
export type CharsetEvidence = 'mark' | 'pattern' | 'valid' | 'declared' | 'score'

export interface GuessedCharset {
  readonly charset: Charset
  readonly evidence: CharsetEvidence
  /** True where another set fits nearly as well, so that a person should look. */
  readonly doubtful: boolean
}

const SAMPLE = 16_384
const CANDIDATES: readonly CodePage[] = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'kz-1048', 'pt154']

/** Cyrillic letters from frequent to rare in Russian; Kazakh letters count as middling. */
const LETTER_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...Array.from('оеаинтсрвлкмдпуяызбгьчйхжшюцщэф').map((letter, place): [string, number] => [
    letter,
    (31 - place) / 20,
  ]),
  ...Array.from('әғқңөұүһі').map((letter): [string, number] => [letter, 0.9]),
])
const CYRILLIC = /[а-яёәғқңөұүһі]/
const USUAL_SIGNS = /[«»—–№“”„’‘…•\u00a0°§©®ъё]/i
const CAPITAL_INSIDE_WORD = -2.5
const FOREIGN_SIGN = -1.5
/** From this many letters on a set has to fit very nearly as well to be a rival. */
const ENOUGH_LETTERS = 200

function markOf(bytes: Uint8Array): Charset | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: one half of each pair is 0 (Latin) to 6 (Cyrillic) far more often than the other. */
function utf16Pattern(bytes: Uint8Array): Charset | null {
  const length = Math.min(bytes.length, 4_096)
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < length; at += 2) {
    if ((bytes[at] ?? 0) <= 6) even += 1
    if ((bytes[at + 1] ?? 0) <= 6) odd += 1
  }
  if (odd > length * 0.2 && odd > even * 3) return 'utf-16le'
  if (even > length * 0.2 && even > odd * 3) return 'utf-16be'
  return null
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The stretch that tells most: from shortly before the first byte above 7F. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127)
  const start = Math.max(0, first - 200)
  return bytes.subarray(start, start + SAMPLE)
}

function scoreOf(text: string): number {
  let score = 0
  let previous = ''
  for (const sign of text) {
    if (sign < '\x80') {
      previous = sign
      continue
    }
    const lower = sign.toLowerCase()
    const weight = LETTER_WEIGHTS.get(lower)
    if (weight !== undefined) {
      score += weight
      // A capital right after a small letter is the mark of a wrong table.
      if (lower !== sign && CYRILLIC.test(previous)) score += CAPITAL_INSIDE_WORD
    } else if (!USUAL_SIGNS.test(sign)) {
      score += FOREIGN_SIGN
    }
    previous = sign
  }
  return score
}

function guessCodePage(bytes: Uint8Array): { readonly charset: Charset; readonly doubtful: boolean } {
  const sample = sampleOf(bytes)
  const high = sample.reduce((count, byte) => count + (byte > 127 ? 1 : 0), 0)
  if (high < sample.length * 0.1 && !/[а-яё]{3,}/i.test(decodeAs(sample, 'windows-1251'))) {
    return { charset: 'windows-1252', doubtful: false }
  }
  const scored = CANDIDATES.map((charset) => ({ charset, score: scoreOf(decodeAs(sample, charset)) }))
  // Sets that read every byte alike (no Kazakh letter in the text) keep the order of the list: windows-1251 first.
  const best = scored.reduce((one, other) => (other.score > one.score + 1e-9 ? other : one))
  if (best.score <= 0) return { charset: 'windows-1252', doubtful: true }
  const bestText = decodeAs(sample, best.charset)
  const near = high >= ENOUGH_LETTERS ? 0.95 : 0.9
  const rival = scored.find(
    (other) => other !== best && other.score > best.score * near && decodeAs(sample, other.charset) !== bestText,
  )
  return { charset: best.charset, doubtful: high < 20 || rival !== undefined }
}

/**
 * Finds the character set of a text: byte order mark, pattern of UTF-16, strict UTF-8, what the source declares, and at
 * last the letters themselves.
 *
 * @param declared the set that a mail header, a page or an XML prolog names, if any
 */
export function guessCharset(bytes: Uint8Array, declared: Charset | null = null): GuessedCharset {
  const mark = markOf(bytes)
  if (mark !== null) return { charset: mark, evidence: 'mark', doubtful: false }
  const pattern = utf16Pattern(bytes)
  if (pattern !== null) return { charset: pattern, evidence: 'pattern', doubtful: false }
  if (isValidUtf8(bytes)) return { charset: 'utf-8', evidence: 'valid', doubtful: false }
  if (declared !== null && !declared.startsWith('utf-')) {
    return { charset: declared, evidence: 'declared', doubtful: false }
  }
  return { ...guessCodePage(bytes), evidence: 'score' }
}
