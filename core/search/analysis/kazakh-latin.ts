import { foldLetters } from '../lunr-kk/fold-letters.ts'

/** Kazakh Latin (2018 with acutes, 2021 with umlauts, and plain ASCII as people type it) to folded Cyrillic letters. */
const DIGRAPHS: Readonly<Record<string, string>> = {
  sh: 'ш',
  ch: 'ч',
  gh: 'г',
  zh: 'ж',
  kh: 'х',
  ts: 'ц',
  ya: 'я',
  yu: 'ю',
}
const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  á: 'а',
  ä: 'а',
  b: 'б',
  c: 'ц',
  ç: 'ч',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  ǵ: 'г',
  ğ: 'г',
  h: 'х',
  i: 'и',
  ı: 'и',
  í: 'и',
  ï: 'и',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  ń: 'н',
  ñ: 'н',
  o: 'о',
  ó: 'о',
  ö: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  ş: 'ш',
  t: 'т',
  u: 'у',
  ú: 'у',
  ū: 'у',
  ü: 'у',
  v: 'в',
  w: 'у',
  x: 'х',
  y: 'и',
  ý: 'у',
  z: 'з',
}
const LATIN_WORD = /^[a-z\u00e0-\u024f']+$/

/**
 * The folded Cyrillic spellings of a normalised word in Kazakh Latin letters: one, or two where a pair of letters may be one sound or
 * two (sh); none for a word with other letters in it.
 */
export function kazakhLatinToFolded(word: string): readonly string[] {
  if (!LATIN_WORD.test(word)) return []
  return [...new Set([transliterate(word, true), transliterate(word, false)])].filter((variant) => variant !== '')
}

function transliterate(word: string, joinPairs: boolean): string {
  let result = ''
  let place = 0
  while (place < word.length) {
    const pair = joinPairs ? DIGRAPHS[word.slice(place, place + 2)] : undefined
    const joined = pair !== undefined && !word.startsWith('tsh', place)
    result += joined ? pair : (LETTERS[word.charAt(place)] ?? '')
    place += joined ? 2 : 1
  }
  return foldLetters(result)
}
