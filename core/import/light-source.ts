import { detectFormat } from './detect-format.ts'
import type { ReadRequest } from './read-source.ts'

/** In bytes. */
const LIGHT = 256_000

/**
 * True for a short text file: it is read by our own code alone, in time that grows with its length, so that one may be read
 * in any process, and several in one go.
 */
export function isLightSource({ name, bytes }: ReadRequest): boolean {
  return bytes.length <= LIGHT && detectFormat(name, bytes) === 'text'
}
