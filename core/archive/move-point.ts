import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { ACT_KINDS, type ActKind } from '../contract/results.ts'
import { articleId } from '../contract/schemas.ts'
import type { NewName } from '../files/batch-calls.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveFolder } from './folder.ts'
import { timeInName } from './layout.ts'
import { ACTS_FOLDER, readPointList } from './restore-point.ts'

/** An article that an act moved, with its versions (SHA-256) before and after; null: not in the archive. */
export interface MovedArticle {
  readonly id: ArticleId
  readonly before: string | null
  readonly after: string | null
}

/** An act that moved many articles to the trash or back: what it moved, and where. */
export interface MovePoint {
  /** Name of its file, without ending. */
  readonly name: string
  readonly kind: ActKind
  readonly at: Date
  readonly articles: readonly MovedArticle[]
  readonly moves: readonly NewName[]
  /** True until all moves are known to be on the disk. */
  readonly pending: boolean
}

const PENDING_END = '.pending.json'
const LIST_END = '.json'

const version = v.optional(v.nullable(v.string()), null)
const listSchema = v.object({
  kind: v.picklist(ACT_KINDS),
  at: v.pipe(v.string(), v.isoTimestamp()),
  articles: v.array(v.object({ id: articleId, before: version, after: version })),
  // Lists of earlier versions of the program name the articles only.
  moves: v.optional(v.array(v.object({ from: v.string(), to: v.string() })), []),
})

/** Puts the list of an act on the disk. From now on the act will be finished, also after a crash. */
export async function beginMoves(
  folder: ArchiveFolder,
  point: Pick<MovePoint, 'kind' | 'at' | 'articles' | 'moves'>,
): Promise<MovePoint> {
  const { kind, at, articles, moves } = point
  const name = `${timeInName(at)}-${kind}-${randomBytes(3).toString('hex')}`
  const lines = (items: readonly unknown[]): string => items.map((item) => `  ${JSON.stringify(item)}`).join(',\n')
  const text = `{\n "kind": "${kind}",\n "at": "${at.toISOString()}",\n "articles": [\n${lines(articles)}\n ],\n "moves": [\n${lines(moves)}\n ]\n}\n`
  await folder.save(`${ACTS_FOLDER}/${name}${PENDING_END}`, Buffer.from(text), null)
  return { ...point, name, pending: true }
}

/** Says that all moves of the act are on the disk: it needs not be finished any more. */
export async function settleMovePoint(folder: ArchiveFolder, { name }: Pick<MovePoint, 'name'>): Promise<void> {
  await folder.move(`${ACTS_FOLDER}/${name}${PENDING_END}`, `${ACTS_FOLDER}/${name}${LIST_END}`)
}

function parsePoint(name: string, pending: boolean, bytes: Uint8Array): MovePoint | null {
  try {
    const list = v.safeParse(listSchema, JSON.parse(new TextDecoder().decode(bytes)))
    if (!list.success || (list.output.kind !== 'trash' && list.output.kind !== 'restore')) return null
    return { ...list.output, name, pending, at: new Date(list.output.at) }
  } catch {
    return null
  }
}

/** Reads the lists of all acts that moved articles, or of those alone that may have to be finished. */
export async function findMovePoints(folder: ArchiveFolder, pendingOnly: boolean): Promise<readonly MovePoint[]> {
  const points: MovePoint[] = []
  for (const { name: file, kind } of await folder.list(ACTS_FOLDER)) {
    const pending = file.endsWith(PENDING_END)
    if (kind !== 'file' || !/-(?:trash|restore)(?:-[0-9a-f]+)?\.(?:pending\.)?json$/.test(file)) continue
    if (pendingOnly && !pending) continue
    const name = file.slice(0, -(pending ? PENDING_END : LIST_END).length)
    const list = await readPointList(folder, name, pending)
    const point = list === null ? null : parsePoint(name, list.pending, list.bytes)
    if (point !== null) points.push(point)
  }
  return points
}
