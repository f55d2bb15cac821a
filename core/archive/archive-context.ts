import type { Log } from '../contract/log.ts'
import { AppError, isAppError } from '../contract/app-error.ts'
import type { ArchiveSummary } from '../contract/results.ts'
import type { FileInfo } from '../files/file-system.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleSummary } from '../model/article.ts'
import type { ArchiveInfo } from './archive-info.ts'
import type { MutableCatalog } from './catalog/memory-catalog.ts'
import { summaryOf } from './catalog/summary-of.ts'
import type { ArchiveFolder } from './folder.ts'
import type { KeyedQueue } from './keyed-queue.ts'
import type { KnownFiles } from './known-files.ts'
import type { PointIndex } from './point-index.ts'

/** Why nothing can be written, or null. */
export type ReadOnlyReason = ArchiveSummary['readOnly']

/** Hears which articles were added, changed or removed. */
export type ArticlesListener = (articles: readonly ArticleId[]) => void

/** What the parts of one open archive share. */
export interface ArchiveContext {
  readonly info: ArchiveInfo
  readonly folder: ArchiveFolder
  readonly catalog: MutableCatalog
  readonly files: KnownFiles
  /** One entry per article id, so that no two changes of one article overlap. */
  readonly queue: KeyedQueue
  /** Old versions in restore points. */
  readonly points: PointIndex
  /** Folders of the trash that are known to hold an article, so that counting does not read them again. */
  readonly filledTrash: Set<string>
  /** What is there of articles that were deleted together, by the folder that holds them: paths by article id. */
  readonly trashLists: Map<string, Map<string, readonly string[]>>
  readonly clock: () => Date
  readonly log: Log
  readonly listeners: Set<ArticlesListener>
  readOnly: ReadOnlyReason
  /** Time in the last id that was made; the next one is later. */
  lastIdTime: number
  /** Counts changes of catalog and file list. */
  changes: number
  /** Value of `changes` when the cache was written. */
  cachedChanges: number
}

/** Tells everybody that articles were added, changed or removed. */
export function notifyArticles(context: ArchiveContext, ids: readonly ArticleId[]): void {
  if (ids.length === 0) return
  for (const listener of context.listeners) listener(ids)
}

/** Tells everybody that the archive may be written again, or no longer. */
export function notifyState(context: ArchiveContext): void {
  for (const listener of context.listeners) listener([])
}

/** @throws AppError `read-only` with the reason */
export function requireWritable(context: ArchiveContext): void {
  const { readOnly } = context
  if (readOnly !== null)
    throw new AppError('read-only', `The archive takes no changes now: ${readOnly}.`, { reason: readOnly })
}

/** The article is safe; only its time is not known, so that the next look at the folder reads the file. */
function lookAgain(error: unknown): Pick<FileInfo, 'size' | 'modified'> {
  if (isAppError(error, 'file-unavailable')) return { size: -1, modified: -1 }
  throw error
}

/** Takes a file just read or written into the memory of the archive. */
export async function remember(context: ArchiveContext, path: string, article: Article): Promise<void> {
  take(context, path, await context.folder.info(path).catch(lookAgain), summaryOf(article))
}

/** As `remember`, where size and time of the file are known. */
export function take(
  context: ArchiveContext,
  path: string,
  { size, modified }: Pick<FileInfo, 'size' | 'modified'>,
  summary: ArticleSummary,
): void {
  context.changes += 1
  context.files.put({ path, size, modified, id: summary.id, reason: null })
  if (context.files.pathOf(summary.id) === path) context.catalog.put(summary)
}

/** Forgets a file; the article too, unless another file has its id. */
export function forget(context: ArchiveContext, path: string): void {
  const id = context.files.get(path)?.id ?? null
  context.changes += 1
  context.files.remove(path)
  if (id !== null && context.files.pathOf(id) === undefined) context.catalog.remove(id)
}
