import { ANY_SOUND, BUZZING, CONSONANT, GLIDE, LIQUID, NASAL, VOICED, VOICELESS, VOWEL } from './sounds.ts'

/**
 * What a suffix is stripped as. `finite` ones end a word: a verb with its person, or a converb. `negation` stands only inside another
 * verbal suffix. `bound` suffixes are too short or too common as
 * the end of a root to be stripped by rule: they need a known root before them.
 */
export type SuffixKind = 'nominal' | 'verbal' | 'finite' | 'negation' | 'boundNominal' | 'boundVerbal' | 'boundFinite'

/** One written form of a suffix. */
export type Suffix = {
  readonly text: string
  readonly kind: SuffixKind
  /** Sound classes (bits) the stem may end in. */
  readonly after: number
  /** Letters that an unknown stem must keep, and any stem before a bound suffix. */
  readonly minimumStem: number
  /** Its place in the word, counted from the root outwards. */
  readonly level: number
  /** Whatever comes off after it must stand below this level. */
  readonly insideBelow: number
  /** Whether its vowels follow those of the stem; мен, бен and пен have one form only. */
  readonly harmonic: boolean
}

/** The places of suffixes in a word, from the root outwards. */
const VERBAL = 0
const DERIVED = 1
const PLURAL = 2
const OWNED = 3
const CASE = 4
const RELATION = 5
const PERSON = 6
export const OUTSIDE = 7

/**
 * A row of the table: forms in a shorthand where A is а or е, I is ы or і, Q is қ or к, G is ғ or г, always all back or all front; =
 * before a form that has no such pair.
 */
type SuffixRow = readonly [level: number, kind: SuffixKind, after: number, minimumStem: number, forms: string]

const HARD_CONSONANT = LIQUID | NASAL | BUZZING | VOICELESS
const SONOROUS = VOWEL | GLIDE | LIQUID | NASAL
const STEADY = LIQUID | NASAL | BUZZING

