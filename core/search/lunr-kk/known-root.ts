import { NOMINAL_ROOTS } from './kazakh-nouns.ts'
import { VERBAL_ROOTS } from './kazakh-verbs.ts'

/** Whether a word is itself a known Kazakh noun, adjective or name without suffixes. */
export function isKazakhNominalRoot(word: string): boolean {
  return NOMINAL_ROOTS.has(word)
}

/** Whether a word is a known Kazakh root of any kind, without suffixes. */
export function isKazakhRoot(word: string): boolean {
  return NOMINAL_ROOTS.has(word) || VERBAL_ROOTS.has(word)
}
