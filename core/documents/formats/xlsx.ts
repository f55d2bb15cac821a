import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { CellValue } from './article-row.ts'
import { settleZipTimes } from './zip-times.ts'

/** Longest text that a cell of a spreadsheet can hold. */
const MOST_CELL_TEXT = 32_767

/*
 * XML of a spreadsheet cannot hold control characters or halves of surrogate pairs; a file with one of them does not
 * open.
 */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** A table as a spreadsheet with a frozen header. Every text is a text cell, so none can be a formula; days are dates. */
export async function formatXlsx(
  sheetName: string,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const data: SheetData = [
    header.map((text) => ({ value: cellText(text), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ]
  const columns = header.map((_, column) => ({ width: widthOf(column, header, rows) }))
  const sheet = sheetName.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet'
  const bytes = await writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
  settleZipTimes(bytes)
  return bytes
}

function cellText(text: string): string {
  return text.replace(FORBIDDEN, '').slice(0, MOST_CELL_TEXT)
}

function cellOf(value: CellValue): SheetData[number][number] {
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'string') return value === '' ? null : { value: cellText(value), type: String }
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
}

function widthOf(column: number, header: readonly string[], rows: readonly (readonly CellValue[])[]): number {
  const lengths = rows.slice(0, 200).map((row) => {
    const value = row[column]
    return typeof value === 'string' ? value.length : 10
  })
  return Math.min(60, Math.max(10, header[column]?.length ?? 0, ...lengths))
}
