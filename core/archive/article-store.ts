import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { AppError, isAppError } from '../contract/app-error.ts'
import { createArticleId, type ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields, ImportRecord } from '../model/article.ts'
import { notifyArticles, remember, requireWritable, type ArchiveContext } from './archive-context.ts'
import {
  formatArticle,
  formatArticleFile,
  parseArticleFile,
  type ArticleFile,
  type FormattedArticle,
} from './article-file.ts'
import { saveAttachments, type NewAttachment } from './attachment-store.ts'
import { writeConflictCopy } from './conflict-copy.ts'
import { keepVersion } from './history.ts'
import { articlePath, shortIdOf } from './layout.ts'
import { fieldsOf, wellFormed, wellFormedImport } from './well-formed.ts'

/** What a new article may bring along. */
export interface CreateArticleOptions {
  readonly imported?: ImportRecord | null
  readonly attachments?: readonly NewAttachment[]
  /** For samples and restores; left out, a new one is made. */
  readonly id?: ArticleId
}

/** An article file together with the place where it was read. */
export interface PlacedFile {
  readonly path: string
  readonly file: ArticleFile
}

/** A body that keeps less than this share of its length has lost its text. */
const LEAST_KEPT = 0.1

/** @throws AppError `not-found` */
export function pathOf(context: ArchiveContext, id: ArticleId): string {
  const path = context.files.pathOf(id)
  if (path === undefined) throw new AppError('not-found', `There is no article ${id}.`, { id })
  return path
}

/**
 * Reads an article's file.
 *
 * @throws AppError `not-found`, `unreadable-article`, `file-unavailable`
 */
export async function readArticleFile(context: ArchiveContext, id: ArticleId): Promise<PlacedFile> {
  const path = pathOf(context, id)
  const { bytes } = await context.folder.read(path)
  const file = parseArticleFile(bytes, path)
  if (file.article.id !== id)
    throw new AppError('not-found', `The file ${path} holds another article now.`, { id, file: path })
  return { path, file }
}

/** Eight characters of an id stand for this many milliseconds. */
const SHORT_ID_STEP = 32

/** A new id whose first eight characters no article has, as they name files and attachment folders. */
export function newArticleId(context: ArchiveContext): ArticleId {
  const random = [...randomBytes(7)]
  let time = Math.max(context.clock().getTime(), context.lastIdTime + SHORT_ID_STEP)
  let id = createArticleId(time, random)
  while (context.files.countOfShortId(shortIdOf(id)) > 0) {
    time += SHORT_ID_STEP
    id = createArticleId(time, random)
  }
  context.lastIdTime = time
  return id
}

async function freePath(context: ArchiveContext, id: ArticleId, fields: ArticleFields): Promise<string> {
  const short = articlePath(fields.published, fields.title, shortIdOf(id))
  const taken = await context.folder.exists(short)
  return taken ? articlePath(fields.published, fields.title, id) : short
}

/**
 * Adds an article: attachments first, the article last.
 *
 * @throws AppError `read-only`, `disk-full`, `save-failed`, `version-conflict` where the id is taken
 */
export async function createArticle(
  context: ArchiveContext,
  fields: ArticleFields,
  options: CreateArticleOptions = {},
): Promise<Article> {
  requireWritable(context)
  const id = options.id ?? newArticleId(context)
  if (context.catalog.rowOf(id) !== undefined) {
    throw new AppError('version-conflict', `There is an article ${id} already.`, { id })
  }
  return context.queue.run(id, async () => {
    const { body, ...rest } = wellFormed(fields)
    const shared = context.files.countOfShortId(shortIdOf(id)) > 0
    const attachments = await saveAttachments(context.folder, id, shared, options.attachments ?? [])
    const now = context.clock().toISOString()
    const head = {
      ...rest,
      id,
      attachments,
      imported: options.imported ? wellFormedImport(options.imported) : null,
      created: now,
      updated: now,
    }
    const path = await freePath(context, id, fields)
    const bytes = formatArticleFile(head, body, null)
    const version = await context.folder.save(path, bytes, null)
    const article = { ...head, body, version }
    await remember(context, path, article)
    notifyArticles(context, [id])
    return article
  })
}

function requireBody(old: string, body: string, id: ArticleId): void {
  const [before, after] = [old.trim().length, body.trim().length]
  if (before === 0 || after >= before * LEAST_KEPT) return
  throw new AppError('body-lost', `The article ${id} would lose its text: ${before} characters become ${after}.`, {
    id,
    before,
    after,
  })
}

/** The new content of an article's file, or null where nothing changed. */
export function formatChange({ file }: PlacedFile, changed: Article, now: Date): FormattedArticle | null {
  const { body, version: _version, ...head } = changed
  const { body: oldBody, version: _oldVersion, ...oldHead } = file.article
  if (body === oldBody && isDeepStrictEqual(head, oldHead)) return null
  return formatArticle({ ...head, updated: now.toISOString() }, body, file)
}

/**
 * Writes a changed article over the file it was read from; the old version goes to the history. Nothing is written where
 * nothing changed.
 */
export async function rewriteArticle(context: ArchiveContext, placed: PlacedFile, changed: Article): Promise<Article> {
  const { path, file } = placed
  const now = context.clock()
  const formatted = formatChange(placed, changed, now)
  if (formatted === null) return file.article
  const keepOld = (old: Uint8Array) => keepVersion(context.folder, changed.id, old, now)
  await context.folder.save(path, formatted.bytes, file.article.version, keepOld)
  await remember(context, path, formatted.article)
  return formatted.article
}

/** The file may change at the last moment, between the look at it and the save; then too both texts are kept. */
async function rewriteOrKeepBoth(context: ArchiveContext, placed: PlacedFile, wanted: ArticleFields): Promise<Article> {
  try {
    return await rewriteArticle(context, placed, { ...placed.file.article, ...wanted })
  } catch (error) {
    if (isAppError(error, 'version-conflict')) await writeConflictCopy(context, placed.path, placed.file, wanted)
    throw error
  }
}

/**
 * Saves what a person wrote.
 *
 * @param version the version that the edit began from
 * @param force the user has confirmed that nearly all the text goes
 * @throws AppError `version-conflict` where the file is newer, `body-lost`, `read-only`, `disk-full`, `save-failed`
 */
export async function saveArticle(
  context: ArchiveContext,
  id: ArticleId,
  version: string,
  fields: ArticleFields,
  force = false,
): Promise<Article> {
  requireWritable(context)
  return context.queue.run(id, async () => {
    const placed = await readArticleFile(context, id)
    const old = placed.file.article
    const wanted = wellFormed(fieldsOf(fields))
    if (old.version !== version) {
      // Somebody else wrote the very same.
      if (isDeepStrictEqual(wellFormed(fieldsOf(old)), wanted)) return old
      const conflict = await writeConflictCopy(context, placed.path, placed.file, wanted)
      throw new AppError(
        'version-conflict',
        `The article ${id} has changed since it was read; both versions are kept.`,
        {
          id,
          version: old.version,
          conflict,
        },
      )
    }
    if (!force) requireBody(old.body, wanted.body, id)
    const article = await rewriteOrKeepBoth(context, placed, wanted)
    if (article !== old) notifyArticles(context, [id])
    return article
  })
}
