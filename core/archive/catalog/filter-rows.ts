import type { ArticleFilter } from '../../model/article-filter.ts'
import { ARTICLE_KINDS } from '../../model/article.ts'
import { ARTICLE_LANGUAGES } from '../../model/language.ts'
import type { ArticleId } from '../../model/article-id.ts'
import { NO_DAY, type RowSet } from './catalog.ts'
import type { MutableColumns } from './columns.ts'
import { dayNumber } from '../../model/calendar-units.ts'

function keepWhere(set: RowSet, rows: number, keep: (row: number) => boolean): void {
  for (let row = 0; row < rows; row += 1) {
    if (set[row] === 1 && !keep(row)) set[row] = 0
  }
}

function keepDays(set: RowSet, columns: MutableColumns, filter: ArticleFilter): void {
  if (filter.from === null && filter.to === null) return
  const from = filter.from === null ? NO_DAY + 1 : dayNumber(filter.from)
  const to = filter.to === null ? -NO_DAY - 1 : dayNumber(filter.to)
  const { firstDay, lastDay } = columns
  keepWhere(set, columns.rows, (row) => {
    const [first = NO_DAY, last = NO_DAY] = [firstDay[row], lastDay[row]]
    return first !== NO_DAY && last >= from && first <= to
  })
}

/** A look-up table: 1 for the numbers wanted. */
function wantedNumbers(numbers: readonly (number | undefined)[], size: number): Uint8Array {
  const wanted = new Uint8Array(size)
  for (const number of numbers) if (number !== undefined && number >= 0) wanted[number] = 1
  return wanted
}

function keepCodes(set: RowSet, rows: number, codes: Uint8Array | Uint32Array, wanted: Uint8Array): void {
  for (let row = 0; row < rows; row += 1) if (wanted[codes[row] ?? 0] !== 1) set[row] = 0
}

function keepTags(set: RowSet, columns: MutableColumns, filter: ArticleFilter): void {
  for (const tag of filter.tags) {
    const number = columns.tagNumbers.find(tag) ?? -1
    keepWhere(set, columns.rows, (row) => columns.tags[row]?.includes(number) ?? false)
  }
}

function keepIds(set: RowSet, ids: readonly ArticleId[], rowOf: (id: ArticleId) => number | undefined): void {
  const listed = new Uint8Array(set.length)
  for (const id of ids) {
    const row = rowOf(id)
    if (row !== undefined) listed[row] = 1
  }
  for (let row = 0; row < set.length; row += 1) if (listed[row] !== 1) set[row] = 0
}

/** The live rows that pass the filter. */
export function filterRows(
  columns: MutableColumns,
  filter: ArticleFilter,
  rowOf: (id: ArticleId) => number | undefined,
): RowSet {
  const { rows } = columns
  const set = columns.live.slice(0, rows)
  if (filter.ids !== null) keepIds(set, filter.ids, rowOf)
  keepDays(set, columns, filter)
  if (filter.undated) keepWhere(set, rows, (row) => columns.firstDay[row] === NO_DAY)
  if (filter.doubtful) keepWhere(set, rows, (row) => columns.doubtful[row] === 1)
  if (filter.languages.length > 0) {
    const numbers = filter.languages.map((language) => ARTICLE_LANGUAGES.indexOf(language))
    keepCodes(set, rows, columns.language, wantedNumbers(numbers, ARTICLE_LANGUAGES.length))
  }
  if (filter.kinds.length > 0) {
    const numbers = filter.kinds.map((kind) => ARTICLE_KINDS.indexOf(kind))
    keepCodes(set, rows, columns.kind, wantedNumbers(numbers, ARTICLE_KINDS.length))
  }
  if (filter.outlets.length > 0) {
    const numbers = filter.outlets.map((outlet) => columns.outletNumbers.find(outlet))
    keepCodes(set, rows, columns.outlet, wantedNumbers(numbers, columns.outletNames.length))
  }
  keepTags(set, columns, filter)
  return set
}
