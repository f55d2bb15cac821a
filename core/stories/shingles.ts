import { tokenise } from '../search/analysis/tokenise.ts'

/** Words in a row that make one shingle. */
const LENGTH = 3
/** Of all shingles the sample holds those whose hash ends so: about a quarter, the same ones in every text. */
const SAMPLE_MASK = 3

/** FNV-1a over three words, with a final mix so that the low bits are even. */
function hashOf(words: readonly string[], start: number): number {
  let hash = 0x811c9dc5
  for (let place = start; place < start + LENGTH; place += 1) {
    const word = words[place] ?? ''
    for (let index = 0; index < word.length; index += 1) {
      hash ^= word.charCodeAt(index)
      hash = Math.imul(hash, 0x01000193)
    }
    hash ^= 0x20
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** All shingles of a plain text as hashes, each once. A text of fewer than three words has one. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = tokenise(text).map((token) => token.text)
  const shingles = new Set<number>()
  for (let start = 0; start + LENGTH <= Math.max(words.length, LENGTH); start += 1) shingles.add(hashOf(words, start))
  return shingles
}

/**
 * The same quarter of the shingles of every text, sorted. Two samples tell how much of one text stands in the other, also
 * where one is much shorter, which signatures of fixed length cannot.
 */
export function sampleOf(shingles: ReadonlySet<number>): Uint32Array {
  return Uint32Array.from([...shingles].filter((hash) => (hash & SAMPLE_MASK) === 0)).sort()
}

/** Number of hashes that two sorted samples share. */
export function countShared(one: Uint32Array, other: Uint32Array): number {
  let shared = 0
  let place = 0
  for (const hash of one) {
    while (place < other.length && (other[place] ?? 0) < hash) place += 1
    if (other[place] === hash) shared += 1
  }
  return shared
}

/** Share of the shingles of one text that stand in another, from 0 to 1. */
export function shareTakenOver(text: ReadonlySet<number>, source: ReadonlySet<number>): number {
  if (text.size === 0) return 0
  let shared = 0
  for (const hash of text) if (source.has(hash)) shared += 1
  return shared / text.size
}
