import type { ActKind } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveContext } from './archive-context.ts'
import { findMovePoints } from './move-point.ts'
import { newerFirst } from './newer-first.ts'
import { findPoints, type FileChange } from './restore-point.ts'
import { listTrash } from './trash-entries.ts'

/** One article of an act, with its versions (SHA-256) before and after; null: not in the archive. */
export interface ActChange {
  readonly id: ArticleId
  readonly before: string | null
  readonly after: string | null
}

/** An act on many articles whose restore point lies in the archive, of this session or an earlier one. */
export interface KeptAct {
  /** Name of the restore point. */
  readonly act: string
  readonly kind: ActKind
  readonly at: Date
  readonly changes: readonly ActChange[]
  readonly file: FileChange | null
  /** Articles that are as the act left them, and can be taken back. */
  readonly undoable: readonly ArticleId[]
}

async function actsOfPoints({ folder, catalog }: ArchiveContext): Promise<readonly KeptAct[]> {
  const { points } = await findPoints(folder, false)
  return points.map(({ name, kind, at, entries, file }) => ({
    ...{ act: name, kind, at, file },
    changes: entries.map(({ id, before, after }) => ({ id, before, after })),
    undoable: entries.flatMap(({ id, after }) => (catalog.summaryOf(id)?.version === after ? [id] : [])),
  }))
}

async function actsOfMoves(
  { folder, catalog }: ArchiveContext,
  trashed: ReadonlySet<string>,
): Promise<readonly KeptAct[]> {
  const isLive = (id: ArticleId): boolean => catalog.rowOf(id) !== undefined
  return (await findMovePoints(folder, false)).map(({ name, kind, at, articles }) => ({
    ...{ act: name, kind, at, file: null },
    changes: articles.map(({ id }) =>
      kind === 'trash' ? { id, before: 'kept', after: null } : { id, before: null, after: 'kept' },
    ),
    undoable: articles
      .map(({ id }) => id)
      .filter((id) => (kind === 'trash' ? !isLive(id) && trashed.has(id) : isLive(id))),
  }))
}

/** Acts on many articles that can be taken back, wholly or in part, the latest first. */
export async function findKeptActs(context: ArchiveContext): Promise<readonly KeptAct[]> {
  const trashed = new Set((await listTrash(context)).map(({ id }) => id))
  const acts = [...(await actsOfPoints(context)), ...(await actsOfMoves(context, trashed))]
  return acts.filter(({ undoable }) => undoable.length > 0).sort((one, other) => newerFirst(one.at, other.at))
}
