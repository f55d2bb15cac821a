import * as v from 'valibot'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import { PAPER_SIZES, PDF_STANDARDS } from '../model/pdf-options.ts'
import type { SearchPage } from '../model/search-result.ts'
import type { Settings } from '../model/settings.ts'
import type {
  ArchiveSummary,
  ArticleSaved,
  BackupReport,
  BulkChange,
  DocumentMade,
  IndexState,
  TrashedArticle,
  VerifyReport,
  WorkspaceStatus,
} from './results.ts'
import { documentOrder, tagSheetOrder, type Recipe, type RecipeRun } from './document-order.ts'
import { IMPORT_REQUESTS } from './import-requests.ts'
import { KEEPING_REQUESTS } from './keeping-requests.ts'
import type { ReadonlyDeep } from './readonly-deep.ts'
import { declareRequest, type RequestDeclaration } from './request.ts'
import * as s from './schemas.ts'
import { STORY_REQUESTS } from './story-requests.ts'
import { SAVED_SEARCH_REQUESTS } from './saved-search-requests.ts'
import { TAG_REQUESTS } from './tag-requests.ts'
import { TIMELINE_REQUESTS } from './timeline-requests.ts'

const nothing = v.object({})
const manyArticles = v.object({ ids: s.articleIds, confirmed: s.confirmed, task: s.taskId })

const searchArgument = v.object({
  query: s.queryText,
  filter: s.articleFilter,
  sort: s.sortOrder,
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000)),
  facets: v.boolean(),
  /** True while the user is typing: the last word then also matches as a beginning. */
  typing: v.boolean(),
  /**
   * Name of a place that shows one result at a time. A search replaces the one before it of the same name, which then
   * ends with `cancelled`; searches without a name are left alone.
   */
  place: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
})

/**
 * Every request of the program, once: its name, the schema of its one argument, the type of its one result. The
 * allow-lists of all transports, the typed client and the run-time checks are made from this table.
 */
