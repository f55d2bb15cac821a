import type { Alphabet } from './alphabet.ts'

const SOFT_SIGNS = 'ьъ'
/** Russian surnames take the suffixes of their Kazakh part: Тоқаевтың, Әуезовтің. */
const SURNAME = /..[ое]в$/
/** Loan words that lose their soft sign before a suffix, but keep its effect: медаль, медалі. */
const SOFTENED = /(?:медал|фестивал|модул|магистрал|рол|ансамбл|спектакл|гастрол|парол)$/

/** The sound class (bits) of the last letter that is not a soft or hard sign; 0 for anything that is no Cyrillic letter. */
export function lastSound(stem: string, alphabet: Alphabet): number {
  let place = stem.length - 1
  while (place >= 0 && SOFT_SIGNS.includes(stem.charAt(place))) place -= 1
  return alphabet.soundOfLetter.get(stem.charAt(place)) ?? 0
}

/** Whether there is a vowel in the stem: nothing else is one. */
export function hasVowel(stem: string, alphabet: Alphabet): boolean {
  for (const letter of stem) if (alphabet.vowels.includes(letter)) return true
  return false
}

/**
 * Whether a suffix may follow a stem by vowel harmony: not one of back and one of front vowels. Letters of loan words (и у ю я э ё)
 * and a soft sign at the end agree with both.
 */
export function inHarmony(stem: string, suffix: string, alphabet: Alphabet): boolean {
  const wanted = firstHarmony(suffix)
  const given = lastHarmony(stem, alphabet)
  return wanted === 'either' || given === 'either' || wanted === given
}

type Harmony = 'back' | 'front' | 'either'

/** Suffixes are told by their plain vowels in every alphabet: а and ы are back, е and і front. */
function firstHarmony(suffix: string): Harmony {
  for (const letter of suffix) {
    if (letter === 'а' || letter === 'ы') return 'back'
    if (letter === 'е' || letter === 'і') return 'front'
  }
  return 'either'
}

function lastHarmony(stem: string, alphabet: Alphabet): Harmony {
  if (SOFT_SIGNS.includes(stem.charAt(stem.length - 1)) || SURNAME.test(stem) || SOFTENED.test(stem)) return 'either'
  for (let place = stem.length - 1; place >= 0; place -= 1) {
    const letter = stem.charAt(place)
    if (alphabet.back.includes(letter)) return 'back'
    if (alphabet.front.includes(letter)) return 'front'
    if (alphabet.vowels.includes(letter)) return 'either'
  }
  return 'either'
}
