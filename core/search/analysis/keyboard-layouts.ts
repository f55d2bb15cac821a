const ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю'
/** Keys that differ on the Kazakh layout: the row of digits. */
const ENGLISH_DIGIT_ROW = '2345890-='
const KAZAKH_DIGIT_ROW = 'әіңғүұқөһ'

const TO_RUSSIAN = keyTable(ENGLISH, RUSSIAN)
const TO_KAZAKH = keyTable(ENGLISH + ENGLISH_DIGIT_ROW, RUSSIAN + KAZAKH_DIGIT_ROW)
const TO_ENGLISH = keyTable(RUSSIAN + KAZAKH_DIGIT_ROW, ENGLISH + ENGLISH_DIGIT_ROW)
const LETTER = /\p{L}/u
const LATIN = /[a-z]/i
const CYRILLIC = /[\u0400-\u04ff]/

/**
 * What the same keys give on the other keyboard layouts: ghbdtn as привет, 0fpfo as қазақ, гтшмукышен as university. Expects the word as
 * typed, before trimming, because б ж х э ю are punctuation keys. Lower case; only words made of letters (and apostrophes) are given.
 */
export function layoutVariantsOf(word: string): readonly string[] {
  const lower = word.toLowerCase()
  if (!LETTER.test(lower)) return []
  const variants = new Set<string>()
  if (!CYRILLIC.test(lower)) {
    variants.add(retype(lower, TO_RUSSIAN))
    variants.add(retype(lower, TO_KAZAKH))
  } else if (!LATIN.test(lower)) {
    variants.add(retype(lower, TO_ENGLISH))
  }
  variants.delete(lower)
  return [...variants].filter((variant) => /^[\p{L}']+$/u.test(variant)).map((variant) => variant.replaceAll('ё', 'е'))
}

function retype(word: string, table: ReadonlyMap<string, string>): string {
  let result = ''
  for (const letter of word) result += table.get(letter) ?? letter
  return result
}

function keyTable(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(Array.from(from, (key, place) => [key, to.charAt(place)] as const))
}
