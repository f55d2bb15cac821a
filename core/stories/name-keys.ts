import { latinNameKey } from '../tags/name-key.ts'
import { textPartsOf, type TextPart } from '../tags/text-words.ts'
import { skeletonOf } from '../tags/word-forms.ts'

/**
 * What versions of one item in different languages have in common: its numbers, and its names, which keep their
 * consonants in every script. Inflection adds its consonants at the end, so only the first ones count.
 */

const KEY_LENGTH = 4
const SHORTEST_KEY = 3
const SHORTEST_NAME = 4
const NUMBER = /(?<![\p{L}\p{N}])\d{1,3}(?:[\s\u00a0\u202f.,]\d{3})+(?!\d)|(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?/gu
const LEAST_DIGITS = 2

/** The keys of a title and a plain text, each once: `#540000` for numbers, `crdf` for names. */
export function nameKeysOf(title: string, text: string): ReadonlySet<string> {
  const parts = textPartsOf(title, text)
  const keys = new Set<string>()
  for (const part of parts) for (const key of numbersOf(part.text)) keys.add(key)
  const names = namesInside(parts)
  for (const part of parts) {
    for (const { text: word, capital, opens } of part.words) {
      const key = keyOf(word)
      // What opens a sentence is a name only if it is written large elsewhere too.
      if (capital && !part.shouted && key !== null && (!opens || names.has(key))) keys.add(key)
    }
  }
  return keys
}

function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(NUMBER)].flatMap(([number]) => {
    const digits = number.replace(/[^\d]/gu, '')
    return digits.length >= LEAST_DIGITS ? [`#${digits}`] : []
  })
}

function namesInside(parts: readonly TextPart[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const part of parts) {
    if (part.shouted) continue
    for (const { text, capital, opens } of part.words) {
      const key = capital && !opens ? keyOf(text) : null
      if (key !== null) names.add(key)
    }
  }
  return names
}

function keyOf(word: string): string | null {
  if (word.length < SHORTEST_NAME || /\d/u.test(word)) return null
  const key = skeletonOf(word).slice(0, KEY_LENGTH)
  if (key.length >= SHORTEST_KEY) return key
  // A name of few consonants: its vowels must do.
  return `~${latinNameKey(word).slice(0, KEY_LENGTH)}`
}
