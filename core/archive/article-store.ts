import { isDeepStrictEqual } from 'node:util'
import { AppError, isAppError } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article, ArticleFields } from '../model/article.ts'
import { notifyArticles, remember, requireWritable, type ArchiveContext } from './archive-context.ts'
import { formatArticle, parseArticleFile, type ArticleFile, type FormattedArticle } from './article-file.ts'
import { writeConflictCopy } from './conflict-copy.ts'
import { keepVersion } from './history.ts'
import { fieldsOf, wellFormed } from './well-formed.ts'

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
