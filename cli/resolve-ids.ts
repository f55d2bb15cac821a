import type { ArchiveClient } from '../core/contract/archive-api.ts'
import { isArticleId, type ArticleId } from '../core/model/article-id.ts'

/**
 * Whole ids of articles from ids or unique beginnings of them.
 *
 * @throws AppError `not-found` or `ambiguous-id`
 */
export async function resolveIds(client: ArchiveClient, written: readonly string[]): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = []
  for (const text of written) {
    const wanted = text.toLowerCase()
    ids.push(isArticleId(wanted) ? wanted : await client('articles.resolve', { prefix: wanted }))
  }
  return [...new Set(ids)]
}
