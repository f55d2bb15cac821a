import { createCatalog, type MutableCatalog } from '../../core/archive/catalog/memory-catalog.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { ArticleSummary } from '../../core/model/article.ts'
import type { PartialDay } from '../../core/model/calendar-day.ts'
import { NO_TAGS, type TagId } from '../../core/model/tag.ts'
import type { IndexableArticle } from '../../core/search/indexable-article.ts'
import { createSearchService, type SearchService } from '../../core/search/search-service.ts'
import { startSearchWorker } from '../../core/search/worker-client.ts'
import type { IndexState } from '../../core/contract/results.ts'
import { createTestLog } from './archive.ts'

/** What a test states of an article; the rest is filled in. */
export type TestText = Partial<Omit<IndexableArticle, 'id' | 'version'>> & {
  readonly published?: string | null
  readonly kind?: ArticleSummary['kind']
}

/** An archive in memory with the search service over it. */
export interface SearchArchive {
  readonly catalog: MutableCatalog
  readonly service: SearchService
  readonly states: IndexState[]
  readonly log: ReturnType<typeof createTestLog>
  readonly articles: Map<ArticleId, IndexableArticle>
  /** Adds or replaces an article and waits until it can be found. */
  put(number: number, text: TestText): Promise<ArticleId>
  drop(number: number): Promise<void>
}

/** The id of the article with a number. */
export function idOf(number: number): ArticleId {
  return `01jbg3x6${String(number).padStart(8, '0')}` as ArticleId
}

let versions = 0

/** An article as the archive would hand it to the index. */
export function indexable(number: number, text: TestText): IndexableArticle {
  versions += 1
  return {
    id: idOf(number),
    version: versions.toString(16).padStart(64, '0').split('').reverse().join(''),
    title: text.title ?? `Article ${String(number)}`,
    subtitle: text.subtitle ?? '',
    body: text.body ?? '',
    language: text.language ?? 'en',
    outlet: text.outlet ?? '',
    authors: text.authors ?? [],
    tags: text.tags ?? [],
  }
}

/** The line of the catalog for an article. */
export function summaryFor(article: IndexableArticle, text: TestText): ArticleSummary {
  return {
    id: article.id,
    title: article.title,
    subtitle: article.subtitle,
    published: (text.published ?? null) as PartialDay | null,
    outlet: article.outlet,
    authors: article.authors,
    kind: text.kind ?? 'coverage',
    language: article.language,
    tags: { ...NO_TAGS, partner: article.tags },
    story: '',
    attachmentCount: 0,
    doubts: [],
    created: '2026-01-01T00:00:00.000Z',
    updated: '2026-01-01T00:00:00.000Z',
    version: article.version,
  }
}

/** Opens the search over articles that are there from the beginning. */
export async function openSearch(
  cacheFolder: string,
  texts: readonly TestText[],
  names: ReadonlyMap<TagId, readonly string[]> = new Map(),
  kept?: Pick<SearchArchive, 'catalog' | 'articles'>,
  startWorker: typeof startSearchWorker = startSearchWorker,
): Promise<SearchArchive> {
  const catalog = kept?.catalog ?? createCatalog()
  const articles = kept?.articles ?? new Map<ArticleId, IndexableArticle>()
  texts.forEach((text, number) => {
    const article = indexable(number, text)
    articles.set(article.id, article)
    catalog.put(summaryFor(article, text))
  })
  const states: IndexState[] = []
  const log = createTestLog()
  const service = createSearchService({
    catalog,
    texts: async function* (ids) {
      for (const article of articles.values()) {
        await Promise.resolve()
        if (ids === null || ids.includes(article.id)) yield article
      }
    },
    cacheFolder,
    archiveId: '0d9ad1a5-2f3a-4a7c-8b52-6c1f3a6d9e01',
    tagNames: () => names,
    clock: () => new Date('2026-11-23T10:00:00Z'),
    log,
    onState: (state) => states.push(state),
    startWorker,
  })
  await service.ready()
  return {
    catalog,
    service,
    states,
    log,
    articles,
    async put(number, text) {
      const article = indexable(number, text)
      articles.set(article.id, article)
      catalog.put(summaryFor(article, text))
      await service.articlesChanged([article], [])
      return article.id
    },
    async drop(number) {
      articles.delete(idOf(number))
      catalog.remove(idOf(number))
      await service.articlesChanged([], [idOf(number)])
    },
  }
}
