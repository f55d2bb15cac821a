/** Sound classes of a stem's last letter, as bits: they decide which form of a suffix may follow. */
export const VOWEL = 1
/** у, и, ю: written like vowels, but suffixes treat them as vowels or as consonants. */
export const GLIDE = 2
export const NASAL = 4
export const LIQUID = 8
export const BUZZING = 16
/** Includes the letters б в г д ғ: at the end of a loan word they sound voiceless (клубта, педагогтың). */
export const VOICELESS = 32

export const CONSONANT = NASAL | LIQUID | BUZZING | VOICELESS | GLIDE
export const VOICED = VOWEL | GLIDE | NASAL | LIQUID | BUZZING
export const ANY_SOUND = VOWEL | CONSONANT
