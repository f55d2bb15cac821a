import { FOLDED_ALPHABET } from './alphabet.ts'
import { createStemmer } from './suffix-stripper.ts'

const stem = createStemmer(FOLDED_ALPHABET)
const stemInFull = createStemmer(FOLDED_ALPHABET, (unknown) => unknown)

/**
 * The stem of a Kazakh word whose letters were folded by `foldLetters`, by the same rules: meant to equal the folded stem of the word in
 * its right letters.
 *
 * @example stemFolded('казакстаннин') // 'казакстан'
 */
export function stemFolded(word: string): string {
  return stem(word)
}

/**
 * The stems that a folded word may have: folded и stands for ы and і, which the key of an unknown stem drops, and for и and й, which it
 * keeps, so there are two where the folded word cannot tell (академик).
 */
export function foldedStemsOf(word: string): readonly string[] {
  return [...new Set([stem(word), stemInFull(word)])]
}