const ROWS: readonly SuffixRow[] = [
  [PLURAL, 'nominal', VOWEL | GLIDE | LIQUID, 3, 'лAр'],
  [PLURAL, 'nominal', NASAL | BUZZING | LIQUID, 3, 'дAр'],
  [PLURAL, 'nominal', VOICELESS, 3, 'тAр'],
  // possessive, and the cases that grow together with its third person
  [OWNED, 'nominal', CONSONANT, 3, 'I IмIз IңIз'],
  [CASE, 'nominal', CONSONANT, 3, 'IнA IндA IнAн'],
  [CASE, 'nominal', CONSONANT, 4, 'IмA IңA Iн'],
  // many nouns are made of verbs by the same ending: басылым, құрылым
  [OWNED, 'boundNominal', CONSONANT, 2, 'Iм'],
  [OWNED, 'nominal', HARD_CONSONANT & ~NASAL, 4, 'Iң'],
  [OWNED, 'nominal', VOWEL, 3, 'сI мIз ңIз'],
  [CASE, 'nominal', VOWEL, 3, 'сIн сIнA сIндA сIнAн'],
  [OWNED, 'boundNominal', VOWEL, 2, 'м ң'],
  [CASE, 'boundNominal', VOWEL, 2, 'мA ңA'],
  // cases of words that end in an old possessive: отбасы, дүниежүзі
  [CASE, 'boundNominal', VOWEL, 2, 'н нA ндA нAн'],
  // cases
  [CASE, 'nominal', VOWEL | NASAL, 3, 'нIң'],
  [CASE, 'nominal', NASAL, 3, 'нAн'],
  [CASE, 'nominal', LIQUID | BUZZING | GLIDE, 3, 'дIң'],
  [CASE, 'nominal', VOWEL | LIQUID | BUZZING | GLIDE, 3, 'дAн'],
  [CASE, 'nominal', VOICELESS, 3, 'тIң тI QA тA тAн'],
  [CASE, 'nominal', VOWEL, 3, 'нI'],
  [CASE, 'nominal', CONSONANT & ~VOICELESS, 3, 'дI'],
  [CASE, 'nominal', VOICED, 3, 'GA дA'],
  // relation: with, of a place or time, like, belonging to, in the manner of
  [RELATION, 'nominal', SONOROUS, 3, '=мен'],
  [RELATION, 'nominal', BUZZING, 3, '=бен'],
  [RELATION, 'nominal', VOICELESS, 3, '=пен тAй =тікі'],
  [RELATION, 'nominal', VOICED, 3, 'дAй =дікі'],
  [RELATION, 'nominal', VOWEL, 3, '=нікі'],
  [RELATION, 'nominal', HARD_CONSONANT, 4, 'шA'],
  [RELATION, 'boundNominal', VOWEL, 4, 'шA'],
  [PERSON, 'boundNominal', VOWEL | GLIDE | LIQUID, 2, 'мIн'],
  [PERSON, 'boundNominal', NASAL | BUZZING, 2, 'бIн бIз'],
  [PERSON, 'boundNominal', VOICELESS, 2, 'пIн пIз'],
  [PERSON, 'boundNominal', ANY_SOUND, 2, 'сIң сIздAр'],
  // derivation
  [DERIVED, 'nominal', ANY_SOUND, 4, 'сIз'],
  [DERIVED, 'nominal', VOWEL | GLIDE | LIQUID, 4, 'лIQ лIG'],
  [DERIVED, 'nominal', NASAL | BUZZING | LIQUID, 4, 'дIQ дIG'],
  [DERIVED, 'nominal', VOICELESS, 4, 'тIQ тIG'],
  [DERIVED, 'boundNominal', VOWEL | GLIDE | LIQUID, 4, 'лI'],
  [DERIVED, 'boundNominal', STEADY, 4, 'дI'],
  [DERIVED, 'boundNominal', VOICELESS, 4, 'тI'],
  [DERIVED, 'nominal', ANY_SOUND, 4, 'шI'],
  [DERIVED, 'boundNominal', CONSONANT, 4, '=и'],
  // verbs: past
  [VERBAL, 'finite', VOICED, 3, 'дI дIм дIң дIQ дIңIз'],
  [VERBAL, 'finite', VOICELESS, 3, 'тI тIм тIң тIQ тIңIз'],
  [VERBAL, 'verbal', VOICED, 3, 'GAн GAлI'],
  [VERBAL, 'verbal', VOICELESS, 3, 'QAн QAлI'],
  // present and habitual; и stands for ы or і with й
  [VERBAL, 'verbal', HARD_CONSONANT, 4, 'AтIн'],
  [VERBAL, 'boundVerbal', GLIDE, 2, 'AтIн'],
  [VERBAL, 'finite', CONSONANT, 4, 'AдI'],
  [VERBAL, 'boundVerbal', CONSONANT, 2, 'итIн'],
  [VERBAL, 'boundFinite', CONSONANT, 2, 'AмIн AсIң AсIз AмIз идI имIн исIң исIз имIз'],
  [VERBAL, 'verbal', VOWEL, 3, 'йтIн'],
  [VERBAL, 'finite', VOWEL, 3, 'йдI ймIн йсIң йсIз ймIз'],
  // converbs, conditional, wish, intention, infinitive
  [VERBAL, 'finite', CONSONANT, 3, 'Iп IптI'],
  [VERBAL, 'finite', VOWEL, 3, 'птI'],
  [VERBAL, 'finite', VOWEL, 4, 'п'],
  [VERBAL, 'finite', ANY_SOUND, 3, 'сAм сAң сAQ сAңIз'],
  [VERBAL, 'boundFinite', ANY_SOUND, 2, 'сIн'],
  [VERBAL, 'finite', VOWEL | LIQUID | NASAL, 4, 'сA'],
  [VERBAL, 'boundFinite', VOICELESS | BUZZING | GLIDE, 2, 'сA'],
  [VERBAL, 'verbal', VOWEL | GLIDE | LIQUID, 3, 'мAQ мAQшI'],
  [VERBAL, 'verbal', NASAL | BUZZING, 3, 'бAQ бAQшI'],
  [VERBAL, 'verbal', VOICELESS, 3, 'пAQ пAQшI'],
  [VERBAL, 'verbal', CONSONANT | VOWEL, 3, '=у'],
  // the infinitive of verbs on -й: қой-, қою
  [VERBAL, 'boundVerbal', VOWEL | GLIDE, 2, '=ю'],
  [VERBAL, 'boundVerbal', CONSONANT, 4, 'Aр'],
  [VERBAL, 'boundFinite', CONSONANT, 2, 'A AйIQ'],
  // отырмын, жүрміз: only of verbs of posture, which need no other suffix
  [VERBAL, 'boundFinite', LIQUID, 3, 'мIн мIз'],
  [VERBAL, 'boundFinite', VOWEL, 2, '=й йIQ =я =яды =ямын =ямыз'],
  [VERBAL, 'boundVerbal', VOWEL, 2, '=ятын'],
  [VERBAL, 'negation', VOWEL | GLIDE | LIQUID, 2, 'мA'],
  [VERBAL, 'negation', NASAL | BUZZING, 2, 'бA'],
  [VERBAL, 'negation', VOICELESS, 2, 'пA'],
]
/** -дағы and -ғы make a word that takes plural and case again, from one that may have them already. */
const RELATIVE_ROWS: readonly SuffixRow[] = [
  [DERIVED, 'nominal', VOICED, 3, 'дAGI'],
  [DERIVED, 'nominal', VOICELESS, 3, 'тAGI'],
  [DERIVED, 'nominal', CONSONANT, 3, 'IндAGI'],
  [DERIVED, 'nominal', VOWEL, 3, 'сIндAGI'],
  [DERIVED, 'nominal', STEADY, 4, 'GI'],
  [DERIVED, 'boundNominal', VOWEL, 3, 'GI ндAGI'],
  [DERIVED, 'nominal', VOICELESS, 4, 'QI'],
]

const BACK_FORM: Readonly<Record<string, string>> = { A: 'а', I: 'ы', Q: 'қ', G: 'ғ' }
const FRONT_FORM: Readonly<Record<string, string>> = { A: 'е', I: 'і', Q: 'к', G: 'г' }

/** The Kazakh suffixes in all their written forms. */
export function kazakhSuffixes(): readonly Suffix[] {
  return [
    ...ROWS.flatMap((row) => formsOf(row, row[0] === DERIVED ? DERIVED + 1 : row[0])),
    ...RELATIVE_ROWS.flatMap((row) => formsOf(row, RELATION)),
  ]
}

function formsOf([level, kind, after, minimumStem, forms]: SuffixRow, insideBelow: number): Suffix[] {
  return forms.split(' ').flatMap((form) => {
    const harmonic = !form.startsWith('=')
    const texts = harmonic ? [written(form, BACK_FORM), written(form, FRONT_FORM)] : [form.slice(1)]
    return texts.map((text) => ({ text, kind, after, minimumStem, level, insideBelow, harmonic }))
  })
}

function written(form: string, letters: Readonly<Record<string, string>>): string {
  return form.replace(/[AIQG]/g, (letter) => letters[letter] ?? letter)
}
