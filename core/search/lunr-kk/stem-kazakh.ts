import { KAZAKH_ALPHABET } from './alphabet.ts'
import { createStemmer } from './suffix-stripper.ts'

const stem = createStemmer(KAZAKH_ALPHABET)

/**
 * The stem of a Kazakh word in lower case: inflected forms of a word, and most words derived from it by -лық, -шы, -лы, give the same
 * string. It is a key for comparing, not always a word. Anything but Kazakh Cyrillic letters is returned as it is.
 *
 * @example stemKazakh('кітаптарымыздан') // 'кітап'
 */
export function stemKazakh(word: string): string {
  return stem(word)
}
