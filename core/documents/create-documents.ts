import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { RequestArgument } from '../contract/archive-api.ts'
import type { HostFile } from '../contract/host-core.ts'
import type { DocumentMade } from '../contract/results.ts'
import type { Article } from '../model/article.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Settings } from '../model/settings.ts'
import type { Tag, TagId } from '../model/tag.ts'
import { slugOf } from '../model/transliterate.ts'
import { createFitterSource } from '../pdf/document-fitter.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import { createTranslator } from '../translate/create-translator.ts'
import { articleSheet } from './article-sheet.ts'
import { createDocumentBox } from './document-box.ts'
import { createImageBox, type ReadAttachment } from './image-box.ts'
import { documentFrame } from './document-frame.ts'
import { typeset } from './typeset.ts'

/** What documents need of the rest of the core. */
export interface DocumentSources {
  readonly readArticle: (id: ArticleId) => Promise<Article>
  readonly readAttachment: ReadAttachment
  readonly tagOf: (id: TagId) => Tag | undefined
  readonly settings: () => Promise<Pick<Settings, 'officeName'>> | Pick<Settings, 'officeName'>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Absolute path of a private folder of this process, outside every archive; it is removed by `close`. */
  readonly workFolder: string
}

/** Makes documents and keeps the finished ones until they are fetched. */
export interface Documents {
  /** @throws AppError `not-found`, `pdf-failed`, `cancelled` */
  clipping(argument: RequestArgument<'documents.clipping'>, task?: Partial<TaskContext>): Promise<DocumentMade>
  /** @throws AppError `not-found` */
  open(document: string): Promise<HostFile>
  copyTo(document: string, path: string): Promise<void>
  discard(document: string): Promise<void>
  close(): Promise<void>
}

/** Joins the makers of documents with what they read. */
export function createDocuments(sources: DocumentSources): Documents {
  const box = createDocumentBox(join(sources.workFolder, `documents-${randomUUID()}`))
  const newFitter = createFitterSource()

  const clipping: Documents['clipping'] = async (argument, task = {}) => {
    const article = await sources.readArticle(argument.id)
    task.onProgress?.(0, 1, article.title)
    const translate = createTranslator(argument.language)
    const fitter = await newFitter()
    const images = createImageBox(sources.readAttachment)
    const sheet = await articleSheet(article, { translate, fitter, images, tagOf: sources.tagOf })
    const { officeName } = await sources.settings()
    const frame = documentFrame({
      ...argument,
      title: article.title,
      officeName,
      now: sources.now(),
      translate,
      fitter,
    })
    const made = await typeset(box, {
      template: 'clipping',
      data: { ...frame, article: sheet },
      images: images.images,
      standard: argument.standard,
      title: article.title,
      fileName: clippingName(article),
      articles: 1,
      signal: task.signal,
    })
    task.onProgress?.(1, 1, article.title)
    return made
  }

  return {
    clipping,
    open: (document) => box.open(document),
    copyTo: (document, path) => box.copyTo(document, path),
    discard: (document) => box.discard(document),
    close: () => box.close(),
  }
}

function clippingName(article: Article): string {
  const name = [article.published ?? '', slugOf(article.title, 60) || article.id]
    .filter((part) => part !== '')
    .join('-')
  return `${name}.pdf`
}
