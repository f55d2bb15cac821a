import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import type { RequestArgument } from '../contract/archive-api.ts'
import type { DocumentOrder, OrderOf, TagSheetOrder } from '../contract/document-order.ts'
import type { HostFile } from '../contract/host-core.ts'
import type { DocumentMade } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import { localDayOf } from '../model/locale.ts'
import { slugOf } from '../model/transliterate.ts'
import { createFitterSource } from '../pdf/document-fitter.ts'
import type { TextFitter } from '../pdf/printable-text.ts'
import { createTranslator } from '../translate/create-translator.ts'
import { articleSheet } from './article-sheet.ts'
import { countFigures, gatherReport, scopeOf } from './coverage-report.ts'
import { digestPeriod, digestText, gatherDigest } from './digest.ts'
import { createDocumentBox, type DocumentBox } from './document-box.ts'
import type { DocumentSources, DocumentTask } from './document-tools.ts'
import { formatCsv } from './formats/csv.ts'
import { makeData } from './make-data.ts'
import { listOfficeTemplates } from './office-files.ts'
import { gatherPressBook } from './press-book.ts'
import { findPickUps, pickUpTable } from './pick-ups.ts'
import { createPrinter, type Print } from './print-document.ts'
import { figuresTable } from './report-table.ts'
import { largerOf } from './sized-article.ts'
import { gatherTagSheet } from './tag-sheet.ts'
import { gatherTimeline } from './timeline-sheet.ts'

/** Makes documents and keeps the finished ones until they are fetched. */
export interface Documents {
  /** @throws AppError `not-found`, `pdf-failed`, `cancelled` */
  clipping(argument: RequestArgument<'documents.clipping'>, task?: DocumentTask): Promise<DocumentMade>
  /** @throws AppError `not-found`, `pdf-failed`, `cancelled` */
  make(order: DocumentOrder, task?: DocumentTask): Promise<DocumentMade>
  /** @throws AppError `not-found`, `pdf-failed`, `cancelled` */
  tagSheet(order: TagSheetOrder, task?: DocumentTask): Promise<DocumentMade>
  /**
   * The digest as plain text for a messenger.
   *
   * @throws AppError `bad-request` for an order of another kind
   */
  digestText(order: DocumentOrder): Promise<string>
  /** The articles that an order would be made of now, oldest first. */
  articlesOf(order: DocumentOrder): Promise<readonly ArticleId[]>
  /** Names of the archive's own templates. */
  templates(): Promise<readonly string[]>
  /** Lays a file that was made elsewhere ready to be fetched. */
  keep(fileName: string, bytes: Uint8Array): Promise<Pick<DocumentMade, 'document' | 'bytes'>>
  /** @throws AppError `not-found` */
  open(document: string): Promise<HostFile>
  copyTo(document: string, path: string): Promise<void>
  discard(document: string): Promise<void>
  close(): Promise<void>
}

/** What the makers of all kinds work with. */
interface Workshop {
  readonly sources: DocumentSources
  readonly box: DocumentBox
  readonly print: Print
}

/** Joins the makers of documents with what they read. */
export function createDocuments(sources: DocumentSources): Documents {
  const box = createDocumentBox(join(sources.workFolder, `documents-${randomUUID()}`))
  const shop: Workshop = { sources, box, print: createPrinter(box, sources, createFitterSource()) }
  return {
    clipping: (argument, task = {}) => makeClipping(shop, argument, task),
    make: (order, task = {}) => {
      switch (order.kind) {
        case 'book':
          return makeBook(shop, order, task)
        case 'report':
          return makeReport(shop, order, task)
        case 'timeline':
          return makeTimeline(shop, order, task)
        case 'digest':
          return makeDigest(shop, order, task)
        case 'data':
          return makeData(box, order, sources, task)
      }
    },
    tagSheet: (order, task = {}) => makeTagSheet(shop, order, task),
    digestText: (order) => textOfDigest(sources, order),
    articlesOf: ({ query, filter, ...order }) => {
      const days = order.kind === 'digest' ? digestPeriod(order.period, sources.now()) : {}
      return sources.findArticles({ query, filter: { ...filter, ...days }, sort: 'oldest' })
    },
    templates: () => listOfficeTemplates(sources.templateFolder()),
    keep: async (fileName, bytes) => {
      const { document, path } = await box.reserve()
      await writeFile(path, bytes)
      box.keep(document, path, fileName)
      return { document, bytes: bytes.length }
    },
    open: (document) => box.open(document),
    copyTo: (document, path) => box.copyTo(document, path),
    discard: (document) => box.discard(document),
    close: () => box.close(),
  }
}

