import { AppError } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import { remember, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile, type FormattedArticle } from './article-file.ts'
import { readArticleFile, type PlacedFile } from './article-store.ts'
import { changeInBulk, RESTORE_POINT_ABOVE, type ChangeOptions } from './bulk-change.ts'
import { forEachArticle } from './change-articles.ts'
import { findVersion, keepVersion } from './history.ts'

/** An article that is to get an earlier version back. */
export interface PutBack {
  readonly id: ArticleId
  /** The version that it must have now; a newer one stays. */
  readonly current: string
  /** The version that the history keeps. */
  readonly earlier: string
}

/**
 * Gives articles the very bytes of an earlier version, each unless somebody changed it since; those fail with
 * `version-conflict`, and with `not-found` where the history no longer has the version.
 */
export function putBackVersions(
  context: ArchiveContext,
  list: readonly PutBack[],
  options: ChangeOptions = {},
): Promise<BulkChange> {
  const byId = new Map(list.map((item) => [item.id, item]))
  const earlierOf = async ({ file }: PlacedFile): Promise<FormattedArticle | null> => {
    const { id, version } = file.article
    const item = byId.get(id)
    if (item === undefined) return null
    if (version !== item.current) {
      throw new AppError('version-conflict', `The article ${id} was changed since.`, { id })
    }
    const bytes = await findVersion(context, id, item.earlier)
    return { bytes, article: parseArticleFile(bytes, id).article }
  }
  if (byId.size > RESTORE_POINT_ABOVE) return changeInBulk(context, 'change', [...byId.keys()], earlierOf, options)
  const work = async (id: ArticleId): Promise<boolean> => {
    const placed = await readArticleFile(context, id)
    const earlier = await earlierOf(placed)
    if (earlier === null) return false
    const now = context.clock()
    const keepOld = (old: Uint8Array): Promise<void> => keepVersion(context.folder, id, old, now)
    await context.folder.save(placed.path, earlier.bytes, placed.file.article.version, keepOld)
    await remember(context, placed.path, earlier.article)
    return true
  }
  return forEachArticle(context, [...byId.keys()], work, options)
}
