import type { SourceFormat } from './detect-format.ts'

const MEGABYTE = 1_000_000

/** No source is read beyond this many bytes, whatever it is. */
export const MOST_SOURCE_BYTES = 200 * MEGABYTE

const MOST_BYTES: Readonly<Record<SourceFormat, number>> = {
  text: 50 * MEGABYTE,
  markdown: 50 * MEGABYTE,
  html: 10 * MEGABYTE,
  mhtml: 50 * MEGABYTE,
  pdf: 200 * MEGABYTE,
  docx: 100 * MEGABYTE,
  odt: 100 * MEGABYTE,
  xlsx: 100 * MEGABYTE,
  doc: 50 * MEGABYTE,
  msg: 50 * MEGABYTE,
  rtf: 50 * MEGABYTE,
  eml: 50 * MEGABYTE,
  csv: 50 * MEGABYTE,
  json: 50 * MEGABYTE,
  feed: 10 * MEGABYTE,
  wxr: 200 * MEGABYTE,
  zip: 200 * MEGABYTE,
  unknown: MOST_SOURCE_BYTES,
}

/** No format has a lower limit than this, in bytes. */
export const LEAST_LIMIT = Math.min(...Object.values(MOST_BYTES))

/** Largest source of a format, in bytes. */
export function mostBytesOf(format: SourceFormat): number {
  return MOST_BYTES[format]
}

/** A body longer than this is no article; the border of the contract refuses it too. In characters. */
export const MOST_BODY_LENGTH = 20_000_000