function makeClipping(
  { sources, print }: Workshop,
  argument: RequestArgument<'documents.clipping'>,
  task: DocumentTask,
): Promise<DocumentMade> {
  return print({ ...argument, template: argument.template ?? '' }, task, async (tools) => {
    const article = await sources.readArticle(argument.id)
    task.onProgress?.(0, 1, article.title)
    const data = { article: await articleSheet(article, tools) }
    const fileName = clippingName(article)
    const largest = largerOf(undefined, article)
    return { template: 'clipping', title: article.title, fileName, articles: 1, data, largest }
  })
}

function makeBook({ sources, print }: Workshop, order: OrderOf<'book'>, task: DocumentTask): Promise<DocumentMade> {
  return print(order, task, async (tools) => {
    const ids = await sources.findArticles(order)
    const title = order.title || tools.translate('printed.pressBook')
    const { largest, ...data } = await gatherPressBook(order, ids, sources, tools, task)
    const fileName = nameOf(title, sources, 'pdf')
    return { template: 'press-book', title, fileName, articles: ids.length, data, largest }
  })
}

/** The report, and beside it as CSV every figure with the search that gives it, and what became of each release. */
async function makeReport(
  { sources, box, print }: Workshop,
  order: OrderOf<'report'>,
  task: DocumentTask,
): Promise<DocumentMade> {
  const scope = await scopeOf(order, sources)
  const translate = createTranslator(order.language)
  const title = order.title || translate('printed.coverageReport')
  const followed = await findPickUps(scope.now, sources, task)
  const made = await print(order, task, async (tools) => {
    const data = await gatherReport(order, scope, followed, sources, tools)
    const fileName = nameOf(title, sources, 'pdf')
    return { template: 'coverage-report', title, fileName, articles: scope.ids.length, data }
  })
  const figures = figuresTable(
    countFigures(order, scope, { translate, fitter: AS_IT_IS, tagOf: sources.tagOf }),
    translate,
  )
  const keepTable = async (
    about: 'figures' | 'pick-ups',
    { header, rows }: ReturnType<typeof figuresTable>,
  ): Promise<NonNullable<DocumentMade['companions']>[number]> => {
    const { document, path } = await box.reserve()
    await writeFile(path, formatCsv(header, rows, order.language))
    const fileName = nameOf(about === 'figures' ? title : `${title} ${translate('printed.pickUps')}`, sources, 'csv')
    box.keep(document, path, fileName)
    return { document, fileName, about }
  }
  const companions = [await keepTable('figures', figures)]
  if (followed.length > 0) companions.push(await keepTable('pick-ups', pickUpTable(followed, translate)))
  return { ...made, companions }
}

/** Text that is not drawn needs no fitting. */
const AS_IT_IS: TextFitter = { fit: (text) => text, missing: [] }

function makeTimeline(
  { sources, print }: Workshop,
  order: OrderOf<'timeline'>,
  task: DocumentTask,
): Promise<DocumentMade> {
  return print(order, task, async (tools) => {
    const title = order.title || tools.translate('printed.timelineSheet')
    const { articles, ...data } = await gatherTimeline(order, sources, tools, task)
    return { template: 'timeline-sheet', title, fileName: nameOf(title, sources, 'pdf'), articles, data }
  })
}

function makeDigest({ sources, print }: Workshop, order: OrderOf<'digest'>, task: DocumentTask): Promise<DocumentMade> {
  return print(order, task, async (tools) => {
    const title = order.title || tools.translate('printed.digest')
    const { articles, ...data } = await gatherDigest(order, sources, tools, task)
    return { template: 'digest', title, fileName: nameOf(title, sources, 'pdf'), articles, data }
  })
}

function makeTagSheet({ sources, print }: Workshop, order: TagSheetOrder, task: DocumentTask): Promise<DocumentMade> {
  return print(order, task, async (tools) => {
    const { title, articles, ...data } = await gatherTagSheet(order, sources, tools)
    return { template: 'tag-sheet', title, fileName: nameOf(title, sources, 'pdf'), articles, data }
  })
}

async function textOfDigest(sources: DocumentSources, order: DocumentOrder): Promise<string> {
  if (order.kind !== 'digest') throw new AppError('bad-request', 'Only a digest can be had as plain text.')
  const translate = createTranslator(order.language)
  const digest = await gatherDigest(order, sources, { translate, fitter: AS_IT_IS }, {})
  return digestText(order.title || translate('printed.digest'), digest)
}

function clippingName(article: Article): string {
  const name = [article.published ?? '', slugOf(article.title, 60) || article.id].filter((part) => part !== '')
  return `${name.join('-')}.pdf`
}

/** A file name from a document's title and the day of its making. */
function nameOf(title: string, sources: DocumentSources, ending: string): string {
  const parts = [slugOf(title, 60), localDayOf(sources.now())].filter((part) => part !== '')
  return `${parts.join('-')}.${ending}`
}
