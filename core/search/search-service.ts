import { join } from 'node:path'
import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import { oneOfEachStory } from '../archive/catalog/one-of-story.ts'
import { throwIfCancelled } from '../contract/app-error.ts'
import type { RequestArgument } from '../contract/archive-api.ts'
import type { Log } from '../contract/log.ts'
import type { IndexState } from '../contract/results.ts'
import { NO_FILTER, type ArticleFilter } from '../model/article-filter.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { SearchHit, SearchNotice, SearchPage } from '../model/search-result.ts'
import type { TagId } from '../model/tag.ts'
import { hitsOfAnswer, hitsWithoutWords, joinFilters, LOOSE, type FilteredHits } from './compose-page.ts'
import type { IndexableArticle } from './indexable-article.ts'
import { IndexKeeper } from './index-keeper.ts'
import { PlaceQueue } from './place-queue.ts'
import { NoticeList } from './query/notice-list.ts'
import { parseQuery } from './query/parse-query.ts'
import type { ParsedQuery } from './query/parsed-query.ts'
import type { TagAlias } from './query/variants.ts'
import type { HitDetails } from './describe-hits.ts'
import type { EngineQuery } from './text-engine.ts'
import { TagNameFinder } from './tag-names.ts'
import type { startSearchWorker } from './worker-client.ts'
import type { ReadingMode } from './worker-protocol.ts'

export interface SearchServiceOptions {
  readonly catalog: Catalog
  /** Texts of the articles named, or of all of them for null; it may yield others too. */
  readonly texts: (ids: readonly ArticleId[] | null) => AsyncIterable<IndexableArticle>
  /** Cache folder of the user; the index gets a folder of its own in it. */
  readonly cacheFolder: string
  /** UUID of the archive. */
  readonly archiveId: string
  /** Names and aliases of every tag, in all languages. */
  readonly tagNames: () => ReadonlyMap<TagId, readonly string[]>
  readonly clock: () => Date
  readonly log: Log
  /** Hears of every change of the state, at most a few times a second while the index grows. */
  readonly onState: (state: IndexState) => void
  readonly reading?: ReadingMode
  readonly startWorker?: typeof startSearchWorker
}

export interface Progress {
  readonly done: number
  readonly total: number
}

/** Full-text search over one open archive. */
export interface SearchService {
  search(argument: RequestArgument<'search.run'>): Promise<SearchPage>
  /** All ids of a result in its order. */
  ids(argument: RequestArgument<'search.ids'>): Promise<ArticleId[]>
  /** The rows of the catalog that fit, for timelines and exports. */
  matchingRows(query: string, filter: ArticleFilter): Promise<RowSet>
  /** Tells of articles added, edited or removed, after the catalog has them; resolves when a search finds them so. */
  articlesChanged(upserts: readonly IndexableArticle[], removals: readonly ArticleId[]): Promise<void>
  /** Tells that names of tags changed; their articles are indexed anew in the background. */
  tagsChanged(): Promise<void>
  state(): IndexState
  /** Makes the index anew from the articles' files. Rejects with `cancelled` when the signal is given. */
  reindex(options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }): Promise<void>
  /** Resolves when the index holds all that it held to hold when the archive was opened. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** Opens the index of an archive, or begins to build it; searches are answered from the start with what is there. */
