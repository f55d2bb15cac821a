import { KAZAKH_ALPHABET } from './alphabet.ts'
import { harmonyOfStem } from './harmony.ts'
import { isKazakhNominalRoot, isKazakhVerbalRoot } from './known-root.ts'
import { stemKazakh } from './stem-kazakh.ts'

const VOWEL_AT_END = /[аәеёиоөуұүыіэюя]$/
/** Consonants as they are between vowels: тап, табыл; төк, төгіл; бақ, бағыл. */
const SOFTENED: Readonly<Record<string, string>> = { п: 'б', к: 'г', қ: 'ғ' }
const HARDENED: Readonly<Record<string, string>> = { б: 'п', г: 'к', ғ: 'қ' }

/**
 * The stems under which a Kazakh verb stands in its other voice: of құр (build) that of құрыл (be built), and the other way round.
 * The two are different words, but who looks for what was built means both. Only of known verbs, and nothing that would bring
 * a noun written alike: бас is a head too, and қарал would bring all that is black.
 *
 * @param word as typed, in small letters
 * @param stem what `stemKazakh` makes of it
 */
export function stemsOfOtherVoice(word: string, stem = stemKazakh(word)): readonly string[] {
  if (isKazakhNominalRoot(word)) return []
  return [...activeStems(stem), ...passiveStems(stem)]
}

function activeStems(stem: string): readonly string[] {
  if (isKazakhNominalRoot(stem)) return []
  const active = stem.replace(/[ыі]?[лн]$/, '')
  if (active === stem || (stem.endsWith('н') && !VOWEL_AT_END.test(active) && !active.endsWith('л'))) return []
  return [active, withLast(active, HARDENED)].filter((verb) => isKazakhVerbalRoot(verb) && !isKazakhNominalRoot(verb))
}

function passiveStems(stem: string): readonly string[] {
  if (!isKazakhVerbalRoot(stem)) return []
  const vowel = harmonyOfStem(stem, KAZAKH_ALPHABET) === 'front' ? 'і' : 'ы'
  // The past makes it a verb to the stemmer, whatever noun may be written like the bare passive.
  return passivesOf(stem, vowel)
    .map((passive) => stemKazakh(`${passive}д${vowel}`))
    .filter((passive) => passive.length > stem.length && !isKazakhNominalRoot(passive))
}

function passivesOf(verb: string, vowel: string): readonly string[] {
  if (VOWEL_AT_END.test(verb)) return [`${verb}л`, `${verb}н`]
  return [verb.endsWith('л') ? `${verb}${vowel}н` : `${withLast(verb, SOFTENED)}${vowel}л`]
}

/** The word with another consonant in the place of its last one. */
function withLast(word: string, letters: Readonly<Record<string, string>>): string {
  const last = word.charAt(word.length - 1)
  return word.slice(0, -1) + (letters[last] ?? last)
}
