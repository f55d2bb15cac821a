import { AppError, throwIfCancelled } from '../contract/app-error.ts'
import type { ActKind, BulkChange } from '../contract/results.ts'
import type { FileInfo } from '../files/file-system.ts'
import { valueOf } from '../files/batch-calls.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleSummary } from '../model/article.ts'
import { notifyArticles, requireWritable, take, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile, type FormattedArticle } from './article-file.ts'
import { pathOf, type PlacedFile } from './article-store.ts'
import { summaryOf } from './catalog/summary-of.ts'
import type { JobOptions } from './in-parallel.ts'
import {
  beginPoint,
  readContents,
  settlePoint,
  type FileChange,
  type NewPoint,
  type PointEntry,
  type RestorePoint,
} from './restore-point.ts'

/** Makes the new content of an article; null where nothing changes. */
export type Rewrite = (placed: PlacedFile) => FormattedArticle | null | Promise<FormattedArticle | null>

/** Acts on more articles than this get a restore point on disk before they begin. */
export const RESTORE_POINT_ABOVE = 20

/** How a change of articles is made. */
export interface ChangeOptions extends JobOptions {
  /** What the same act changes beside the articles, to be taken back with them. */
  readonly file?: FileChange | null
}

type Failure = BulkChange['failed'][number]

/** Articles read or written in one go. */
const AT_ONCE = 64

interface Work {
  readonly context: ArchiveContext
  readonly ids: readonly ArticleId[]
  readonly rewrite: Rewrite
  readonly point: NewPoint
  readonly failed: Failure[]
  readonly summaries: Map<ArticleId, ArticleSummary>
  readonly tell: (done: number, title: string) => void
  readonly signal: AbortSignal | undefined
}

function addFailure(failed: Failure[], id: ArticleId, error: unknown): void {
  if (!(error instanceof AppError) || error.code === 'cancelled') throw error
  failed.push({ id, code: error.code, message: error.message })
}

function* slices<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += AT_ONCE) yield items.slice(start, start + AT_ONCE)
}

/** Reads a slice of the articles and puts what they are and what they become into the restore point. */
async function prepare(work: Work, ids: readonly ArticleId[]): Promise<void> {
  const { context, failed } = work
  const known = ids.flatMap((id) => {
    try {
      return [{ id, path: pathOf(context, id) }]
    } catch (error) {
      addFailure(failed, id, error)
      return []
    }
  })
  const read = await context.folder.readMany(known.map(({ path }) => path))
  for (const [place, { id, path }] of known.entries()) {
    try {
      const { bytes } = valueOf(read[place])
      const file = parseArticleFile(bytes, path)
      if (file.article.id !== id) {
        throw new AppError('not-found', `The file ${path} holds another article now.`, { id, file: path })
      }
      const rewritten = await work.rewrite({ path, file })
      if (rewritten === null) continue
      await work.point.add({
        ...{ id, path, before: file.article.version, after: rewritten.article.version },
        contents: { before: bytes, after: rewritten.bytes },
      })
      work.summaries.set(id, summaryOf(rewritten.article))
    } catch (error) {
      addFailure(failed, id, error)
    }
  }
}

/** Puts the new contents of a slice in place and takes them into the memory of the archive. */
async function carryOut(
  work: Work,
  point: RestorePoint,
  entries: readonly PointEntry[],
  changed: ArticleId[],
): Promise<void> {
  const { context, failed } = work
  const contents = await readContents(context.folder, point, entries)
  const list = entries.map(({ path, before }, place) => ({
    path,
    bytes: contents[place]?.after ?? new Uint8Array(),
    replaces: before,
  }))
  const saved = await context.folder.replaceMany(list)
  for (const [place, { id, path }] of entries.entries()) {
    try {
      takeIn(work, id, path, valueOf(saved[place]))
      changed.push(id)
    } catch (error) {
      addFailure(failed, id, error)
    }
  }
}

function takeIn({ context, summaries }: Work, id: ArticleId, path: string, info: FileInfo): void {
  const summary = summaries.get(id)
  if (summary !== undefined) take(context, path, info, summary)
}

async function write(work: Work): Promise<RestorePoint | null> {
  try {
    let done = 0
    for (const slice of slices(work.ids)) {
      throwIfCancelled(work.signal)
      await prepare(work, slice)
      done += slice.length
      work.tell(done / 2, '')
    }
    throwIfCancelled(work.signal)
    if (work.summaries.size > 0) return await work.point.finish()
  } catch (error) {
    await work.point.discard()
    throw error
  }
  await work.point.discard()
  return null
}

async function replaceAll(work: Work, point: RestorePoint, changed: ArticleId[]): Promise<void> {
  for (const slice of slices(point.entries)) {
    throwIfCancelled(work.signal)
    await carryOut(work, point, slice, changed)
    const title = work.summaries.get(slice[0]?.id ?? ('' as ArticleId))?.title ?? ''
    work.tell((work.ids.length + changed.length) / 2, title)
  }
}

/** Waits for the disk; then the restore point is only history. */
async function settle(context: ArchiveContext, point: RestorePoint): Promise<void> {
  await context.folder.settle(point.entries.map(({ path }) => path))
  await settlePoint(context.folder, point)
}

interface Done {
  readonly change: BulkChange
  /** Resolves when the disk has everything. */
  readonly settled: Promise<void>
}

async function changeHeld(work: Work): Promise<Done> {
  const { context, ids, failed } = work
  const changed: ArticleId[] = []
  let settled = Promise.resolve()
  try {
    const point = await write(work)
    if (point !== null) {
      context.points.add(point)
      try {
        await replaceAll(work, point, changed)
      } finally {
        settled = settle(context, point)
        // What failed or was cancelled must not be finished by the next start: then the point is settled first.
        if (changed.length < point.entries.length) await settled
      }
    }
  } finally {
    notifyArticles(context, changed)
  }
  work.tell(ids.length, '')
  return { change: { changed, unchanged: ids.length - changed.length - failed.length, failed }, settled }
}

/**
 * Changes many articles as one act. Everything that they were and become is first written into one restore point and
 * synced; then the files are replaced without waiting for the disk, each only if it still is what was read. A start
 * after a crash finishes the act. The files are synced afterwards; until then each article waits for its next change.
 *
 * @throws AppError `cancelled`, `disk-full`, `read-only`, `save-failed`
 */
export async function changeInBulk(
  context: ArchiveContext,
  kind: ActKind,
  ids: readonly ArticleId[],
  rewrite: Rewrite,
  { signal, onProgress, file = null }: ChangeOptions = {},
): Promise<BulkChange> {
  requireWritable(context)
  const unique = [...new Set(ids)]
  const release = await context.queue.hold(unique)
  let settled = Promise.resolve()
  try {
    const point = await beginPoint(context.folder, kind, context.clock(), file)
    const tell = (done: number, title: string): void => onProgress?.(Math.floor(done), unique.length, title)
    const work: Work = { context, ids: unique, rewrite, point, failed: [], summaries: new Map(), tell, signal }
    const done = await changeHeld(work)
    settled = done.settled
    return done.change
  } finally {
    settled
      .catch((error: unknown) => context.log.error('The disk did not take a change of many articles yet', error))
      .then(release, release)
  }
}
