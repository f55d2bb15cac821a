import { AppError } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import { isMissing } from '../files/file-system.ts'
import { isUnavailable } from '../files/save-error.ts'
import type { WalkedFile } from '../files/walk.ts'
import type { ArticleId } from '../model/article-id.ts'
import { forget, notifyArticles, type ArchiveContext } from './archive-context.ts'
import { parseArchiveInfo } from './archive-info.ts'
import { parseArticleFile } from './article-file.ts'
import { summaryOf } from './catalog/summary-of.ts'
import { forEachInParallel, type JobOptions } from './in-parallel.ts'
import type { KnownFile } from './known-files.ts'
import { ARCHIVE_FILE, ARTICLES_FOLDER, isArticlePath } from './layout.ts'
import { listTrash } from './trash-entries.ts'

/** Files read at the same time. */
const AT_ONCE = 16
/** More articles gone at once than this number, or this share of all, are taken for a lost disk, not for a deletion. */
const [MOST_GONE, MOST_GONE_SHARE] = [20, 0.1]

/** What changed in the folder since the last look. */
export interface RescanReport extends BulkChange {
  /** Articles whose files were not found and were not taken for deleted, as they are too many. */
  readonly missing: readonly ArticleId[]
}

/** How a rescan judges files that are gone. */
export interface RescanOptions extends JobOptions {
  /** The user has confirmed that the missing articles were deleted. */
  readonly acceptMissing?: boolean
}

/** True while the archive's own file is there and says the same id. */
async function isStillThere(context: ArchiveContext): Promise<boolean> {
  try {
    const file = await context.folder.readIfPresent(ARCHIVE_FILE)
    return file !== null && parseArchiveInfo(file.bytes).id === context.info.id
  } catch (error) {
    if (error instanceof AppError || isMissing(error) || isUnavailable(error)) return false
    throw error
  }
}

function hasChanged(context: ArchiveContext, { path, info }: WalkedFile): boolean {
  const known = context.files.get(path)
  return known?.size !== info.size || known.modified !== info.modified
}

interface Outcome {
  readonly changed: Set<ArticleId>
  readonly failed: { readonly id: ArticleId; readonly code: string; readonly message: string }[]
  unchanged: number
}

/** A file changed this recently may change again within the same tick of the disk's clock: it is read once more. */
const UNSETTLED_MILLISECONDS = 2_000
const READ_AGAIN = -1

function settledTime(modified: number): number {
  // The disk's clock counts here, not the one that the archive writes into articles.
  return Date.now() - modified < UNSETTLED_MILLISECONDS ? READ_AGAIN : modified
}

/** Reads one file that is new or has changed. A file that cannot be had now keeps its place. */
async function takeIn(context: ArchiveContext, { path, info }: WalkedFile, outcome: Outcome): Promise<void> {
  const known = context.files.get(path)
  const place = { path, size: info.size, modified: settledTime(info.modified) }
  try {
    const { bytes } = await context.folder.read(path)
    const { article } = parseArticleFile(bytes, path)
    // Written or moved by the program itself meanwhile: then it knows better.
    if (context.files.get(path) !== known) return
    context.changes += 1
    if (known && known.id !== article.id) forget(context, path)
    context.files.put({ ...place, id: article.id, reason: null })
    const before = context.catalog.summaryOf(article.id)
    if (context.files.pathOf(article.id) !== path || before?.version === article.version) return
    context.catalog.put(summaryOf(article))
    outcome.changed.add(article.id)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'not-found' && context.files.get(path) === known) setAside(context, place, error, outcome)
  }
}

/** A file that cannot be read now keeps the article that it had; one that holds no article loses it. */
function setAside(
  context: ArchiveContext,
  place: Pick<KnownFile, 'path' | 'size' | 'modified'>,
  error: AppError,
  outcome: Outcome,
): void {
  const id = context.files.get(place.path)?.id ?? null
  if (id !== null) {
    outcome.failed.push({ id, code: error.code, message: error.message })
    if (error.code === 'file-unavailable') return
    outcome.changed.add(id)
  }
  forget(context, place.path)
  const reason = typeof error.details.reason === 'string' ? error.details.reason : error.message
  const modified = error.code === 'file-unavailable' ? READ_AGAIN : place.modified
  context.files.put({ ...place, modified, id: null, reason })
}

/** Too many at once are more likely an unplugged disk or a sync client that lost its way than a deletion. */
function isSuspicious(gone: number, known: number): boolean {
  return gone > MOST_GONE || gone > known * MOST_GONE_SHARE
}

