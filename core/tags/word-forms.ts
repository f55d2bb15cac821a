import { memoise } from '../search/analysis/bounded-memo.ts'
import { queryTermsOf } from '../search/analysis/terms.ts'
import { transliterate } from '../model/transliterate.ts'

/**
 * Names are not in any dictionary, so a stemmer may cut them anywhere. A word of a text is therefore compared through
 * all bases that it may be a form of: its stems, and what is left when a known ending is taken off.
 */

/** Shorter words have no forms of their own. */
const SHORTEST_FORM = 4
/** What is left when an ending is taken off has at least so many letters. */
const SHORTEST_BASE = 3
const MEMO_LIMIT = 100_000

const KAZAKH_PLURAL = '(?:[лдт][ае]р)?'
const KAZAKH_POSSESSIVE = '(?:с[ыі]|[ыі][мң]?|[мң][ыі]з)?'
const KAZAKH_CASE =
  '(?:[ндт][ыі]ң|[ғгқкн][ае]|[ае]|[ндт][ыі]|н|н?[дт][ае]|[дтн][ае]н|[мбп]ен|н?[дт][ае][ғг][ыі]|[лдт][ыі][қк]|[лдт][ыі][ғг][ыі])?'
const KAZAKH_ENDING = new RegExp(`^${KAZAKH_PLURAL}${KAZAKH_POSSESSIVE}${KAZAKH_CASE}$`, 'u')
const RUSSIAN_ENDING =
  /^(?:а|у|о|е|ы|и|й|я|ю|ь|ом|ем|ой|ою|ей|ею|ов|ев|ам|ям|ами|ями|ах|ях|ью|ия|ии|ию|ией|ий|ого|его|ому|ему|ым|им|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими|ского|скому|ский|ским|ском|ская|ской|скую|ские|ских|скими)$/u
const LONGEST_ENDING = 9
const LAST_VOWEL = /[аяоеуыиіьйэюө]$/u
const CYRILLIC = /[\u0400-\u04ff]/u

function isEnding(rest: string): boolean {
  return KAZAKH_ENDING.test(rest) || RUSSIAN_ENDING.test(rest)
}

function basesByEnding(word: string): readonly string[] {
  if (!CYRILLIC.test(word)) return []
  const bases: string[] = []
  const least = Math.max(SHORTEST_BASE, word.length - LONGEST_ENDING)
  for (let length = word.length - 1; length >= least; length -= 1) {
    if (isEnding(word.slice(length))) bases.push(word.slice(0, length))
  }
  return bases
}

/** Every base that a normalised word of a text may be a form of; the word itself comes first. */
export const textBasesOf: (word: string) => readonly string[] = memoise((word) => {
  if (word.length < SHORTEST_FORM) return [word]
  return [...new Set([word, ...queryTermsOf(word), ...basesByEnding(word)])]
}, MEMO_LIMIT)

/** The bases under which a normalised word of a name is kept: itself, its stems, and itself without its last vowel. */
export const nameBasesOf: (word: string) => readonly string[] = memoise((word) => {
  if (word.length < SHORTEST_FORM) return [word]
  const open = CYRILLIC.test(word) && LAST_VOWEL.test(word) && word.length > SHORTEST_FORM ? [word.slice(0, -1)] : []
  return [...new Set([word, ...queryTermsOf(word), ...open])]
}, MEMO_LIMIT)

/** Latin spellings of one consonant, brought to one letter. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/gu, 's'],
  [/kh/gu, 'h'],
  [/ch|ts|tz/gu, 'c'],
  [/sh/gu, 's'],
  [/zh|j/gu, 'z'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/ck|q/gu, 'k'],
  [/x/gu, 'ks'],
  [/w/gu, 'v'],
  [/[aeiouy]/gu, ''],
  [/(.)\1+/gu, '$1'],
]

/**
 * The consonants of a word in Latin letters: forms of a name in different scripts share them.
 *
 * @example skeletonOf('Keleshyek') === skeletonOf('Келешек') // true
 */
export const skeletonOf: (word: string) => string = memoise((word) => {
  let skeleton = transliterate(word).replace(/[^a-z0-9]/gu, '')
  for (const [spelling, common] of CONSONANTS) skeleton = skeleton.replace(spelling, common)
  return skeleton
}, MEMO_LIMIT)
