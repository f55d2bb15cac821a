import { AppError } from '../contract/app-error.ts'
import type { ActKind, ActSummary, BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import { notifyArticles, remember, requireWritable, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile } from './article-file.ts'
import { readArticleFile } from './article-store.ts'
import { RESTORE_POINT_ABOVE } from './bulk-change.ts'
import { keepVersion, readVersion } from './history.ts'
import type { JobOptions } from './in-parallel.ts'
import { timeInName } from './layout.ts'
import { putBackVersions } from './put-back.ts'
import { ACTS_FOLDER } from './restore-point.ts'
import { restoreArticles, trashArticles } from './trash.ts'

/** One article of an act, with its versions (SHA-256) before and after; null: not in the archive. */
interface ActChange {
  readonly id: ArticleId
  readonly before: string | null
  readonly after: string | null
}

interface Act {
  readonly act: string
  readonly kind: ActKind
  readonly at: Date
  readonly changes: readonly ActChange[]
}

/** What was done, so that it can be undone and done again. */
export interface Acts {
  /** Does something that changes articles and remembers it. */
  record<Result>(
    kind: ActKind,
    ids: readonly ArticleId[],
    work: () => Promise<Result>,
    created?: (result: Result) => readonly ArticleId[],
  ): Promise<Result>
  /** Acts that can be undone or done again, the latest first. */
  list(): readonly ActSummary[]
  /** @throws AppError `nothing-to-undo` */
  undo(options?: JobOptions): Promise<BulkChange>
  /** @throws AppError `nothing-to-undo` */
  redo(options?: JobOptions): Promise<BulkChange>
}

/** Acts that are remembered. */
const MOST_ACTS = 200
/** Acts that move files and change none: their restore point only names them. */
const MOVES: ReadonlySet<ActKind> = new Set(['trash', 'restore'])

function versionOf(context: ArchiveContext, id: ArticleId): string | null {
  return context.catalog.summaryOf(id)?.version ?? null
}

async function writeRestorePoint(
  context: ArchiveContext,
  kind: ActKind,
  changes: readonly ActChange[],
  at: Date,
): Promise<void> {
  const articles = changes.map(({ id, before }) => ({ id, before }))
  const bytes = Buffer.from(`${JSON.stringify({ kind, at: at.toISOString(), articles }, null, 1)}\n`)
  await context.folder.save(`${ACTS_FOLDER}/${timeInName(at)}-${kind}.json`, bytes, null)
}

/** Brings the articles of an act from one side of it to the other. */
async function move(
  context: ArchiveContext,
  act: Act,
  side: 'before' | 'after',
  options: JobOptions,
): Promise<BulkChange> {
  const other = side === 'before' ? 'after' : 'before'
  const gone = act.changes.filter((change) => change[side] === null).map(({ id }) => id)
  const back = act.changes.filter((change) => change[other] === null).map(({ id }) => id)
  if (gone.length > 0) return trashArticles(context, gone, options)
  if (back.length > 0) return restoreArticles(context, back, options)
  const list = act.changes.map((change) => ({
    id: change.id,
    current: change[other] ?? '',
    earlier: change[side] ?? '',
  }))
  return putBackVersions(context, list, options)
}

/** Remembers the acts of one open archive. */
export function createActs(context: ArchiveContext): Acts {
  const done: Act[] = []
  const undone: Act[] = []
  let number = 0

  function remembered(kind: ActKind, at: Date, changes: readonly ActChange[]): void {
    if (changes.length === 0) return
    number += 1
    done.push({ act: `${timeInName(at)}-${String(number)}`, kind, at, changes })
    if (done.length > MOST_ACTS) done.shift()
    undone.length = 0
  }

  async function step(from: Act[], to: Act[], side: 'before' | 'after', options: JobOptions): Promise<BulkChange> {
    requireWritable(context)
    const act = from.at(-1)
    if (!act)
      throw new AppError(
        'nothing-to-undo',
        side === 'before' ? 'There is nothing to undo.' : 'There is nothing to do again.',
      )
    const change = await move(context, act, side, options)
    from.pop()
    // What could not be brought back stays as it is; only the rest can go the other way again.
    const moved = new Set(change.changed)
    to.push({ ...act, changes: act.changes.filter(({ id }) => moved.has(id)) })
    return change
  }

  return {
    async record(kind, ids, work, created) {
      requireWritable(context)
      const at = context.clock()
      const before = ids.map((id): ActChange => ({ id, before: versionOf(context, id), after: null }))
      // A bulk change writes its restore point itself, with the contents.
      if (MOVES.has(kind) && ids.length > RESTORE_POINT_ABOVE) await writeRestorePoint(context, kind, before, at)
      let made: readonly ActChange[] = []
      try {
        const result = await work()
        if (created) made = created(result).map((id) => ({ id, before: null, after: null }))
        return result
      } finally {
        // Also after a failure or a cancel: what was done until then can be undone.
        const after = [...before, ...made].map((change) => ({ ...change, after: versionOf(context, change.id) }))
        remembered(
          kind,
          at,
          after.filter((change) => change.before !== change.after),
        )
      }
    },
    list() {
      const summaryOf = (act: Act, isUndone: boolean): ActSummary => ({
        act: act.act,
        kind: act.kind,
        at: act.at.toISOString(),
        articles: act.changes.length,
        undone: isUndone,
      })
      return [...undone.map((act) => summaryOf(act, true)), ...done.map((act) => summaryOf(act, false)).reverse()]
    },
    undo: (options = {}) => step(done, undone, 'before', options),
    redo: (options = {}) => step(undone, done, 'after', options),
  }
}

/** Brings an old version of one article back, byte for byte; the present one goes to the history. */
export async function restoreVersion(context: ArchiveContext, id: ArticleId, name: string): Promise<void> {
  requireWritable(context)
  await context.queue.run(id, async () => {
    const { path, file } = await readArticleFile(context, id)
    const bytes = await readVersion(context, id, name)
    const { article } = parseArticleFile(bytes, name)
    await context.folder.save(path, bytes, file.article.version, (old) =>
      keepVersion(context.folder, id, old, context.clock()),
    )
    await remember(context, path, article)
    notifyArticles(context, [id])
  })
}
