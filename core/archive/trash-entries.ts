import * as v from 'valibot'
import { articleId } from '../contract/schemas.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArchiveContext } from './archive-context.ts'
import { newerFirst } from './newer-first.ts'
import { ARTICLES_FOLDER, isArticlePath, parseTimeInName, TRASH_FOLDER } from './layout.ts'

/**
 * One article in the trash. `.trash/<day>/<time>-<id>/` holds its files in the places that they had;
 * `.trash/<day>/<time>-many-<name>/` holds those of all articles that one act deleted, and a list of them.
 */
export interface TrashEntry {
  /** Folder of the entry, relative to the archive. */
  readonly folder: string
  readonly id: string
  readonly trashedAt: Date
  /** Paths in the folder that belong to the article; null: everything in it. */
  readonly own: readonly string[] | null
}

/** Name of the list of articles that were deleted together. */
const LIST_FILE = 'articles.json'
const ENTRY_PATTERN = /^(\d{8}T\d{9}Z)-([0-9a-z]{16})$/
const MANY_PATTERN = /^(\d{8}T\d{9}Z)-many-[0-9a-f]+$/

const listSchema = v.array(v.object({ id: articleId, paths: v.array(v.string()) }))
export type TrashList = v.InferOutput<typeof listSchema>

/** Puts the list of articles that are about to be deleted together on the disk. */
export async function saveTrashList(context: ArchiveContext, folder: string, list: TrashList): Promise<void> {
  const lines = list.map((item) => ` ${JSON.stringify(item)}`).join(',\n')
  await context.folder.save(`${folder}/${LIST_FILE}`, Buffer.from(`[\n${lines}\n]\n`), null)
  context.trashLists.set(folder, new Map())
}

/** Notes that an article has come into the folder of those deleted together. */
export function noteTrashed(context: ArchiveContext, folder: string, id: ArticleId, paths: readonly string[]): void {
  context.trashLists.get(folder)?.set(id, paths)
}

/** What is still there of articles that were deleted together. Read once; the archive has one writer. */
async function readTrashList(context: ArchiveContext, folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = context.trashLists.get(folder)
  if (known) return known
  const found = new Map<string, readonly string[]>()
  const file = await context.folder.readIfPresent(`${folder}/${LIST_FILE}`)
  if (file !== null) {
    const { files } = await context.folder.walk(`${folder}/${ARTICLES_FOLDER}`)
    const present = new Set(files.map(({ path }) => path.slice(folder.length + 1)))
    for (const { id, paths } of parseList(file.bytes)) {
      if (paths.some((path) => present.has(path))) found.set(id, paths)
    }
  }
  context.trashLists.set(folder, found)
  return found
}

function parseList(bytes: Uint8Array): TrashList {
  try {
    const list = v.safeParse(listSchema, JSON.parse(new TextDecoder().decode(bytes)))
    return list.success ? list.output : []
  } catch {
    return []
  }
}

async function foldersIn(context: ArchiveContext, path: string): Promise<readonly string[]> {
  const entries = await context.folder.list(path)
  return entries.filter((entry) => entry.kind === 'folder').map((entry) => entry.name)
}

/** What is in the trash, the latest first. */
export async function listTrash(context: ArchiveContext): Promise<readonly TrashEntry[]> {
  const entries: TrashEntry[] = []
  for (const day of await foldersIn(context, TRASH_FOLDER)) {
    for (const name of await foldersIn(context, `${TRASH_FOLDER}/${day}`)) {
      const folder = `${TRASH_FOLDER}/${day}/${name}`
      const [, time = '', id] = ENTRY_PATTERN.exec(name) ?? MANY_PATTERN.exec(name) ?? []
      const trashedAt = parseTimeInName(time)
      if (trashedAt === null) continue
      if (id !== undefined) entries.push({ folder, id, trashedAt, own: null })
      else
        for (const [one, own] of await readTrashList(context, folder)) entries.push({ folder, id: one, trashedAt, own })
    }
  }
  return entries.sort((left, right) => newerFirst(left.trashedAt, right.trashedAt))
}

/** Paths of all files of an entry, relative to the archive. */
export async function filesOfEntry({ folder }: ArchiveContext, entry: TrashEntry): Promise<readonly string[]> {
  if (entry.own === null) return (await folder.walk(entry.folder)).files.map(({ path }) => path)
  const files: string[] = []
  for (const own of entry.own) {
    const path = `${entry.folder}/${own}`
    if (!isArticlePath(own)) files.push(...(await folder.walk(path)).files.map((file) => file.path))
    else if (await folder.exists(path)) files.push(path)
  }
  return files
}

/** Forgets an entry whose files are gone from the trash, and removes its folder once nothing is left in it. */
export async function dropEntry(context: ArchiveContext, entry: TrashEntry): Promise<void> {
  const { folder, trashLists, filledTrash } = context
  const list = trashLists.get(entry.folder)
  if (entry.own !== null && list) {
    list.delete(entry.id)
    for (const own of entry.own) {
      if (!isArticlePath(own)) await folder.removeEmptyFolder(`${entry.folder}/${own}`)
    }
    if (list.size > 0) return
    await folder.remove(`${entry.folder}/${LIST_FILE}`)
    trashLists.delete(entry.folder)
  }
  await folder.removeEmptyFolder(entry.folder)
  filledTrash.delete(entry.folder)
}
