import { CODE_PAGES } from '../../model/charset.ts'
import type { CharsetReading } from '../../model/import-report.ts'
import { type Charset, decodeAs } from './charset.ts'
import { normaliseText } from './decode-text.ts'
import { guessCharset } from './guess-charset.ts'

/** A chosen character set, or null where the bytes show their own: a mark, the pattern of UTF-16, valid UTF-8. */
export function openCharset(bytes: Uint8Array, chosen: Charset): Charset | null {
  const { evidence } = guessCharset(bytes)
  return evidence === 'declared' || evidence === 'score' ? chosen : null
}

const SAMPLE_LENGTH = 240
const BEFORE_SAMPLE = 40

/** A stretch of the text around its first letter that the sets read differently. */
function sampleOf(bytes: Uint8Array, charset: Charset): string {
  const first = Math.max(0, bytes.findIndex((byte) => byte > 127) - BEFORE_SAMPLE)
  const stretch = bytes.subarray(first - (first % 2), first + SAMPLE_LENGTH * 2)
  return normaliseText(decodeAs(stretch, charset)).replace(/\s+/g, ' ').trim().slice(0, SAMPLE_LENGTH)
}

/**
 * The ways to read a text, likeliest first; sets that read it alike are named once. Empty where the bytes show their own
 * set.
 *
 * @param used the set that it is read in now, where that is not the guess
 */
export function charsetReadings(bytes: Uint8Array, used: Charset | null = null): readonly CharsetReading[] {
  const guess = guessCharset(bytes)
  if (guess.evidence !== 'score' && guess.evidence !== 'declared' && used === null) return []
  const order: readonly Charset[] = [used ?? guess.charset, guess.charset, ...CODE_PAGES, 'utf-8']
  const readings = new Map<string, CharsetReading>()
  for (const charset of order) {
    const sample = sampleOf(bytes, charset)
    if (!readings.has(sample)) readings.set(sample, { charset, sample })
  }
  return [...readings.values()]
}
