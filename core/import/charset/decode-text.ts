import { type Charset, decodeAs } from './charset.ts'
import { guessCharset, type GuessedCharset } from './guess-charset.ts'

export interface DecodedText extends GuessedCharset {
  readonly text: string
}

/** NFC, LF line ends, no soft hyphens, byte order marks, ligatures, zero-width or control characters except tab and form feed. */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[\u00ad\ufeff\u200b\u2060\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '')
    .normalize('NFC')
}

/**
 * Reads bytes as text.
 *
 * @param chosen the character set that the user chose; it beats every guess
 * @param declared the set that the source itself names
 */
export function decodeText(
  bytes: Uint8Array,
  { chosen = null, declared = null }: { readonly chosen?: Charset | null; readonly declared?: Charset | null } = {},
): DecodedText {
  const guess: GuessedCharset =
    chosen === null ? guessCharset(bytes, declared) : { charset: chosen, evidence: 'declared', doubtful: false }
  return { ...guess, text: normaliseText(decodeAs(bytes, guess.charset)) }
}
