import { shapeOf, type TextShape } from './near-texts.ts'
import { bodyKey } from './text-key.ts'

/** What a reader tells of a text, so that the process that keeps the archive need not cut it up itself. */
export interface TextPrint {
  /** Key of the text, or null where it is so short that its title and date count too. */
  readonly key: string | null
  readonly signature: Uint32Array
  /** Hashes of all runs of three words, each once: numbers in a row travel far cheaper than a set. */
  readonly shingles: Uint32Array
}

/** The print of a text without markup. */
export function printOf(plain: string): TextPrint {
  const { signature, shingles } = shapeOf(plain)
  return { key: bodyKey(plain), signature, shingles: Uint32Array.from(shingles) }
}

/** The shape that a print stands for. */
export function shapeOfPrint({ signature, shingles }: TextPrint): TextShape {
  return { signature, shingles: new Set(shingles) }
}
