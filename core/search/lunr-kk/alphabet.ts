import { foldLetters } from './fold-letters.ts'
import { BUZZING, GLIDE, LIQUID, NASAL, VOICELESS, VOWEL } from './sounds.ts'

/** What the rules need to know of the letters a word is written in. */
export type Alphabet = {
  readonly word: RegExp
  readonly vowels: string
  readonly back: string
  readonly front: string
  readonly soundOfLetter: ReadonlyMap<string, number>
  /** The vowels that drop out of the last syllable (халық, халқы), and that are left off the end of an unknown stem. */
  readonly unsteady: readonly string[]
  /** Last consonants as they are before no vowel is added: кітаб as кітап. */
  readonly hardened: ReadonlyMap<string, string>
  /** Brings a word of the tables into this alphabet. */
  readonly spell: (word: string) => string
}

/** The Kazakh Cyrillic alphabet. */
export const KAZAKH_ALPHABET: Alphabet = {
  word: /^[а-яёәіңғүұқөһ]+$/,
  vowels: 'аәеёиоөуұүыіэюя',
  back: 'аоұы',
  front: 'еәөүі',
  soundOfLetter: soundTable([
    ['аәеёоөұүыіэя', VOWEL],
    ['уию', GLIDE],
    ['мнң', NASAL],
    ['рлй', LIQUID],
    ['зж', BUZZING],
    ['пфкқтсшщцчхһбвгдғ', VOICELESS],
  ]),
  unsteady: ['ы', 'і'],
  hardened: new Map([
    ['б', 'п'],
    ['г', 'к'],
    ['ғ', 'қ'],
  ]),
  spell: (word) => word,
}

/** The Russian letters that Kazakh folds into: vowel harmony is mostly lost in them, consonant harmony is not. */
export const FOLDED_ALPHABET: Alphabet = {
  word: /^[а-я]+$/,
  vowels: 'аеиоуэюя',
  back: '',
  front: 'е',
  soundOfLetter: soundTable([
    ['аеоэя', VOWEL],
    ['у', VOWEL | GLIDE],
    ['ю', GLIDE],
    ['и', VOWEL | GLIDE | LIQUID],
    ['мн', NASAL],
    ['рл', LIQUID],
    ['зж', BUZZING],
    ['пфктсшщцчхбвгд', VOICELESS],
  ]),
  unsteady: ['и'],
  hardened: new Map([
    ['б', 'п'],
    ['г', 'к'],
  ]),
  spell: foldLetters,
}

function soundTable(classes: readonly (readonly [letters: string, sound: number])[]): ReadonlyMap<string, number> {
  return new Map(classes.flatMap(([letters, sound]) => Array.from(letters, (letter) => [letter, sound] as const)))
}
