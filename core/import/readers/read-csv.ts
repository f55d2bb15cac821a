import Papa from 'papaparse'
import { AppError } from '../../contract/app-error.ts'
import type { Charset } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import type { ReadResult } from '../read-result.ts'
import { NO_TABLE_CHOICE, type TableChoice } from '../tables/column-mapping.ts'
import { readTable } from '../tables/row-pieces.ts'

/** Rows of a table with its first row apart. */
export interface TableRows {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly doubtful: boolean
}

/** Reads the rows of a CSV file; the separator is found. @throws AppError `unreadable-source` */
export function readCsvRows(bytes: Uint8Array, charset: Charset | null): TableRows {
  const { text, doubtful } = decodeText(bytes, { chosen: charset })
  const { data } = Papa.parse<string[]>(text.replace(/^sep=.\n/i, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', ',', '\t', '|'],
  })
  const [head, ...rows] = data
  if (head === undefined) throw new AppError('unreadable-source', 'The table has no rows.')
  return { head, rows, doubtful }
}

/** Reads a CSV file, one article a row. */
export function readCsv(bytes: Uint8Array, charset: Charset | null, choice: TableChoice = NO_TABLE_CHOICE): ReadResult {
  const { head, rows, doubtful } = readCsvRows(bytes, charset)
  const result = readTable(head, rows, choice)
  return doubtful
    ? { ...result, pieces: result.pieces.map((piece) => ({ ...piece, doubts: [...piece.doubts, 'charset'] })) }
    : result
}
