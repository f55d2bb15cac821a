import type { TakeLock } from '../files/archive-lock.ts'
import type { Outcome } from '../files/batch-calls.ts'
import type { Log } from '../contract/log.ts'
import { readArchiveInfo } from './read-archive-info.ts'
import type {
  ArticleConflict,
  ArticleVersion,
  BackupReport,
  BulkChange,
  OldHistory,
  RepairReport,
  TrashedArticle,
} from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields, Attachment } from '../model/article.ts'
import type { ArchiveContext, ArticlesListener, ReadOnlyReason } from './archive-context.ts'
import type { Acts } from './acts.ts'
import type { Drafts } from './drafts.ts'
import { createKeeping } from './keeping.ts'
import type { WatchOptions } from './keep-watch.ts'
import type { ArchiveInfo } from './archive-info.ts'
import type { Catalog } from './catalog/catalog.ts'
import { catalogCachePath, readCatalogCache, writeCatalogCache } from './catalog/cache-file.ts'
import { createCatalog } from './catalog/memory-catalog.ts'
import type { CreateArticleOptions, NewArticle } from './create-articles.ts'
import type { ChangeOptions } from './bulk-change.ts'
import { createArchiveFolder, createFolderTools, type FolderTools } from './folder.ts'
import type { JobOptions } from './in-parallel.ts'
import { createKeyedQueue } from './keyed-queue.ts'
import { createKnownFiles } from './known-files.ts'
import { FORMAT_VERSION } from './layout.ts'
import { backUpArchive } from './backup.ts'
import type { ReadFile } from './many-places.ts'
import { migrateArchive } from './migrations/migrate-archive.ts'
import { createPointIndex } from './point-index.ts'
import type { PutBack } from './put-back.ts'
import { rescan, type RescanOptions, type RescanReport } from './rescan.ts'
import { createSession } from './writing-session.ts'
import type { FolderReport, VerifyOptions } from './verify-archive.ts'
import { presentArchive } from './present-archive.ts'

/** Where an archive is and what it is opened with. */
export interface OpenArchiveOptions {
  /** Absolute path of the archive. */
  readonly folder: string
  /** Per-user folder for caches; may be emptied at any time. */
  readonly cacheFolder: string
  /** Per-user folder for drafts and locks. */
  readonly privateFolder: string
  readonly clock: () => Date
  readonly log: Log
  readonly tools?: FolderTools
  /** How often the folder is looked at for changes from outside; left out: only when `rescan` is called. */
  readonly watch?: WatchOptions
  /** Called after each look at the folder, for what lies beside the articles. */
  readonly onLook?: () => Promise<unknown>
  /** Keeps other processes from writing; null: the caller sees to it. */
  readonly lock?: TakeLock | null
}

/** Archives of at most this many files are compared with their cache before they open: it takes a blink. */
const SMALL_ARCHIVE = 5_000

/** A file kept with an article. */
export interface AttachmentBytes extends Attachment {
  readonly bytes: Uint8Array
}

