import { onTestFinished } from 'vitest'
import { AppError } from '../../core/contract/app-error.ts'
import { createDocuments, type Documents } from '../../core/documents/create-documents.ts'
import type { ArticleFilter, SortOrder } from '../../core/model/article-filter.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { Article, ArticleSummary } from '../../core/model/article.ts'
import { firstDayOf, lastDayOf } from '../../core/model/calendar-day.ts'
import { TAG_KINDS, type Tag } from '../../core/model/tag.ts'
import type { Timeline } from '../../core/model/timeline.ts'
import { makeTempDir } from './temp-dir.ts'

/** The moment at which all test documents are made. */
export const MADE_AT = Date.parse('2026-11-23T10:20:30Z')

export interface DocumentsSetup {
  readonly articles: readonly Article[]
  readonly tags?: readonly Tag[]
  readonly attachments?: ReadonlyMap<string, Uint8Array>
  readonly officeName?: string
  /** Folder with the office's own templates. */
  readonly templateFolder?: string
  readonly timeline?: Timeline
}

/** Documents over articles in memory and a real work folder; closed when the test ends. */
export async function makeDocuments(setup: DocumentsSetup): Promise<Documents> {
  const documents = createDocuments({
    readArticle: (id) => {
      const article = setup.articles.find((candidate) => candidate.id === id)
      return article
        ? Promise.resolve(article)
        : Promise.reject(new AppError('not-found', `There is no article ${id}.`))
    },
    readAttachment: (_id, name) => {
      const bytes = setup.attachments?.get(name)
      return bytes ? Promise.resolve(bytes) : Promise.reject(new AppError('not-found', `There is no file ${name}.`))
    },
    summaryOf: (id) => {
      const article = setup.articles.find((candidate) => candidate.id === id)
      return article && summaryOf(article)
    },
    findArticles: ({ filter, sort }) => Promise.resolve(findArticles(setup.articles, filter, sort)),
    readTimeline: () =>
      setup.timeline ? Promise.resolve(setup.timeline) : Promise.reject(new Error('No timeline was set up.')),
    readTagPage: () => Promise.reject(new Error('No overview of a tag was set up.')),
    readTagMatrix: () => Promise.reject(new Error('No matrix was set up.')),
    allTags: () => setup.tags ?? [],
    archiveName: () => 'Test archive',
    templateFolder: () => setup.templateFolder ?? '/nonexistent',
    tagOf: (id) => setup.tags?.find((tag) => tag.id === id),
    settings: () => ({ officeName: setup.officeName ?? 'Press office' }),
    now: () => MADE_AT,
    workFolder: await makeTempDir(),
  })
  onTestFinished(() => documents.close())
  return documents
}

/** A plain scan, as far as the tests of documents need filters: days, kinds, tags. Queries are ignored. */
function findArticles(articles: readonly Article[], filter: ArticleFilter, sort: SortOrder): readonly ArticleId[] {
  const found = articles.filter(
    ({ published, kind, tags }) =>
      (filter.from === null || (published !== null && lastDayOf(published) >= filter.from)) &&
      (filter.to === null || (published !== null && firstDayOf(published) <= filter.to)) &&
      (filter.kinds.length === 0 || filter.kinds.includes(kind)) &&
      filter.tags.every((tag) => TAG_KINDS.some((tagKind) => tags[tagKind].includes(tag))),
  )
  const byDay = found.toSorted((left, right) => (left.published ?? '').localeCompare(right.published ?? ''))
  return (sort === 'oldest' ? byDay : byDay.toReversed()).map((article) => article.id)
}

function summaryOf({ attachments, imported, ...article }: Article): ArticleSummary {
  return { ...article, attachmentCount: attachments.length, doubts: imported?.doubts ?? [] }
}

/** The bytes of a finished document. */
export async function bytesOf(documents: Documents, document: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of (await documents.open(document)).content) pieces.push(piece)
  return Buffer.concat(pieces)
}
