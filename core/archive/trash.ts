import { AppError } from '../contract/app-error.ts'
import type { BulkChange, TrashedArticle } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import { forget, notifyArticles, remember, requireWritable, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile } from './article-file.ts'
import { pathOf } from './article-store.ts'
import { attachmentFolder } from './attachment-store.ts'
import { RESTORE_POINT_ABOVE } from './bulk-change.ts'
import { summaryOf } from './catalog/summary-of.ts'
import { forEachArticle } from './change-articles.ts'
import { isConflictName } from './conflict-name.ts'
import { forEachInParallel, type JobOptions } from './in-parallel.ts'
import { ARTICLES_FOLDER, ATTACHMENTS_FOLDER, shortIdOf, timeInName, TRASH_FOLDER } from './layout.ts'
import { dropEntry, filesOfEntry, listTrash, type TrashEntry } from './trash-entries.ts'
import { restoreInBulk, trashInBulk } from './trash-many.ts'

/** Entries of the trash looked at in parallel. */
const AT_ONCE = 8

async function moveAttachments(context: ArchiveContext, from: string, to: string): Promise<void> {
  const { folder } = context
  if (await folder.exists(from)) await folder.move(from, to)
}

/**
 * Copies of a conflict first, so that none of them stands for the article when a crash comes in between; attachments last:
 * a restore finds them in their place.
 */
async function trashOne(context: ArchiveContext, id: ArticleId): Promise<boolean> {
  const now = context.clock()
  const entry = `${TRASH_FOLDER}/${now.toISOString().slice(0, 10)}/${timeInName(now)}-${id}`
  const attachments = await attachmentFolder(context.folder, id)
  for (const path of context.files.pathsOf(id).toReversed()) {
    await context.folder.move(path, `${entry}/${path}`)
    forget(context, path)
  }
  const shared = context.files.countOfShortId(shortIdOf(id)) > 0 && attachments.endsWith(`/${shortIdOf(id)}`)
  if (!shared) await moveAttachments(context, attachments, `${entry}/${attachments}`)
  return true
}

/** Moves articles with their attachments to the trash: more than 20 as one act. */
export function trashArticles(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  options: JobOptions = {},
): Promise<BulkChange> {
  if (new Set(ids).size > RESTORE_POINT_ABOVE) return trashInBulk(context, ids, options)
  return forEachArticle(
    context,
    ids,
    (id) => {
      pathOf(context, id)
      return trashOne(context, id)
    },
    options,
  )
}

async function freePlace(context: ArchiveContext, path: string, id: ArticleId): Promise<string> {
  const taken = await context.folder.exists(path)
  return taken ? path.replace(/\.md$/i, `-${id}.md`) : path
}

async function restoreOne(context: ArchiveContext, id: ArticleId, entries: readonly TrashEntry[]): Promise<boolean> {
  if (context.files.pathOf(id) !== undefined) return false
  const entry = entries.find((candidate) => candidate.id === id)
  if (!entry) throw new AppError('not-found', `There is no article ${id} in the trash.`, { id })
  const { folder } = context
  const inTrash = await filesOfEntry(context, entry)
  const inside = (path: string) => path.slice(entry.folder.length + 1)
  // The short id's folder may have been taken by a newer article; then the files of this one keep the whole id's.
  for (const name of [shortIdOf(id), id]) {
    const from = `${entry.folder}/${ATTACHMENTS_FOLDER}/${name}`
    const free = !(await folder.exists(`${ATTACHMENTS_FOLDER}/${name}`))
    await moveAttachments(context, from, `${ATTACHMENTS_FOLDER}/${free ? name : id}`)
  }
  const files = inTrash.filter((path) => inside(path).startsWith(`${ARTICLES_FOLDER}/`))
  // The article before the copies of a conflict, which must not stand for it when a crash comes in between.
  for (const path of files.toSorted((one, other) => Number(isConflictName(one)) - Number(isConflictName(other)))) {
    const place = await freePlace(context, inside(path), id)
    await folder.move(path, place)
    const { bytes } = await folder.read(place)
    await remember(context, place, parseArticleFile(bytes, place).article)
  }
  await dropEntry(context, entry)
  return true
}

/** Brings articles back from the trash, each to the place where it was: more than 20 as one act. */
export async function restoreArticles(
  context: ArchiveContext,
  ids: readonly ArticleId[],
  options: JobOptions = {},
): Promise<BulkChange> {
  requireWritable(context)
  if (new Set(ids).size > RESTORE_POINT_ABOVE) return restoreInBulk(context, ids, options)
  const entries = await listTrash(context)
  return forEachArticle(context, ids, (id) => restoreOne(context, id, entries), options)
}

/** The articles in the trash, the latest deleted first. One that cannot be read is left out; its file stays. */
export async function trashedArticles(context: ArchiveContext): Promise<readonly TrashedArticle[]> {
  const entries = await listTrash(context)
  const found: (TrashedArticle | null)[] = entries.map(() => null)
  await forEachInParallel(entries, AT_ONCE, async (entry, place) => {
    found[place] = await readTrashed(context, entry)
  })
  return found.filter((article) => article !== null)
}

async function readTrashed(context: ArchiveContext, entry: TrashEntry): Promise<TrashedArticle | null> {
  const { folder, log } = context
  const files = await filesOfEntry(context, entry)
  const file = files.find((path) => path.startsWith(`${entry.folder}/${ARTICLES_FOLDER}/`))
  if (file === undefined) return null
  try {
    const { article } = parseArticleFile((await folder.read(file)).bytes, file)
    return { article: summaryOf(article), trashedAt: entry.trashedAt.toISOString() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.warn(`An article in the trash cannot be read: ${error.message}`)
    return null
  }
}

/** Number of articles in the trash. */
export async function countTrashed(context: ArchiveContext): Promise<number> {
  const { folder, filledTrash } = context
  const entries = await listTrash(context)
  const unknown = entries.filter((entry) => entry.own === null && !filledTrash.has(entry.folder))
  await forEachInParallel(unknown, AT_ONCE, async (entry) => {
    // A crash may leave an entry whose article is back in its place.
    const { files } = await folder.walk(`${entry.folder}/${ARTICLES_FOLDER}`)
    if (files.length > 0) filledTrash.add(entry.folder)
  })
  return entries.filter((entry) => entry.own !== null || filledTrash.has(entry.folder)).length
}

/** Removes articles from the trash for good. */
export async function emptyTrash(context: ArchiveContext, ids: readonly ArticleId[]): Promise<number> {
  requireWritable(context)
  const { folder } = context
  let removed = 0
  const wanted: ReadonlySet<string> = new Set(ids)
  for (const entry of await listTrash(context)) {
    if (!wanted.has(entry.id)) continue
    for (const path of await filesOfEntry(context, entry)) await folder.remove(path)
    await dropEntry(context, entry)
    removed += 1
  }
  notifyArticles(context, [])
  return removed
}
