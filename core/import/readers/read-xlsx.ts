import { zipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { AppError } from '../../contract/app-error.ts'
import { DOCUMENT_LIMITS, readZip, refuseDoctype } from '../office/read-zip.ts'
import type { ReadResult } from '../read-result.ts'
import { NO_TABLE_CHOICE, type TableChoice } from '../tables/column-mapping.ts'
import { readTable } from '../tables/row-pieces.ts'

type Cell = string | number | boolean | Date | null | undefined

/** A cell as it is to be read: a date as its calendar day. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly (readonly (readonly string[])[])[]> {
  const entries = await readZip(bytes, DOCUMENT_LIMITS, () => true)
  for (const { name, bytes: content } of entries) {
    if (/\.(?:xml|rels)$/i.test(name)) refuseDoctype(Buffer.from(content.subarray(0, 4_096)).toString('latin1'))
  }
  const checked = zipSync(Object.fromEntries(entries.map(({ name, bytes: content }) => [name, content])), { level: 0 })
  try {
    const sheets = await readSheets(Buffer.from(checked))
    return sheets.map(({ data }) => data.map((row) => row.map((cell) => cellText(cell as Cell))))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The workbook is damaged: ${reason}`, {}, { cause: error })
  }
}

/**
 * Reads the sheets of a workbook, one article a row. Sheets without a column for title or text are passed over unless there
 * is no other.
 *
 * @throws AppError `unknown-format`, `unreadable-source`, `too-large`
 */
export async function readXlsx(bytes: Uint8Array, choice: TableChoice = NO_TABLE_CHOICE): Promise<ReadResult> {
  const sheets = await sheetsOf(bytes)
  const results: ReadResult[] = []
  let refused: AppError | null = null
  for (const [head = [], ...rows] of sheets) {
    try {
      results.push(readTable(head, rows, choice))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unknown-format') throw error
      refused = error
    }
  }
  if (results.length === 0) throw refused ?? new AppError('empty-file', 'The workbook has no rows.')
  const table = results.find((result) => result.table !== undefined)?.table
  return {
    ...(table === undefined ? {} : { table }),
    pieces: results.flatMap(({ pieces }) => pieces),
    members: [],
    faults: results.flatMap(({ faults }) => faults),
  }
}