/** An archive that is open: the only way to its articles. Failures are `AppError`s. */
export interface OpenArchive {
  readonly info: ArchiveInfo
  /** Real, absolute path, to be shown. */
  readonly path: string
  readonly catalog: Catalog
  /** Why nothing can be written, or null. */
  readonly readOnly: ReadOnlyReason
  /** Article files that cannot be read, with the reason of each. */
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[]
  /** @throws AppError `not-found`, `unreadable-article`, `file-unavailable` */
  readArticle(id: ArticleId): Promise<Article>
  /** Adds an article; attachments are saved before it. */
  createArticle(fields: ArticleFields, options?: CreateArticleOptions): Promise<Article>
  /** Adds many articles, waiting for the disk once for all of them; those that fail do not stop the others. */
  createArticles(list: readonly NewArticle[]): Promise<readonly Outcome<Article>[]>
  /** An id for an article that is going to be added. */
  newArticleId(): ArticleId
  /** @throws AppError `version-conflict`, `body-lost`, `read-only`, `disk-full`, `save-failed` */
  saveArticle(
    id: ArticleId,
    version: string,
    fields: ArticleFields,
    options?: { readonly force?: boolean },
  ): Promise<Article>
  /** Changes many articles, each as it is on disk now; those that fail do not stop the others. */
  changeArticles(
    ids: readonly ArticleId[],
    change: (article: Article) => ArticleFields,
    options?: ChangeOptions,
  ): Promise<BulkChange>
  /** Gives articles the bytes of an earlier version, each unless it was changed since. */
  putBack(list: readonly PutBack[], options?: JobOptions): Promise<BulkChange>
  settleDoubts(ids: readonly ArticleId[], fields: readonly string[]): Promise<BulkChange>
  trashArticles(ids: readonly ArticleId[], options?: JobOptions): Promise<BulkChange>
  restoreArticles(ids: readonly ArticleId[], options?: JobOptions): Promise<BulkChange>
  trashedArticles(): Promise<readonly TrashedArticle[]>
  /** Number of articles in the trash; cheap to ask for again. */
  countTrashed(): Promise<number>
  /** Removes articles from the trash for good; returns how many there were. */
  emptyTrash(ids: readonly ArticleId[]): Promise<number>
  /** @throws AppError `not-found` */
  readAttachment(id: ArticleId, name: string): Promise<AttachmentBytes>
  /** Whole articles in the order of the catalog, or of the ids given. */
  articleTexts(ids?: readonly ArticleId[]): AsyncIterable<Article>
  /** Old versions of an article, the latest first. */
  articleVersions(id: ArticleId): Promise<readonly ArticleVersion[]>
  /** @throws AppError `not-found` */
  readArticleVersion(id: ArticleId, name: string): Promise<Article>
  /** Brings an old version back; the present one goes to the history. */
  restoreArticleVersion(id: ArticleId, name: string): Promise<Article>
  /** What was done in this session and can be undone or done again. */
  readonly acts: Pick<Acts, 'list' | 'undo' | 'redo' | 'kept' | 'undoKept' | 'restoreFilesWith'>
  /** Articles of which several versions lie in the folder. */
  conflicts(): Promise<readonly ArticleConflict[]>
  /** Ends a conflict: the article gets these fields, every version goes to the history. */
  resolveConflict(id: ArticleId, seen: readonly string[], fields: ArticleFields): Promise<Article>
  /** What is being typed, kept outside the archive. */
  readonly drafts: Drafts
  /** Writes the whole archive into one zip file outside it, and reads it back. */
  backUp(file: string, options?: JobOptions): Promise<BackupReport>
  /** Puts leftovers and attachments of no article aside. */
  repair(): Promise<RepairReport>
  /** Removes old history that the user has seen listed by `verify`. */
  prune(confirmed: string): Promise<OldHistory>
  /** Time of the last backup from this computer, ISO 8601 in UTC, or null. */
  lastBackup(): Promise<string | null>
  /** One of the archive's own small files (`tags.yaml`, `imports/...`); null where it is not there. */
  readFile(path: string): Promise<ReadFile | null>
  /** Saves such a file and returns its new version; `version` is the one read before, null for a new file. */
  saveFile(path: string, bytes: Uint8Array, version: string | null): Promise<string>
  /** Removes such a file for good. */
  removeFile(path: string): Promise<void>
  /** Reads everything and reports what is wrong; changes nothing. */
  verify(options: VerifyOptions): Promise<FolderReport>
  /** Takes in what changed in the folder outside the program. */
  rescan(options?: RescanOptions): Promise<RescanReport>
  /** Hears of every change; the function it returns takes the listener off again. */
  subscribe(listener: ArticlesListener): () => void
  /** Resolves when the folder was compared with what the cache said; large archives open before that. */
  whenScanned(): Promise<void>
  /** Waits for what is being written and lets go of the folder. */
  close(): Promise<void>
}

/** The one writer brings an archive of an older format to the present one, after a backup beside it. */
async function bringUpToDate(context: ArchiveContext, tools: FolderTools): Promise<void> {
  const { folder, info, clock } = context
  await migrateArchive(folder, info, { clock, backUp: (file) => backUpArchive(context, tools, file) })
}

/**
 * Opens an archive.
 *
 * @throws AppError `no-archive`, `archive-damaged`, `archive-offline`
 */
export async function openArchive(options: OpenArchiveOptions): Promise<OpenArchive> {
  const tools = options.tools ?? createFolderTools()
  const { root, info } = await readArchiveInfo(options.folder, tools)
  const cachePath = catalogCachePath(options.cacheFolder, info.id)
  const cached = await readCatalogCache(tools, cachePath, info.id, options.log)
  const folder = createArchiveFolder(root, tools)
  const context: ArchiveContext = {
    info,
    folder,
    catalog: createCatalog(cached?.start),
    files: createKnownFiles(),
    queue: createKeyedQueue(),
    points: createPointIndex(folder),
    filledTrash: new Set(),
    trashLists: new Map(),
    clock: options.clock,
    log: options.log,
    listeners: new Set(),
    readOnly: info.format > FORMAT_VERSION ? 'newer-format' : null,
    lastIdTime: 0,
    changes: 0,
    cachedChanges: cached ? 0 : -1,
  }
  if (cached) for (const file of cached.files) context.files.put(file)
  const session = createSession(context, tools, options)
  await session.begin()
  try {
    if (context.readOnly === null) await bringUpToDate(context, tools)
  } catch (error) {
    await session.end()
    throw error
  }
  const scanned = rescan(context)
  if (context.files.size <= SMALL_ARCHIVE) await scanned
  const writeCache = () => writeCatalogCache(tools, cachePath, context)
  return presentArchive(context, {
    firstLook: scanned.then(() => undefined),
    begin: () => session.begin(),
    watch: options.watch,
    onLook: options.onLook,
    keeping: createKeeping(context, tools, options.privateFolder),
    close: async () => {
      if (context.changes !== context.cachedChanges) await writeCache()
      await session.end()
    },
  })
}
