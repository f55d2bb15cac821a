import { foldedStemsOf } from '../lunr-kk/stem-folded.ts'
import { kazakhLatinToFolded } from './kazakh-latin.ts'
import { foldLetters } from '../lunr-kk/fold-letters.ts'
import { queryTermsOf } from './terms.ts'
import { normaliseWord } from './tokenise.ts'

const CYRILLIC = /[\u0400-\u04ff]/

/** A term in the one alphabet in which all spellings of Kazakh meet: as `foldLetters` writes it. */
export function fold(term: string): string {
  return foldLetters(term)
}

/**
 * The folded terms a query word may stand for when its letters are not to be trusted: Kazakh typed with Russian letters, or in Kazakh
 * Latin. To be compared with `fold` of the terms of an index.
 */
export function foldVariantsOf(word: string): readonly string[] {
  const normalised = normaliseWord(word)
  if (normalised === '') return []
  if (CYRILLIC.test(normalised)) {
    return [...new Set([...foldedStemsOf(fold(normalised)), ...queryTermsOf(normalised).map(fold)])]
  }
  return [...new Set(kazakhLatinToFolded(normalised).flatMap(foldedStemsOf))]
}