/** Files that were known before the walk, did not turn up in it, and were not touched by the program meanwhile. */
function findStale(
  context: ArchiveContext,
  before: readonly KnownFile[],
  present: ReadonlySet<string>,
): readonly KnownFile[] {
  return before.filter((file) => !present.has(file.path) && context.files.get(file.path) === file)
}

/** Of these, the ones whose article is nowhere else: not moved by hand. */
function findGone(
  context: ArchiveContext,
  stale: readonly KnownFile[],
  present: ReadonlySet<string>,
): readonly string[] {
  const isElsewhere = (id: ArticleId | null) =>
    id !== null && context.files.pathsOf(id).some((path) => present.has(path))
  return stale.filter((file) => !isElsewhere(file.id)).map((file) => file.path)
}

async function withoutTrashed(context: ArchiveContext, gone: readonly string[]): Promise<readonly string[]> {
  if (gone.length === 0) return gone
  const trashed = new Set((await listTrash(context)).map((entry) => entry.id))
  return gone.filter((path) => !trashed.has(context.files.get(path)?.id ?? ''))
}

function dropFile(context: ArchiveContext, path: string, outcome: Outcome): void {
  const id = context.files.get(path)?.id ?? null
  forget(context, path)
  if (id !== null) outcome.changed.add(id)
}

/**
 * After its file went, an article may be represented by another file with its id. One that cannot be had at the moment
 * keeps what is known of the article until it can be read.
 */
async function refreshMoved(context: ArchiveContext, ids: Iterable<ArticleId>, outcome: Outcome): Promise<void> {
  for (const id of ids) {
    const path = context.files.pathOf(id)
    if (path === undefined) continue
    try {
      const { bytes } = await context.folder.read(path)
      context.catalog.put(summaryOf(parseArticleFile(bytes, path).article))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      outcome.failed.push({ id, code: error.code, message: error.message })
      const known = context.files.get(path)
      if (known) context.files.put({ ...known, modified: READ_AGAIN })
    }
  }
}

/**
 * Compares the folder with what the archive remembers and takes in what changed: names, sizes and times first, contents
 * only where these differ. Nothing in the folder is written. When the archive's own file is gone, or too many articles
 * are, nothing is dropped and the archive becomes read-only.
 *
 * @throws AppError `cancelled`
 */
export function rescan(context: ArchiveContext, options: RescanOptions = {}): Promise<RescanReport> {
  return context.queue.run('rescan', () => compareWithFolder(context, options))
}

async function compareWithFolder(context: ArchiveContext, options: RescanOptions): Promise<RescanReport> {
  if (!(await isStillThere(context))) return goOffline(context, [])
  const before = [...context.files.all()]
  const articlesBefore = context.catalog.size
  const { files } = await context.folder.walk(ARTICLES_FOLDER)
  const articles = files.filter((file) => isArticlePath(file.path))
  const outcome: Outcome = { changed: new Set(), failed: [], unchanged: 0 }
  await takeInAll(context, articles, outcome, options)
  const present = new Set(articles.map((file) => file.path))
  const stale = findStale(context, before, present)
  const gone = await withoutTrashed(context, findGone(context, stale, present))
  const missing = new Set(gone.flatMap((path) => context.files.get(path)?.id ?? []))
  if (options.acceptMissing !== true && isSuspicious(missing.size, articlesBefore)) {
    notifyArticles(context, [...outcome.changed])
    return goOffline(context, gone)
  }
  for (const file of stale) dropFile(context, file.path, outcome)
  await refreshMoved(context, new Set(stale.flatMap((file) => file.id ?? [])), outcome)
  if (context.readOnly === 'offline') context.readOnly = null
  notifyArticles(context, [...outcome.changed])
  return { changed: [...outcome.changed], unchanged: outcome.unchanged, failed: outcome.failed, missing: [] }
}

async function takeInAll(
  context: ArchiveContext,
  articles: readonly WalkedFile[],
  outcome: Outcome,
  options: RescanOptions,
): Promise<void> {
  const fresh = articles.filter((file) => hasChanged(context, file))
  outcome.unchanged = articles.length - fresh.length
  let done = 0
  await forEachInParallel(
    fresh,
    AT_ONCE,
    async (file) => {
      await takeIn(context, file, outcome)
      done += 1
      options.onProgress?.(done, fresh.length, file.path)
    },
    options.signal,
  )
}

function goOffline(context: ArchiveContext, gone: readonly string[]): RescanReport {
  context.readOnly ??= 'offline'
  const missing = gone.flatMap((path) => context.files.get(path)?.id ?? [])
  context.log.warn(`The archive is read-only: ${String(gone.length)} article files are missing.`)
  return { changed: [], unchanged: context.files.size, failed: [], missing }
}
