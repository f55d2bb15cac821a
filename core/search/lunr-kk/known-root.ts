import { nominalRoots } from './kazakh-nouns.ts'
import { verbalRoots } from './kazakh-verbs.ts'

/** Whether a word is itself a known Kazakh noun, adjective or name without suffixes. */
export function isKazakhNominalRoot(word: string): boolean {
  return nominalRoots().has(word)
}

/** Whether a word is a known Kazakh root of any kind, without suffixes. */
export function isKazakhRoot(word: string): boolean {
  return nominalRoots().has(word) || verbalRoots().has(word)
}

/** Whether a word is itself a known Kazakh verb without suffixes. */
export function isKazakhVerbalRoot(word: string): boolean {
  return verbalRoots().has(word)
}
