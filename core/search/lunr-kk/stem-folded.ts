import { FOLDED_ALPHABET } from './alphabet.ts'
import { createStemmer } from './suffix-stripper.ts'

const stem = createStemmer(FOLDED_ALPHABET)

/**
 * The stem of a Kazakh word whose letters were folded by `foldLetters`, by the same rules: meant to equal the folded stem of the word in
 * its right letters.
 *
 * @example stemFolded('казакстаннин') // 'казакстан'
 */
export function stemFolded(word: string): string {
  return stem(word)
}
