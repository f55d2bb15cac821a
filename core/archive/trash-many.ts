import { randomBytes } from 'node:crypto'
import { AppError } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import { outcomeOf, valueOf, type NewName, type Outcome } from '../files/batch-calls.ts'
import type { ArticleId } from '../model/article-id.ts'
import { forget, take, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile } from './article-file.ts'
import { pathOf } from './article-store.ts'
import { moveInBulk, type ArticleMoves } from './bulk-moves.ts'
import { summaryOf } from './catalog/summary-of.ts'
import { isConflictName } from './conflict-name.ts'
import type { JobOptions } from './in-parallel.ts'
import { ATTACHMENTS_FOLDER, isArticlePath, shortIdOf, timeInName, TRASH_FOLDER } from './layout.ts'
import { dropEntry, filesOfEntry, listTrash, noteTrashed, saveTrashList, type TrashEntry } from './trash-entries.ts'

async function attachmentNames({ folder }: ArchiveContext): Promise<ReadonlySet<string>> {
  return new Set((await folder.list(ATTACHMENTS_FOLDER)).map(({ name }) => name))
}

/** Files of an article and the folder of its attachments; copies of a conflict first. */
function placesOf(context: ArchiveContext, id: ArticleId, attachments: ReadonlySet<string>): readonly string[] {
  const short = shortIdOf(id)
  const isShared = context.files.countOfShortId(short) > 1
  const own = [id, ...(isShared ? [] : [short])].find((name) => attachments.has(name))
  const files = context.files.pathsOf(id).toReversed()
  return own === undefined ? files : [...files, `${ATTACHMENTS_FOLDER}/${own}`]
}

/** Moves many articles to the trash as one act: they lie in one folder there, with a list of them. */
export async function trashInBulk(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  options: JobOptions,
): Promise<BulkChange> {
  const now = context.clock()
  const day = now.toISOString().slice(0, 10)
  const folder = `${TRASH_FOLDER}/${day}/${timeInName(now)}-many-${randomBytes(3).toString('hex')}`
  const attachments = await attachmentNames(context)
  return moveInBulk(
    context,
    {
      kind: 'trash',
      ids,
      plan: (id) => {
        pathOf(context, id)
        const moves = placesOf(context, id, attachments).map((path) => ({ from: path, to: `${folder}/${path}` }))
        const before = context.catalog.summaryOf(id)?.version ?? null
        return Promise.resolve({ article: { id, before, after: null }, moves })
      },
      prepare: (planned) => {
        const list = planned.map(({ article, moves }) => ({ id: article.id, paths: moves.map(({ from }) => from) }))
        return saveTrashList(context, folder, list)
      },
      takeIn: (moved) => {
        for (const { article, moves } of moved) {
          const paths = moves.map(({ from }) => from)
          for (const path of paths) if (context.files.get(path)) forget(context, path)
          noteTrashed(context, folder, article.id, paths)
        }
        return Promise.resolve(moved.map(() => ({ done: true, value: null })))
      },
    },
    options,
  )
}

/** Moves of one article out of its entry: attachments, the article, copies of a conflict. Places that are taken get another name. */
async function movesBack(
  context: ArchiveContext,
  entry: TrashEntry,
  id: ArticleId,
  taken: Set<string>,
): Promise<readonly NewName[]> {
  const inside = entry.own ?? (await filesOfEntry(context, entry)).map((path) => path.slice(entry.folder.length + 1))
  const moves: NewName[] = []
  for (const name of [shortIdOf(id), id]) {
    const from = `${ATTACHMENTS_FOLDER}/${name}`
    if (!inside.some((path) => path === from || path.startsWith(`${from}/`))) continue
    // The short id's folder may have been taken by a newer article; then the files of this one keep the whole id's.
    const to = taken.has(from) ? `${ATTACHMENTS_FOLDER}/${id}` : from
    taken.add(to)
    moves.push({ from: `${entry.folder}/${from}`, to })
  }
  const articles = inside.filter(isArticlePath)
  for (const path of articles.toSorted((one, other) => Number(isConflictName(one)) - Number(isConflictName(other)))) {
    const isFree = context.files.get(path) === undefined && !taken.has(path)
    const to = isFree ? path : path.replace(/\.md$/i, `-${id}.md`)
    taken.add(to)
    moves.push({ from: `${entry.folder}/${path}`, to })
  }
  return moves
}

/** Reads articles that are back in their places. */
async function takeBack(context: ArchiveContext, moved: readonly ArticleMoves[]): Promise<readonly Outcome<null>[]> {
  const paths = moved.flatMap(({ moves }) => moves.map(({ to }) => to).filter(isArticlePath))
  const read = await context.folder.readMany(paths)
  const readAt = new Map(paths.map((path, place) => [path, read[place]]))
  return Promise.all(
    moved.map(({ moves }) =>
      outcomeOf(() => {
        for (const { to } of moves) {
          if (!isArticlePath(to)) continue
          const { bytes, info } = valueOf(readAt.get(to))
          take(context, to, info, summaryOf(parseArticleFile(bytes, to).article))
        }
        return Promise.resolve(null)
      }),
    ),
  )
}

/** Brings many articles back from the trash as one act. */
export async function restoreInBulk(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  options: JobOptions,
): Promise<BulkChange> {
  const entries = new Map<string, TrashEntry>()
  // The latest comes first and counts.
  for (const entry of await listTrash(context)) if (!entries.has(entry.id)) entries.set(entry.id, entry)
  const attachments = await attachmentNames(context)
  const taken = new Set([...attachments].map((name) => `${ATTACHMENTS_FOLDER}/${name}`))
  const moved: string[] = []
  return moveInBulk(
    context,
    {
      kind: 'restore',
      ids,
      plan: async (id) => {
        if (context.files.pathOf(id) !== undefined) return null
        const entry = entries.get(id)
        if (!entry) throw new AppError('not-found', `There is no article ${id} in the trash.`, { id })
        return { article: { id, before: null, after: null }, moves: await movesBack(context, entry, id, taken) }
      },
      takeIn: (back) => {
        moved.push(...back.map(({ article }) => article.id))
        // What is back is no longer counted as deleted, before its folder is tidied up.
        for (const { article } of back)
          context.trashLists.get(entries.get(article.id)?.folder ?? '')?.delete(article.id)
        return takeBack(context, back)
      },
      tidy: async () => {
        for (const id of moved) {
          const entry = entries.get(id)
          if (entry) await dropEntry(context, entry)
        }
      },
    },
    options,
  )
}
