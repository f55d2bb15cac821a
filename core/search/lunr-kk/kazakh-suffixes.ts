import { ANY_SOUND, BUZZING, CONSONANT, GLIDE, LIQUID, NASAL, VOICED, VOICELESS, VOWEL } from './sounds.ts'

/**
 * What a suffix is stripped as. `negation` stands only inside another verbal suffix. `bound` suffixes are too short or too common as
 * the end of a root to be stripped by rule: they need a known root before them.
 */
export type SuffixKind = 'nominal' | 'verbal' | 'negation' | 'boundNominal' | 'boundVerbal'

/** One written form of a suffix. */
export type Suffix = {
  readonly text: string
  readonly kind: SuffixKind
  /** Sound classes (bits) the stem may end in. */
  readonly after: number
  /** Letters an unknown stem must keep. */
  readonly minimumStem: number
}

/**
 * A row of the table: forms in a shorthand where A is а or е, I is ы or і, Q is қ or к, G is ғ or г, always all back or all front.
 */
type SuffixRow = readonly [kind: SuffixKind, after: number, minimumStem: number, forms: string]

const SONOROUS = VOWEL | GLIDE | LIQUID | NASAL

const ROWS: readonly SuffixRow[] = [
  // plural
  ['nominal', VOWEL | GLIDE | LIQUID, 3, 'лAр'],
  ['nominal', NASAL | BUZZING | LIQUID, 3, 'дAр'],
  ['nominal', VOICELESS, 3, 'тAр'],
  // possessive, and the cases that grow together with its third person
  ['nominal', CONSONANT, 3, 'I IмIз IңIз IнA IндA IнAн IндAGI'],
  ['nominal', CONSONANT, 4, 'Iм Iң Iн IмA IңA'],
  ['nominal', VOWEL | GLIDE, 3, 'сI сIн сIнA сIндA сIнAн сIндAGI'],
  ['nominal', VOWEL, 3, 'мIз ңIз'],
  ['boundNominal', VOWEL, 3, 'м ң'],
  // cases
  ['nominal', VOWEL | NASAL, 3, 'нIң нAн'],
  ['nominal', LIQUID | BUZZING | GLIDE, 3, 'дIң'],
  ['nominal', VOWEL | LIQUID | BUZZING | GLIDE, 3, 'дAн'],
  ['nominal', VOICELESS, 3, 'тIң тI QA тA тAн'],
  ['nominal', VOWEL, 3, 'нI'],
  ['nominal', CONSONANT & ~VOICELESS, 3, 'дI'],
  ['nominal', VOICED, 3, 'GA дA'],
  // relation: instrumental, of a place or time, likeness, belonging, manner
  ['nominal', SONOROUS, 3, 'мен'],
  ['nominal', BUZZING, 3, 'бен'],
  ['nominal', VOICELESS, 3, 'пен тAGI тAй тIкI'],
  ['nominal', VOICED, 3, 'дAGI дAй дIкI'],
  ['nominal', VOWEL, 3, 'нIкI'],
  ['nominal', VOICED, 4, 'GI'],
  ['nominal', VOICELESS, 4, 'QI'],
  ['nominal', ANY_SOUND, 4, 'шA'],
  // person of a predicate; without
  ['nominal', VOWEL | GLIDE | LIQUID, 4, 'мIн мIз'],
  ['nominal', NASAL | BUZZING, 4, 'бIн бIз'],
  ['nominal', VOICELESS, 4, 'пIн пIз'],
  ['nominal', ANY_SOUND, 4, 'сIң сIз сIздAр'],
  // derivation
  ['nominal', VOWEL | GLIDE | LIQUID, 4, 'лIQ лIG'],
  ['nominal', NASAL | BUZZING | LIQUID, 4, 'дIQ дIG'],
  ['nominal', VOICELESS, 4, 'тIQ тIG'],
  ['nominal', VOWEL | GLIDE | LIQUID, 4, 'лI'],
  ['nominal', ANY_SOUND, 4, 'шI'],
  ['boundNominal', CONSONANT, 4, 'и'],
  // verbs: past
  ['verbal', VOICED, 3, 'дI дIм дIң дIQ дIңIз'],
  ['verbal', VOICELESS, 3, 'тI тIм тIң тIQ тIңIз'],
  ['verbal', VOICED, 3, 'GAн GAлI'],
  ['verbal', VOICELESS, 3, 'QAн QAлI'],
  // present and habitual; и stands for ы or і with й
  ['verbal', CONSONANT, 3, 'AтIн AдI AмIн AсIң AсIз AмIз итIн идI имIн исIң исIз имIз'],
  ['verbal', VOWEL, 3, 'йтIн йдI ймIн йсIң йсIз ймIз'],
  // converbs, conditional, wish, intention
  ['verbal', CONSONANT, 3, 'Iп IптI'],
  ['verbal', VOWEL, 3, 'птI'],
  ['verbal', VOWEL, 4, 'п'],
  ['verbal', ANY_SOUND, 3, 'сA сAм сAң сAQ сAңIз сIн'],
  ['verbal', VOWEL | GLIDE | LIQUID, 3, 'мAQ мAQшI'],
  ['verbal', NASAL | BUZZING, 3, 'бAQ бAQшI'],
  ['verbal', VOICELESS, 3, 'пAQ пAQшI'],
  ['verbal', CONSONANT | VOWEL, 3, 'у'],
  ['boundVerbal', CONSONANT, 2, 'A Aр AйIQ'],
  ['boundVerbal', VOWEL, 2, 'й р йIQ'],
  // negation
  ['negation', VOWEL | GLIDE | LIQUID, 2, 'мA'],
  ['negation', NASAL | BUZZING, 2, 'бA'],
  ['negation', VOICELESS, 2, 'пA'],
]

const BACK_FORM: Readonly<Record<string, string>> = { A: 'а', I: 'ы', Q: 'қ', G: 'ғ' }
const FRONT_FORM: Readonly<Record<string, string>> = { A: 'е', I: 'і', Q: 'к', G: 'г' }

/** The Kazakh suffixes in all their written forms. */
export const KAZAKH_SUFFIXES: readonly Suffix[] = ROWS.flatMap(([kind, after, minimumStem, forms]) =>
  forms
    .split(' ')
    .flatMap((form) => [...new Set([written(form, BACK_FORM), written(form, FRONT_FORM)])])
    .map((text) => ({ text, kind, after, minimumStem })),
)

function written(form: string, letters: Readonly<Record<string, string>>): string {
  return form.replace(/[AIQG]/g, (letter) => letters[letter] ?? letter)
}
