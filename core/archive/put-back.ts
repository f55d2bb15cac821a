import { AppError } from '../contract/app-error.ts'
import type { BulkChange } from '../contract/results.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArticleId } from '../model/article-id.ts'
import { remember, type ArchiveContext } from './archive-context.ts'
import { parseArticleFile } from './article-file.ts'
import { readArticleFile } from './article-store.ts'
import { forEachArticle } from './change-articles.ts'
import { keepVersion, listVersions, readVersion } from './history.ts'
import type { JobOptions } from './in-parallel.ts'

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
  options: JobOptions = {},
): Promise<BulkChange> {
  const byId = new Map(list.map((item) => [item.id, item]))
  const work = async (id: ArticleId): Promise<boolean> => {
    const item = byId.get(id)
    if (item === undefined) return false
    const { path, file } = await readArticleFile(context, id)
    if (file.article.version !== item.current) {
      throw new AppError('version-conflict', `The article ${id} was changed since.`, { id })
    }
    const bytes = await earlierBytes(context, item)
    const now = context.clock()
    const keepOld = (old: Uint8Array): Promise<void> => keepVersion(context.folder, id, old, now)
    await context.folder.save(path, bytes, item.current, keepOld)
    await remember(context, path, parseArticleFile(bytes, path).article)
    return true
  }
  return forEachArticle(context, [...byId.keys()], work, options)
}

async function earlierBytes(context: ArchiveContext, { id, earlier }: PutBack): Promise<Uint8Array> {
  for (const { name, hash } of await listVersions(context.folder, id)) {
    if (!earlier.startsWith(hash)) continue
    const bytes = await readVersion(context.folder, id, name)
    if (sha256(bytes) === earlier) return bytes
  }
  throw new AppError('not-found', `The history of ${id} no longer has the version wanted.`, { id })
}