export const REQUESTS = {
  // The place where the user works: which archive is open, and the user's own settings.
  'workspace.status': declareRequest('read', nothing).returns<WorkspaceStatus>(),
  'workspace.create': declareRequest(
    'read',
    v.object({ folder: s.folderPath, name: s.shortText, language: s.language }),
  ).returns<ArchiveSummary>(),
  'workspace.createSample': declareRequest(
    'read',
    v.object({ folder: s.folderPath, language: s.language, task: s.taskId }),
  ).returns<ArchiveSummary>(),
  /** Makes an archive of a backup in a folder that is empty or not there yet, and opens it. */
  'workspace.restore': declareRequest(
    'read',
    v.object({ file: s.folderPath, folder: s.folderPath, task: s.taskId }),
  ).returns<BackupReport>(),
  'workspace.open': declareRequest('read', v.object({ folder: s.folderPath })).returns<ArchiveSummary>(),
  'workspace.close': declareRequest('read', nothing).returns<null>(),
  'settings.read': declareRequest('read', nothing).returns<Settings>(),
  'settings.write': declareRequest('read', s.settingsChange).returns<Settings>(),

  'articles.read': declareRequest('read', v.object({ id: s.articleId })).returns<Article>(),
  /** Finds the one article whose id begins with `prefix` (at least 4 characters). */
  'articles.resolve': declareRequest('read', v.object({ prefix: s.shortText })).returns<ArticleId>(),
  'articles.create': declareRequest('write', v.object({ fields: s.articleFields })).returns<ArticleSaved>(),
  /** `version`: the one the edit began from. `force`: the user confirmed a body that lost nearly all its text. */
  'articles.save': declareRequest(
    'write',
    v.object({ id: s.articleId, version: v.string(), fields: s.articleFields, force: v.optional(v.boolean(), false) }),
  ).returns<ArticleSaved>(),
  'articles.trash': declareRequest('write', manyArticles).returns<BulkChange>(),
  'articles.restore': declareRequest('write', manyArticles).returns<BulkChange>(),
  'articles.trashed': declareRequest('read', nothing).returns<readonly TrashedArticle[]>(),
  /** The user looked at these doubts: they are taken off. */
  'articles.settleDoubts': declareRequest(
    'write',
    v.object({ ids: s.articleIds, fields: v.array(s.shortText), confirmed: s.confirmed }),
  ).returns<BulkChange>(),

  'search.run': declareRequest('read', searchArgument).returns<SearchPage>(),
  /** All ids of a result in its order, for "select all" and long lists. */
  'search.ids': declareRequest('read', v.omit(searchArgument, ['offset', 'limit', 'facets', 'place'])).returns<
    readonly ArticleId[]
  >(),

  ...SAVED_SEARCH_REQUESTS,
  ...TAG_REQUESTS,
  ...STORY_REQUESTS,
  ...TIMELINE_REQUESTS,

  ...IMPORT_REQUESTS,

  /** Writes a PDF of one article; the host fetches it by `document` id. */
  'documents.clipping': declareRequest(
    'read',
    v.object({
      id: s.articleId,
      language: s.language,
      standard: v.picklist(PDF_STANDARDS),
      paper: v.picklist(PAPER_SIZES),
      /** Name of a template of the archive's own; without one the built-in is used. */
      template: v.optional(s.shortText),
      task: s.taskId,
    }),
  ).returns<DocumentMade>(),
  /** Makes any other document: press book, coverage report, timeline sheet, digest, or a file for another program. */
  'documents.make': declareRequest('read', v.object({ order: documentOrder, task: s.taskId })).returns<DocumentMade>(),
  /** The overview of a tag, or the matrix of partners and initiatives alone, as a PDF. */
  'documents.tagSheet': declareRequest(
    'read',
    v.object({ order: tagSheetOrder, task: s.taskId }),
  ).returns<DocumentMade>(),
  /** The digest as plain text for a messenger. */
  'documents.digestText': declareRequest('read', v.object({ order: documentOrder })).returns<{
    readonly text: string
  }>(),
  /** Names of the archive's own templates, in its folder `templates`. */
  'documents.templates': declareRequest('read', nothing).returns<readonly string[]>(),
  'recipes.list': declareRequest('read', nothing).returns<readonly Recipe[]>(),
  /** Without `id` a new recipe, with it a changed one. */
  'recipes.save': declareRequest(
    'write',
    v.object({
      id: v.exactOptional(s.shortText),
      name: v.pipe(s.shortText, v.trim(), v.nonEmpty('a name')),
      order: documentOrder,
    }),
  ).returns<Recipe>(),
  'recipes.delete': declareRequest('write', v.object({ id: s.shortText })).returns<null>(),
  /** Makes the next edition; `from` and `to` take the place of the recipe's own days. */
  'recipes.run': declareRequest(
    'read',
    v.object({ id: s.shortText, from: v.exactOptional(s.wholeDay), to: v.exactOptional(s.wholeDay), task: s.taskId }),
  ).returns<RecipeRun<DocumentMade>>(),

  'archive.verify': declareRequest('read', v.object({ task: s.taskId })).returns<VerifyReport>(),
  ...KEEPING_REQUESTS,
  'archive.summary': declareRequest('read', nothing).returns<ArchiveSummary>(),
  /** Makes the search index anew from the articles' files. */
  'archive.reindex': declareRequest('read', v.object({ task: s.taskId })).returns<IndexState>(),
  /** Takes in what changed in the folder outside the program. */
  'archive.rescan': declareRequest('read', v.object({ task: s.taskId })).returns<BulkChange>(),
  'tasks.cancel': declareRequest('read', v.object({ task: v.string() })).returns<boolean>(),
} as const satisfies Record<string, RequestDeclaration>

export type RequestTable = typeof REQUESTS
export type RequestName = keyof RequestTable

/** What a caller passes: fields with defaults may be left out. */
export type RequestInput<Name extends RequestName> = ReadonlyDeep<v.InferInput<RequestTable[Name]['schema']>>
/** What a service receives: checked, with defaults filled in. */
export type RequestArgument<Name extends RequestName> = ReadonlyDeep<v.InferOutput<RequestTable[Name]['schema']>>
export type RequestResult<Name extends RequestName> =
  RequestTable[Name] extends RequestDeclaration<v.GenericSchema, infer Result> ? Result : never

/** The services behind the contract: one function per request. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (argument: RequestArgument<Name>) => Promise<RequestResult<Name>>
}

/** The typed client that every host offers to its callers. */
export type ArchiveClient = <Name extends RequestName>(
  name: Name,
  argument: RequestInput<Name>,
) => Promise<RequestResult<Name>>

/** Allow-list. A Map, so that `constructor` or `__proto__` is no request. */
export const REQUEST_BY_NAME: ReadonlyMap<string, RequestDeclaration> = new Map(Object.entries(REQUESTS))
