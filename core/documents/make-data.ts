import { stat, writeFile } from 'node:fs/promises'
import { throwIfCancelled } from '../contract/app-error.ts'
import type { OrderOf } from '../contract/document-order.ts'
import type { DocumentMade } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import { assertNever } from '../model/assert-never.ts'
import { localDayOf } from '../model/locale.ts'
import { slugOf } from '../model/transliterate.ts'
import { createTranslator } from '../translate/create-translator.ts'
import type { DocumentBox } from './document-box.ts'
import { eachArticle, type DocumentSources, type DocumentTask } from './document-tools.ts'
import { articleRow, rowHeader, type CellValue } from './formats/article-row.ts'
import { formatCsl } from './formats/csl.ts'
import { formatCsv } from './formats/csv.ts'
import { markdownEntries } from './formats/markdown.ts'
import { formatRis } from './formats/ris.ts'
import { formatXlsx } from './formats/xlsx.ts'
import { writeZip, type ZipEntry } from './formats/zip.ts'
import { siteEntries } from './site/site-entries.ts'

type DataOrder = OrderOf<'data'>

const ENDINGS = { csv: 'csv', xlsx: 'xlsx', ris: 'ris', csl: 'json', markdown: 'zip', site: 'zip' } as const

/** Writes the articles of a search for another program: table, references, or their files. */
export async function makeData(
  box: DocumentBox,
  order: DataOrder,
  sources: DocumentSources,
  task: DocumentTask,
): Promise<DocumentMade> {
  const ids = await sources.findArticles(order)
  const { document, path } = await box.reserve()
  await writeData(path, order, ids, sources, task)
  throwIfCancelled(task.signal)
  const fileName = `${slugOf(sources.archiveName(), 60) || 'archive'}-${localDayOf(sources.now())}.${ENDINGS[order.format]}`
  box.keep(document, path, fileName)
  const { size } = await stat(path)
  return { document, fileName, articles: ids.length, pages: 0, bytes: size }
}

async function writeData(
  path: string,
  order: DataOrder,
  ids: readonly ArticleId[],
  sources: DocumentSources,
  task: DocumentTask,
): Promise<void> {
  switch (order.format) {
    case 'csv':
    case 'xlsx':
      return writeFile(path, await tableBytes(order, ids, sources, task))
    case 'ris':
      return writeFile(path, formatRis(await readAll(ids, sources, task)))
    case 'csl':
      return writeFile(path, formatCsl(await readAll(ids, sources, task)))
    case 'markdown':
      return writeZip(path, markdownFiles(ids, sources, task), new Date(sources.now()))
    case 'site':
      return writeZip(path, siteEntries(order, ids, sources, task), new Date(sources.now()))
    default:
      return assertNever(order.format, 'format')
  }
}

async function tableBytes(
  { format, language }: DataOrder,
  ids: readonly ArticleId[],
  sources: DocumentSources,
  task: DocumentTask,
): Promise<string | Uint8Array> {
  const translate = createTranslator(language)
  const rows: (readonly CellValue[])[] = []
  await eachArticle(sources, ids, task, (article) => {
    rows.push(articleRow(article, translate, sources.tagOf))
  })
  const header = rowHeader(translate)
  return format === 'csv' ? formatCsv(header, rows, language) : formatXlsx(sources.archiveName(), header, rows)
}

async function readAll(
  ids: readonly ArticleId[],
  sources: DocumentSources,
  task: DocumentTask,
): Promise<readonly Article[]> {
  const articles: Article[] = []
  await eachArticle(sources, ids, task, (article) => {
    // Reference managers get no texts; without them 100,000 articles fit into memory.
    articles.push({ ...article, body: '' })
  })
  return articles
}

async function* markdownFiles(
  ids: readonly ArticleId[],
  sources: DocumentSources,
  task: DocumentTask,
): AsyncGenerator<ZipEntry> {
  for (const [place, id] of ids.entries()) {
    throwIfCancelled(task.signal)
    const article = await sources.readArticle(id)
    task.onProgress?.(place, ids.length, article.title)
    yield* markdownEntries(article, sources.readAttachment)
  }
}
