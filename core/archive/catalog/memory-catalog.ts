import type { ArticleId } from '../../model/article-id.ts'
import { ARTICLE_KINDS, type ArticleSummary } from '../../model/article.ts'
import { firstDayOf, lastDayOf } from '../../model/calendar-day.ts'
import { ARTICLE_LANGUAGES } from '../../model/language.ts'
import { TAG_KINDS } from '../../model/tag.ts'
import { NO_DAY, type Catalog } from './catalog.ts'
import { createColumns, growColumns, type MutableColumns } from './columns.ts'
import { countFacets } from './count-facets.ts'
import { dayNumber } from '../../model/calendar-units.ts'
import { filterRows } from './filter-rows.ts'
import { createRowSorter } from './sort-rows.ts'

/** The catalog as the archive itself sees it. */
export interface MutableCatalog extends Catalog {
  /** Adds an article, or replaces its line. */
  put(summary: ArticleSummary): void
  /** Takes an article out; unknown ids are passed over. */
  remove(id: ArticleId): void
  /** The line of a live row as JSON in UTF-8, for the cache. */
  lineAt(row: number): Uint8Array
  readonly columns: MutableColumns
}

/** What a catalog cache brings along: columns, and lines that are read only when somebody wants them. */
export interface CatalogStart {
  readonly columns: MutableColumns
  readonly ids: readonly ArticleId[]
  /** The line of a row as JSON in UTF-8. */
  readonly lineAt: (row: number) => Uint8Array
}

const decoder = new TextDecoder()

function fillRow(columns: MutableColumns, row: number, summary: ArticleSummary): void {
  const { published } = summary
  columns.live[row] = 1
  columns.firstDay[row] = published === null ? NO_DAY : dayNumber(firstDayOf(published))
  columns.lastDay[row] = published === null ? NO_DAY : dayNumber(lastDayOf(published))
  columns.language[row] = ARTICLE_LANGUAGES.indexOf(summary.language)
  columns.kind[row] = ARTICLE_KINDS.indexOf(summary.kind)
  columns.outlet[row] = columns.outletNumbers.number(summary.outlet)
  columns.doubtful[row] = summary.doubts.length > 0 ? 1 : 0
  columns.created[row] = Date.parse(summary.created)
  columns.tags[row] = TAG_KINDS.flatMap((kind) => summary.tags[kind].map((tag) => columns.tagNumbers.number(tag)))
}

const VERSION_KEY = '"version":"'

/** Takes the version out of a line without reading the rest: in the texts of a line every quotation mark is escaped. */
function versionInLine(line: Uint8Array): string {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.length)
  const from = bytes.lastIndexOf(VERSION_KEY) + VERSION_KEY.length
  return bytes.toString('latin1', from, bytes.indexOf('"', from))
}

const STORY_KEY = '"story":"'

/** Takes the story out of a line without reading the rest. An id that had to be escaped is read with the whole line. */
function storyInLine(line: Uint8Array): string | null {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.length)
  const from = bytes.indexOf(STORY_KEY) + STORY_KEY.length
  const story = bytes.toString('utf8', from, bytes.indexOf('"', from))
  return story.includes('\\') ? null : story
}

/** Texts cut out of a file keep the whole file in memory, which for 100,000 articles is a gigabyte: copies do not. */
function withOwnTexts(summary: ArticleSummary): ArticleSummary {
  // A line is plain data: what JSON makes of it is the same again.
  return JSON.parse(JSON.stringify(summary)) as ArticleSummary
}

/** A catalog, empty or begun from a cache. */
export function createCatalog(start: CatalogStart | null = null): MutableCatalog {
  const columns = start?.columns ?? createColumns()
  const ids: ArticleId[] = start ? [...start.ids] : []
  const rowById = new Map(ids.map((id, row) => [id, row]))
  // Lines of a cache stay undefined until they are asked for.
  const lines: (ArticleSummary | undefined)[] = ids.map(() => undefined)
  const cachedRows = ids.length
  const rewritten = new Set<number>()

  function summaryAt(row: number): ArticleSummary | undefined {
    if (columns.live[row] !== 1) return undefined
    const line = lines[row]
    if (line !== undefined || row >= cachedRows || !start) return line
    // The cache's checksum has proven that these are the bytes that `lineAt` once gave.
    const read = JSON.parse(decoder.decode(start.lineAt(row))) as ArticleSummary
    lines[row] = read
    return read
  }

  const sorter = createRowSorter(columns, summaryAt, (row) => ids[row] ?? '')
  const rowOf = (id: ArticleId) => rowById.get(id)

  return {
    get size() {
      return rowById.size
    },
    columns,
    rowOf,
    summaryAt,
    summaryOf(id) {
      const row = rowById.get(id)
      return row === undefined ? undefined : summaryAt(row)
    },
    idsWithPrefix(prefix, limit) {
      const found: ArticleId[] = []
      for (const id of rowById.keys()) {
        if (found.length >= limit) break
        if (id.startsWith(prefix)) found.push(id)
      }
      return found
    },
    idAt: (row) => ids[row] ?? '',
    versionAt(row) {
      if (columns.live[row] !== 1) return ''
      return lines[row]?.version ?? (start && row < cachedRows ? versionInLine(start.lineAt(row)) : '')
    },
    storyAt(row) {
      if (columns.live[row] !== 1) return ''
      const known = lines[row]?.story ?? (start && row < cachedRows ? storyInLine(start.lineAt(row)) : null)
      return known ?? summaryAt(row)?.story ?? ''
    },
    lineAt(row) {
      if (start && row < cachedRows && !rewritten.has(row)) return start.lineAt(row)
      return Buffer.from(JSON.stringify(summaryAt(row)))
    },
    filter: (filter) => filterRows(columns, filter, rowOf),
    facets: (rows) => countFacets(columns, rows),
    sorted: (rows, order) => sorter.sorted(rows, order),
    put(summary) {
      const line = withOwnTexts(summary)
      const row = rowById.get(line.id) ?? columns.rows
      growColumns(columns, row + 1)
      if (row === columns.rows) {
        columns.rows += 1
        ids.push(line.id)
        rowById.set(line.id, row)
      }
      lines[row] = line
      if (row < cachedRows) rewritten.add(row)
      fillRow(columns, row, line)
      sorter.touch(row)
    },
    remove(id) {
      const row = rowById.get(id)
      if (row === undefined) return
      rowById.delete(id)
      columns.live[row] = 0
      lines[row] = undefined
    },
  }
}
