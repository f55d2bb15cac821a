import { AppError } from '../contract/app-error.ts'
import type { ActKind, ActSummary, BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import { notifyArticles, remember, requireWritable, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile } from './article-file.ts'
import { readArticleFile } from './article-store.ts'
import { keepVersion, readVersion } from './history.ts'
import type { ChangeOptions } from './bulk-change.ts'
import type { JobOptions } from './in-parallel.ts'
import { findKeptActs, type ActChange, type KeptAct } from './kept-acts.ts'
import { timeInName } from './layout.ts'
import { putBackVersions, type PutBack } from './put-back.ts'
import type { FileChange } from './restore-point.ts'
import { restoreArticles, trashArticles } from './trash.ts'

interface Act {
  readonly act: string
  readonly kind: ActKind
  readonly at: Date
  readonly changes: readonly ActChange[]
  /** What else it changed. */
  readonly file: FileChange | null
}

/** How one of the archive's own files gets an earlier text back. */
export interface FileRestorer {
  /** True where something goes with it that articles may still name: then the articles come first. */
  removes(from: string, to: string): boolean
  /** The very text, unless the file was changed since; then only what differs between the two. */
  restore(from: string, to: string): Promise<void>
}

/** What was done, so that it can be undone and done again. */
export interface Acts {
  /** Does something that changes articles and remembers it. */
  record<Result>(
    kind: ActKind,
    ids: readonly ArticleId[],
    work: () => Promise<Result>,
    created?: (result: Result) => readonly ArticleId[],
    file?: FileChange | null,
  ): Promise<Result>
  /** Forgets what was taken back in another way. */
  takenBack(list: readonly PutBack[]): void
  /** Says how a file that acts change together with articles is given back. */
  restoreFilesWith(path: string, restorer: FileRestorer): void
  /** Acts on many articles whose restore points can still be taken back, of earlier sessions too, the latest first. */
  kept(): Promise<readonly KeptAct[]>
  /** Takes such an act back; what was changed since stays and is named. @throws AppError `nothing-to-undo` */
  undoKept(act: string, options?: JobOptions): Promise<BulkChange>
  /** Acts that can be undone or done again, the latest first. */
  list(): readonly ActSummary[]
  /** @throws AppError `nothing-to-undo` */
  undo(options?: JobOptions): Promise<BulkChange>
  /** @throws AppError `nothing-to-undo` */
  redo(options?: JobOptions): Promise<BulkChange>
}

/** What taking an act back is itself. */
const TURNED_KIND: Partial<Record<ActKind, ActKind>> = { trash: 'restore', restore: 'trash' }
/** Acts that are remembered. */
const MOST_ACTS = 200

function versionOf(context: ArchiveContext, id: ArticleId): string | null {
  return context.catalog.summaryOf(id)?.version ?? null
}

/** Brings the articles of an act from one side of it to the other. */
async function move(
  context: ArchiveContext,
  { changes }: Pick<Act, 'changes'>,
  side: 'before' | 'after',
  options: ChangeOptions,
): Promise<BulkChange> {
  const other = side === 'before' ? 'after' : 'before'
  const gone = changes.filter((change) => change[side] === null).map(({ id }) => id)
  const back = changes.filter((change) => change[other] === null).map(({ id }) => id)
  if (gone.length > 0) return trashArticles(context, gone, options)
  if (back.length > 0) return restoreArticles(context, back, options)
  const list = changes.map((change) => ({
    id: change.id,
    current: change[other] ?? '',
    earlier: change[side] ?? '',
  }))
  return putBackVersions(context, list, options)
}

/** What an act changed beside the articles, seen from the other side. */
function turned(file: FileChange | null): FileChange | null {
  return file === null ? null : { path: file.path, before: file.after, after: file.before }
}

function summaryOfAct({ act, kind, at, changes }: Act, undone: boolean): ActSummary {
  return { act, kind, at: at.toISOString(), articles: changes.length, undone }
}

/** Remembers the acts of one open archive. */
export function createActs(context: ArchiveContext): Acts {
  const done: Act[] = []
  const undone: Act[] = []
  const restorers = new Map<string, FileRestorer>()
  let number = 0

  function remembered(kind: ActKind, at: Date, changes: readonly ActChange[], file: FileChange | null): void {
    if (changes.length === 0 && (file === null || file.before === file.after)) return
    number += 1
    done.push({ act: `${timeInName(at)}-${String(number)}`, kind, at, changes, file })
    if (done.length > MOST_ACTS) done.shift()
    undone.length = 0
  }

  /** Articles and what changed beside them, in the order in which nothing is named that is not there. */
  async function moveAll(
    act: Pick<Act, 'changes' | 'file'>,
    side: 'before' | 'after',
    options: JobOptions,
  ): Promise<BulkChange> {
    const way = side === 'before' ? turned(act.file) : act.file
    const restorer = way === null ? undefined : restorers.get(way.path)
    if (way === null || restorer === undefined) return move(context, act, side, options)
    const { before, after } = way
    const removes = restorer.removes(before, after)
    if (!removes) await restorer.restore(before, after)
    const change = await move(context, act, side, { ...options, file: way })
    if (removes && change.failed.length === 0) await restorer.restore(before, after)
    return change
  }

  async function step(from: Act[], to: Act[], side: 'before' | 'after', options: JobOptions): Promise<BulkChange> {
    requireWritable(context)
    const act = from.at(-1)
    if (!act)
      throw new AppError(
        'nothing-to-undo',
        side === 'before' ? 'There is nothing to undo.' : 'There is nothing to do again.',
      )
    const change = await moveAll(act, side, options)
    from.pop()
    // What could not be brought back stays as it is; only the rest can go the other way again.
    const moved = new Set(change.changed)
    to.push({ ...act, changes: act.changes.filter(({ id }) => moved.has(id)) })
    return change
  }

  async function undoKept(name: string, options: JobOptions): Promise<BulkChange> {
    requireWritable(context)
    const act = (await findKeptActs(context)).find((candidate) => candidate.act === name)
    if (!act) throw new AppError('nothing-to-undo', 'There is nothing to undo.')
    const at = context.clock()
    const undoable = new Set(act.undoable)
    const changes = act.changes.filter(({ id }) => undoable.has(id))
    const change = await moveAll({ ...act, changes }, 'before', options)
    const changed = new Set(change.changed)
    const back = changes.filter(({ id }) => changed.has(id))
    // From now on this can be undone itself, as any act of this session.
    const turnedBack = back.map(({ id, before, after }) => ({ id, before: after, after: before }))
    remembered(TURNED_KIND[act.kind] ?? act.kind, at, turnedBack, turned(act.file))
    return change
  }

  return {
    async record(kind, ids, work, created, file = null) {
      requireWritable(context)
      const at = context.clock()
      const before = ids.map((id): ActChange => ({ id, before: versionOf(context, id), after: null }))
      let made: readonly ActChange[] = []
      try {
        const result = await work()
        if (created) made = created(result).map((id) => ({ id, before: null, after: null }))
        return result
      } finally {
        // Also after a failure or a cancel: what was done until then can be undone.
        const after = [...before, ...made].map((change) => ({ ...change, after: versionOf(context, change.id) }))
        const changes = after.filter((change) => change.before !== change.after)
        remembered(kind, at, changes, file)
      }
    },
    takenBack(list) {
      const back = new Map(list.map((item) => [item.id, item]))
      const isBack = ({ id, before, after }: ActChange): boolean =>
        back.get(id)?.current === after && back.get(id)?.earlier === before
      const place = done.findLastIndex(({ changes }) => changes.length > 0 && changes.every(isBack))
      if (place >= 0) done.splice(place, 1)
    },
    restoreFilesWith: (path, restorer) => void restorers.set(path, restorer),
    list: () => [
      ...undone.map((act) => summaryOfAct(act, true)),
      ...done.map((act) => summaryOfAct(act, false)).reverse(),
    ],
    undo: (options = {}) => step(done, undone, 'before', options),
    redo: (options = {}) => step(undone, done, 'after', options),
    kept: () => findKeptActs(context),
    undoKept: (act, options = {}) => undoKept(act, options),
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
