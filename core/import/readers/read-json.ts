import { AppError } from '../../contract/app-error.ts'
import { decodeText } from '../charset/decode-text.ts'
import type { Charset } from '../charset/charset.ts'
import type { ReadResult } from '../read-result.ts'
import { NO_TABLE_CHOICE, type TableChoice } from '../tables/column-mapping.ts'
import { readTable } from '../tables/row-pieces.ts'
import { readFeed } from './read-feed.ts'

type Json = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(cellText).join(', ')
  return isRecord(value) ? cellText(value['rendered'] ?? value['name'] ?? value['value']) : ''
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The JSON does not parse: ${reason}`, {}, { cause: error })
  }
}

/** The list of records: the file itself, or the one list of objects in it. */
function recordsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.filter(isRecord)
  if (!isRecord(value)) return []
  const lists = Object.values(value).filter((entry) => Array.isArray(entry) && entry.some(isRecord))
  const [list] = lists
  return Array.isArray(list) ? list.filter(isRecord) : [value]
}

/**
 * Reads a list of records, one article each; a JSON feed too.
 *
 * @throws AppError `unreadable-source`, `unknown-format`
 */
export function readJson(
  bytes: Uint8Array,
  charset: Charset | null,
  choice: TableChoice = NO_TABLE_CHOICE,
): ReadResult {
  const value = parse(decodeText(bytes, { chosen: charset }).text)
  if (isRecord(value) && typeof value['version'] === 'string' && value['version'].includes('jsonfeed.org'))
    return readFeed(bytes, charset)
  const records = recordsOf(value)
  const head = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(0, 500)
  const rows = records.map((record) => head.map((name) => (Object.hasOwn(record, name) ? cellText(record[name]) : '')))
  return readTable(head, rows, choice)
}