export function createSearchService(options: SearchServiceOptions): SearchService {
  const { catalog, clock } = options
  const keeper = new IndexKeeper({ ...options, folder: join(options.cacheFolder, options.archiveId, 'search') })
  let finder = new TagNameFinder(options.tagNames())
  const places = new PlaceQueue()

  const aliasesOf = (query: ParsedQuery): TagAlias[] => {
    const names = options.tagNames()
    return finder.find(query).map(({ tag, from, to, typed }) => {
      const rows = catalog.filter({ ...NO_FILTER, tags: [tag] })
      return { tag, from, to, typed, rows: { rows, count: countRows(rows) }, names: names.get(tag) ?? [] }
    })
  }

  const find = async (request: FindRequest): Promise<Found> => {
    const query = parseQuery(request.query, 'all')
    const notices = new NoticeList()
    notices.addAll(query.notices)
    const typedFilter = Object.values(query.filter).some((value) => value !== null)
    if (query.groups.length === 0) {
      const passing = catalog.filter(joinFilters(request.filter, query.filter))
      const nothingMeant = request.query.trim() !== '' && !typedFilter && !request.typing
      const fitting = nothingMeant ? new Uint8Array(passing.length) : passing
      const rows = request.filter.oneStory === true ? oneOfEachStory(catalog, fitting) : fitting
      return { hits: hitsWithoutWords(catalog, rows, request.sort), notices, engineQuery: null }
    }
    const aliases = aliasesOf(query)
    if (aliases.length > 0) notices.add('tag-found', ...aliases.map((alias) => alias.tag))
    const engineQuery: EngineQuery = { query, typing: request.typing, aliases }
    const hits = await keeper.search(engineQuery, (answer) => {
      notices.addAll(answer.notices)
      const passing = catalog.filter(joinFilters(request.filter, query.filter))
      const hitsIn = (rows: RowSet): FilteredHits => hitsOfAnswer(catalog, rows, answer, request.sort, request.needed)
      const all = hitsIn(passing)
      return request.filter.oneStory === true ? hitsIn(oneOfEachStory(catalog, all.rows)) : all
    })
    return { hits, notices, engineQuery }
  }

  const noteState = (notices: NoticeList): void => {
    const { state, indexed, total } = keeper.state()
    if (state !== 'ready' || indexed < total) notices.add('index-growing', String(indexed), String(total))
  }

  const aboutPage = async (
    query: EngineQuery | null,
    rows: readonly number[],
    total: number,
  ): Promise<readonly [readonly HitDetails[], string | null]> => {
    if (query === null) return [[], null]
    const details = rows.length === 0 ? [] : keeper.describe(query, rows)
    return Promise.all([details, keeper.suggest(query, total)])
  }

  const run = async (argument: RequestArgument<'search.run'>): Promise<SearchPage> => {
    const start = performance.now()
    const { offset, limit } = argument
    const { hits, notices, engineQuery } = await find({ ...argument, needed: offset + limit })
    if (engineQuery !== null) noteState(notices)
    const rows = [...hits.ordered.subarray(offset, offset + limit)]
    const [details, suggestion] = await aboutPage(limit > 0 ? engineQuery : null, rows, hits.total)
    if (suggestion !== null) notices.add('did-you-mean', suggestion)
    return {
      total: hits.total,
      hits: rows.flatMap((_, index) => hitAt(catalog, hits, offset + index, details[index])),
      facets: argument.facets ? catalog.facets(hits.rows) : null,
      notices: sortNotices(notices.all()),
      tookMs: Math.round((performance.now() - start) * 100) / 100,
    }
  }

  return {
    search: (argument) => places.take(argument.place, () => run(argument)),
    async ids(argument) {
      const { hits } = await find({ ...argument, needed: Number.MAX_SAFE_INTEGER })
      return [...hits.ordered].map((row) => catalog.idAt(row)).filter((id): id is ArticleId => id !== '')
    },
    async matchingRows(query, filter) {
      const { hits } = await find({ query, filter, sort: 'newest', typing: false, needed: 0 })
      return hits.rows
    },
    articlesChanged: (upserts, removals) => keeper.change(upserts, removals),
    tagsChanged() {
      finder = new TagNameFinder(options.tagNames())
      return keeper.tagsChanged()
    },
    state: () => keeper.state(),
    async reindex({ signal, onProgress }) {
      throwIfCancelled(signal)
      options.log.info(`The index is made anew, asked for at ${clock().toISOString()}.`)
      await keeper.reindex(signal, onProgress)
    },
    ready: () => keeper.ready(),
    close: () => keeper.close(),
  }
}

interface FindRequest {
  readonly query: string
  readonly filter: ArticleFilter
  readonly sort: RequestArgument<'search.run'>['sort']
  readonly typing: boolean
  /** How many rows must be in order. */
  readonly needed: number
}

interface Found {
  readonly hits: FilteredHits
  readonly notices: NoticeList
  /** What was asked of the engine; null for a query without words. */
  readonly engineQuery: EngineQuery | null
}

function hitAt(catalog: Catalog, hits: FilteredHits, place: number, details: HitDetails | undefined): SearchHit[] {
  const article = catalog.summaryAt(hits.ordered[place] ?? -1)
  if (article === undefined) return []
  const { snippets = [], why = [] } = details ?? {}
  return [{ article, score: hits.scores[place] ?? 0, exact: hits.tiers[place] !== LOOSE, snippets, why }]
}

function countRows(rows: RowSet): number {
  return rows.reduce((sum, flag) => sum + flag, 0)
}

const NOTICE_ORDER: readonly SearchNotice['code'][] = [
  'did-you-mean',
  'tag-found',
  'index-growing',
  'query-repaired',
  'unknown-field',
  'ignored-words',
  'unknown-words',
  'wildcard-refused',
  'truncated',
]

function sortNotices(notices: readonly SearchNotice[]): SearchNotice[] {
  return [...notices].sort((left, right) => NOTICE_ORDER.indexOf(left.code) - NOTICE_ORDER.indexOf(right.code))
}
