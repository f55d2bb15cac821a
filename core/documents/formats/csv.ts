import Papa from 'papaparse'
import type { Language } from '../../model/language.ts'
import type { CellValue } from './article-row.ts'

/** Tells spreadsheet programs that the file is UTF-8: without it they garble Cyrillic. */
const BYTE_ORDER_MARK = '\ufeff'

/*
 * A cell that begins so is taken for a formula by one spreadsheet program or another, the full-width forms by those of
 * East Asia. An apostrophe before it makes it text.
 */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

/** Text of a cell that no spreadsheet program takes for a formula. */
export function defuse(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/**
 * A table as CSV with BOM, every cell quoted, lines ended by CRLF. Cells are parted by a semicolon where the spreadsheet
 * programs of the language expect it (their decimal point is a comma), else by a comma.
 */
export function formatCsv(
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
  language: Language,
): string {
  const cells = [header, ...rows].map((row) => row.map(cellText))
  const delimiter = language === 'en' ? ',' : ';'
  return BYTE_ORDER_MARK + Papa.unparse(cells, { quotes: true, delimiter, newline: '\r\n' })
}

function cellText(value: CellValue): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? defuse(value) : value.day
}
