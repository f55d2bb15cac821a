import { AppError, throwIfCancelled } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import type { NewName, Outcome } from '../files/batch-calls.ts'
import type { ArticleId } from '../model/article-id.ts'
import { notifyArticles, requireWritable, type ArchiveContext } from './archive-context.ts'
import type { JobOptions } from './in-parallel.ts'
import { beginMoves, settleMovePoint, type MovedArticle, type MovePoint } from './move-point.ts'

/** Everything that belongs to one article, with the places where it goes. */
export interface ArticleMoves {
  readonly article: MovedArticle
  readonly moves: readonly NewName[]
}

type Failure = BulkChange['failed'][number]

/** How articles are moved. */
export interface BulkMoves {
  readonly kind: 'trash' | 'restore'
  readonly ids: readonly ArticleId[]
  /** Finds out what has to be moved; an article that cannot be moved throws, null: nothing is to be done for it. */
  readonly plan: (id: ArticleId) => Promise<ArticleMoves | null>
  /** Takes moved articles into the memory of the archive; the outcome says what became of each. */
  readonly takeIn: (moved: readonly ArticleMoves[]) => Promise<readonly Outcome<null>[]>
  /** Runs before the first move, when all are known. */
  readonly prepare?: (planned: readonly ArticleMoves[]) => Promise<void>
  /** Tidies up when everything is on the disk. */
  readonly tidy?: () => Promise<void>
}

/** Articles moved in one go. */
const AT_ONCE = 64

interface Work {
  readonly context: ArchiveContext
  readonly bulk: BulkMoves
  readonly changed: ArticleId[]
  readonly failed: Failure[]
  /** True where an article lies in two places, since a part of it went neither on nor back: the next start moves on. */
  isParted: boolean
}

function addFailure({ failed }: Work, id: ArticleId, error: unknown): void {
  if (!(error instanceof AppError) || error.code === 'cancelled') throw error
  failed.push({ id, code: error.code, message: error.message })
}

async function planAll(work: Work, signal: AbortSignal | undefined): Promise<readonly ArticleMoves[]> {
  const planned: ArticleMoves[] = []
  for (const id of work.bulk.ids) {
    throwIfCancelled(signal)
    try {
      const moves = await work.bulk.plan(id)
      if (moves !== null) planned.push(moves)
    } catch (error) {
      addFailure(work, id, error)
    }
  }
  return planned
}

/** Brings back what did move of an article of which a part stayed: it must not be without its attachments. */
async function moveBack(work: Work, done: readonly NewName[]): Promise<readonly NewName[]> {
  if (done.length === 0) return []
  const back = done.map(({ from, to }) => ({ from: to, to: from }))
  const outcomes = await work.context.folder.moveMany(back)
  const stayed = done.filter((_move, place) => outcomes[place]?.done !== true)
  if (stayed.length > 0) work.isParted = true
  return stayed
}

async function moveSlice(work: Work, slice: readonly ArticleMoves[]): Promise<void> {
  const outcomes = [...(await work.context.folder.moveMany(slice.flatMap(({ moves }) => moves)))]
  const moved: ArticleMoves[] = []
  for (const item of slice) {
    const own = outcomes.splice(0, item.moves.length)
    const failure = own.find((outcome) => !outcome.done)
    if (failure?.done === false) addFailure(work, item.article.id, failure.error)
    const went = item.moves.filter((_move, place) => own[place]?.done === true)
    // What went and could not come back has to be known too.
    const done = failure === undefined ? went : await moveBack(work, went)
    if (done.length > 0) moved.push({ ...item, moves: done })
  }
  const taken = await work.bulk.takeIn(moved)
  const failed = new Set(work.failed.map(({ id }) => id))
  for (const [place, { article }] of moved.entries()) {
    const outcome = taken[place]
    if (outcome?.done === false) addFailure(work, article.id, outcome.error)
    else if (!failed.has(article.id)) work.changed.push(article.id)
  }
}

async function settle({ context, bulk }: Work, point: MovePoint): Promise<void> {
  await context.folder.settleMoves(point.moves)
  await settleMovePoint(context.folder, point)
  await bulk.tidy?.()
}

interface Done {
  readonly settled: Promise<void>
}

async function moveHeld(work: Work, { signal, onProgress }: JobOptions): Promise<Done> {
  const { context, bulk, changed } = work
  let settled = Promise.resolve()
  try {
    const planned = await planAll(work, signal)
    if (planned.length === 0) return { settled }
    const { kind } = bulk
    const [articles, moves] = [planned.map(({ article }) => article), planned.flatMap((item) => item.moves)]
    await bulk.prepare?.(planned)
    const point = await beginMoves(context.folder, { kind, at: context.clock(), articles, moves })
    try {
      for (let start = 0; start < planned.length; start += AT_ONCE) {
        throwIfCancelled(signal)
        const title = context.catalog.summaryOf(planned[start]?.article.id ?? ('' as ArticleId))?.title ?? ''
        await moveSlice(work, planned.slice(start, start + AT_ONCE))
        onProgress?.(Math.min(start + AT_ONCE, bulk.ids.length), bulk.ids.length, title)
      }
    } finally {
      if (!work.isParted) settled = settle(work, point)
      // What failed or was cancelled must not be finished by the next start: then the list is settled first.
      if (changed.length < planned.length) await settled
    }
    return { settled }
  } finally {
    notifyArticles(context, changed)
  }
}

/**
 * Moves many articles to the trash or back as one act: a list of all moves is put on the disk first, then they are made
 * without waiting for it. A start after a crash finishes the act. Until the disk has everything, each article waits for its
 * next change.
 *
 * @throws AppError `cancelled`, `disk-full`, `read-only`, `save-failed`
 */
export async function moveInBulk(
  context: ArchiveContext,
  bulk: BulkMoves,
  options: JobOptions = {},
): Promise<BulkChange> {
  requireWritable(context)
  const ids = [...new Set(bulk.ids)]
  const release = await context.queue.hold(ids)
  const work: Work = { context, bulk: { ...bulk, ids }, changed: [], failed: [], isParted: false }
  let settled = Promise.resolve()
  try {
    settled = (await moveHeld(work, options)).settled
    const { changed, failed } = work
    return { changed, unchanged: ids.length - changed.length - failed.length, failed }
  } finally {
    settled
      .catch((error: unknown) => context.log.error('The disk did not take a move of many articles yet', error))
      .then(release, release)
  }
}
