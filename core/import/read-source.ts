import { AppError } from '../contract/app-error.ts'
import type { Charset } from './charset/charset.ts'
import { detectFormat, type SourceFormat } from './detect-format.ts'
import { mostBytesOf } from './import-limits.ts'
import type { ReadMember, ReadResult } from './read-result.ts'
import { NO_TABLE_CHOICE, type TableChoice } from './tables/column-mapping.ts'
import { readMarkdown } from './readers/read-markdown.ts'
import { readText } from './readers/read-text.ts'
import { isLockedOffice } from './office/locked-office.ts'

/** What a reader is given. Readers see bytes and a name, never a path. */
export interface ReadRequest {
  readonly name: string
  readonly bytes: Uint8Array
  /** Character set that the user chose, or null to find it. */
  readonly charset: Charset | null
  /** Files that belong to the source: the pictures that a browser saved beside a page. */
  readonly companions?: readonly ReadMember[]
  /** What is known of tables. */
  readonly tables?: TableChoice
}

type Reader = (request: ReadRequest) => ReadResult | Promise<ReadResult>

/** Readers are loaded when the first source of their kind comes: most of them bring a large library. */
const READERS: Readonly<Record<Exclude<SourceFormat, 'unknown'>, Reader>> = {
  text: ({ bytes, charset }) => readText(bytes, charset),
  markdown: ({ bytes, charset }) => readMarkdown(bytes, charset),
  html: async ({ bytes, charset, companions }) =>
    (await import('./readers/read-html.ts')).readHtml(bytes, charset, companions ?? []),
  mhtml: async ({ bytes, charset }) => (await import('./readers/read-mhtml.ts')).readMhtml(bytes, charset),
  pdf: async ({ bytes }) => (await import('./readers/read-pdf.ts')).readPdf(bytes),
  docx: async ({ bytes }) => (await import('./readers/read-docx.ts')).readDocx(bytes),
  odt: async ({ bytes }) => (await import('./readers/read-odt.ts')).readOdt(bytes),
  xlsx: async ({ bytes, tables }) =>
    (await import('./readers/read-xlsx.ts')).readXlsx(bytes, tables ?? NO_TABLE_CHOICE),
  doc: async ({ bytes }) => (await import('./readers/read-doc.ts')).readDoc(bytes),
  msg: async ({ bytes }) => (await import('./readers/read-msg.ts')).readMsg(bytes),
  rtf: async ({ bytes }) => (await import('./readers/read-rtf.ts')).readRtf(bytes),
  eml: async ({ bytes }) => (await import('./readers/read-eml.ts')).readEml(bytes),
  csv: async ({ bytes, charset, tables }) =>
    (await import('./readers/read-csv.ts')).readCsv(bytes, charset, tables ?? NO_TABLE_CHOICE),
  json: async ({ bytes, charset, tables }) =>
    (await import('./readers/read-json.ts')).readJson(bytes, charset, tables ?? NO_TABLE_CHOICE),
  feed: async ({ bytes, charset }) => (await import('./readers/read-feed.ts')).readFeed(bytes, charset),
  wxr: async ({ bytes, charset }) => (await import('./readers/read-wxr.ts')).readWxr(bytes, charset),
  zip: async ({ bytes }) => (await import('./readers/read-archive.ts')).readArchive(bytes),
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
  if (format === 'unknown' && isLockedOffice(bytes))
    throw new AppError('unreadable-source', `${name} is locked with a password.`, { source: name })
  if (format === 'unknown')
    throw new AppError('unknown-format', `${name} is in no format that can be read.`, { source: name })
  const result = await READERS[format](request)
  if (result.table !== undefined) return result
  const [piece] = result.pieces
  const isBlank = result.pieces.length === 1 && piece?.body.text.trim() === '' && (piece.stated.title ?? '') === ''
  if (isBlank && piece.files.length === 0 && result.members.length === 0 && !piece.doubts.includes('text')) {
    throw new AppError('empty-file', `${name} holds no words.`, { source: name })
  }
  return result
}
