import type { Alphabet } from './alphabet.ts'

const SOFT_SIGNS = 'ьъ'
/** Russian surnames take the suffixes of their Kazakh part: Тоқаевтың, Әуезовтің. */
const SURNAME = /..[ое]в$/
/**
 * Loan words that keep the effect of a soft sign they lose before a suffix (медаль, медалі), and those that end in к after a consonant
 * (банк, банкі; Йорк, Йоркте; факт, фактіге).
 */
const SOFTENED = /(?:медал|фестивал|модул|магистрал|рол|ансамбл|спектакл|гастрол|парол|[рнс]к|кт)$/

/** The sound class (bits) of the last letter that is not a soft or hard sign; 0 for anything that is no Cyrillic letter. */
export function lastSound(stem: string, alphabet: Alphabet): number {
  let place = stem.length - 1
  while (place >= 0 && SOFT_SIGNS.includes(stem.charAt(place))) place -= 1
  return alphabet.soundOfLetter.get(stem.charAt(place)) ?? 0
}

/** The place of the first vowel; the length of the word if it has none. */
export function firstVowel(word: string, alphabet: Alphabet): number {
  let place = 0
  while (place < word.length && !alphabet.vowels.includes(word.charAt(place))) place += 1
  return place
}

/** Whether vowels are of the back or the front of the mouth; letters of loan words (и у ю я э ё) agree with both. */
export type Harmony = 'back' | 'front' | 'either'

/** The harmony of a suffix in Kazakh letters, told by its plain vowels: а and ы are back, е and і front. */
export function harmonyOfSuffix(suffix: string): Harmony {
  for (const letter of suffix) {
    if (letter === 'а' || letter === 'ы') return 'back'
    if (letter === 'е' || letter === 'і') return 'front'
  }
  return 'either'
}

/** The harmony that a stem asks of a suffix: that of its last vowel. */
export function harmonyOfStem(stem: string, alphabet: Alphabet): Harmony {
  if (SOFT_SIGNS.includes(stem.charAt(stem.length - 1)) || SURNAME.test(stem) || SOFTENED.test(stem)) return 'either'
  for (let place = stem.length - 1; place >= 0; place -= 1) {
    const letter = stem.charAt(place)
    if (alphabet.back.includes(letter)) return 'back'
    if (alphabet.front.includes(letter)) return 'front'
    if (alphabet.vowels.includes(letter)) return 'either'
  }
  return 'either'
}
