import type { Charset } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import { onePiece, type ReadResult } from '../read-result.ts'

/** Reads a plain text file. Its words are found by recognition; here only the characters are. */
export function readText(bytes: Uint8Array, charset: Charset | null): ReadResult {
  const { text, doubtful } = decodeText(bytes, { chosen: charset })
  return onePiece({ body: { kind: 'plain', text }, doubts: doubtful ? ['charset'] : [] })
}
