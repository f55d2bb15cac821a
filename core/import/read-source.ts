import { AppError } from '../contract/app-error.ts'
import type { Charset } from './charset/charset.ts'
import { detectFormat, type SourceFormat } from './detect-format.ts'
import { mostBytesOf } from './import-limits.ts'
import type { ReadResult } from './read-result.ts'
import { readMarkdown } from './readers/read-markdown.ts'
import { readText } from './readers/read-text.ts'

/** What a reader is given. Readers see bytes and a name, never a path. */
export interface ReadRequest {
  readonly name: string
  readonly bytes: Uint8Array
  /** Character set that the user chose, or null to find it. */
  readonly charset: Charset | null
}

type Reader = (request: ReadRequest) => ReadResult | Promise<ReadResult>

const READERS: Partial<Readonly<Record<SourceFormat, Reader>>> = {
  text: ({ bytes, charset }) => readText(bytes, charset),
  markdown: ({ bytes, charset }) => readMarkdown(bytes, charset),
}

/**
 * Reads one source in any format.
 *
 * @throws AppError `empty-file`, `too-large`, `unknown-format`, `unreadable-source`
 */
export async function readSource(request: ReadRequest): Promise<ReadResult> {
  const { name, bytes } = request
  if (bytes.length === 0) throw new AppError('empty-file', `${name} is empty.`, { source: name })
  const format = detectFormat(name, bytes)
  if (bytes.length > mostBytesOf(format)) {
    throw new AppError('too-large', `${name} has ${bytes.length} bytes; at most ${mostBytesOf(format)} are read.`, {
      source: name,
    })
  }
  const reader = READERS[format]
  if (reader === undefined)
    throw new AppError('unknown-format', `${name} is in no format that can be read.`, { source: name })
  const result = await reader(request)
  const [piece] = result.pieces
  const isBlank = result.pieces.length === 1 && piece?.body.text.trim() === '' && (piece.stated.title ?? '') === ''
  if (isBlank && piece.files.length === 0 && result.members.length === 0 && !piece.doubts.includes('text')) {
    throw new AppError('empty-file', `${name} holds no words.`, { source: name })
  }
  return result
}
