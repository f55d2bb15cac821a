import { transliterate } from '../model/transliterate.ts'

/**
 * A name without what people write differently: case, quotes, dashes, dots, blanks, ё.
 *
 * @example plainNameKey('«National Fund – for Children»') // 'national fund for children'
 */
export function plainNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[’'`ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** Spellings of one sound in Latin letters, brought to one: they differ between systems of transliteration. */
const LATIN_VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/kh|x/gu, 'h'],
  [/q|ck/gu, 'k'],
  [/shch/gu, 'sh'],
  [/w/gu, 'v'],
  [/y[aeou]/gu, 'i'],
  [/[yj]/gu, 'i'],
  [/(.)\1+/gu, '$1'],
]

/**
 * The key under which a name in Cyrillic and its usual forms in Latin letters meet.
 *
 * @example latinNameKey('Қазақстан') === latinNameKey('Qazaqstan') // true
 */
export function latinNameKey(name: string): string {
  let key = transliterate(plainNameKey(name))
  for (const [spelling, common] of LATIN_VARIANTS) key = key.replace(spelling, common)
  return key.replace(/ /gu, '')
}
