import { AppError } from '../../contract/app-error.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import type { ReadFault, ReadPiece, ReadResult } from '../read-result.ts'
import { splitAuthors } from '../recognise/labelled-line.ts'
import { languageOfName } from '../recognise/stated-language.ts'
import type { ColumnMapping, TableField } from '../../model/table-field.ts'
import { isUsableMapping, knownMapping, mappingOfHead, type TableChoice } from './column-mapping.ts'

const MOST_ROWS = 200_000

interface Cells {
  readonly byField: ReadonlyMap<TableField, string>
  /** Columns without a field, as `name: value`. */
  readonly others: readonly string[]
}

function cellsOf(row: readonly string[], head: readonly string[], mapping: ColumnMapping): Cells {
  const byField = new Map<TableField, string>()
  const others: string[] = []
  row.forEach((cell, place) => {
    const value = cell.trim()
    const field = mapping[place] ?? null
    if (value === '') return
    if (field !== null) byField.set(field, value)
    else others.push(`${head[place] ?? `column ${place + 1}`}: ${value}`)
  })
  return { byField, others }
}

function bodyOf(text: string): Pick<ReadPiece, 'body' | 'notices'> {
  const isHtml = /<(?:p|br|div|h\d|ul|table)\b[^>]*>/i.test(text)
  if (!isHtml) return { body: { kind: 'plain', text }, notices: [] }
  const { markdown, notices } = htmlToMarkdown(text, { baseUrl: '', imageName: () => null })
  return { body: { kind: 'markdown', text: markdown }, notices }
}

function toPiece({ byField, others }: Cells, name: string): ReadPiece {
  const text = (field: TableField): string => byField.get(field) ?? ''
  const language = languageOfName(text('language'))
  const keywords = text('keywords')
    .split(/\s*[,;|]\s*/)
    .filter((word) => word !== '')
  const notes = [text('notes'), ...others].filter((line) => line !== '').join('\n')
  return {
    name,
    ...bodyOf(text('body') || text('summary')),
    stated: {
      ...(text('title') === '' ? {} : { title: text('title') }),
      ...(text('subtitle') === '' ? {} : { subtitle: text('subtitle') }),
      ...(text('published') === '' ? {} : { published: text('published') }),
      ...(text('outlet') === '' ? {} : { outlet: text('outlet') }),
      ...(text('url') === '' ? {} : { url: text('url') }),
      ...(text('authors') === '' ? {} : { authors: splitAuthors(text('authors')) }),
      ...(text('summary') === '' || text('body') === '' ? {} : { summary: text('summary') }),
      ...(language === undefined ? {} : { language }),
      ...(keywords.length === 0 ? {} : { keywords }),
      ...(notes === '' ? {} : { notes }),
    },
    files: [],
    doubts: [],
  }
}

const MOST_SAMPLE_ROWS = 10
const MOST_SAMPLE_CELL = 200

function sampleOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  isKnown: boolean,
): ReadResult {
  const shown = rows.slice(0, MOST_SAMPLE_ROWS).map((row) => row.map((cell) => cell.slice(0, MOST_SAMPLE_CELL)))
  const table = { head: head.slice(0, 500), rows: shown, mapping: mapping.slice(0, 500), count: rows.length, isKnown }
  return { pieces: [], members: [], faults: [], table }
}

/**
 * Reads a table: one article of each row, or only its first rows to be shown. Columns are those that the user chose for
 * tables with this first row, else those that their names suggest.
 *
 * @throws AppError `unknown-format` where no column is a title or a text, `too-large`
 */
export function readTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { known, sampleOnly }: TableChoice,
): ReadResult {
  const chosen = knownMapping(head, known)
  const mapping = chosen ?? mappingOfHead(head)
  return sampleOnly ? sampleOf(head, rows, mapping, chosen !== null) : rowPieces(head, rows, mapping)
}

/**
 * One article of each row of a table; empty rows are named as skipped.
 *
 * @throws AppError `unknown-format` where no column is a title or a text, `too-large`
 */
function rowPieces(head: readonly string[], rows: readonly (readonly string[])[], mapping: ColumnMapping): ReadResult {
  if (!isUsableMapping(mapping)) {
    throw new AppError('unknown-format', `No column is a title or a text: ${head.slice(0, 20).join(', ')}.`, {
      columns: [...head].slice(0, 50),
    })
  }
  if (rows.length > MOST_ROWS) throw new AppError('too-large', `The table has more than ${MOST_ROWS} rows.`)
  const pieces: ReadPiece[] = []
  const faults: ReadFault[] = []
  rows.forEach((row, place) => {
    const name = `row ${place + 2}`
    const cells = cellsOf(row, head, mapping)
    if (cells.byField.has('title') || cells.byField.has('body')) pieces.push(toPiece(cells, name))
    else
      faults.push({ name, outcome: 'skipped', code: 'empty-file', message: 'The row has neither a title nor a text.' })
  })
  return { pieces, members: [], faults }
}
