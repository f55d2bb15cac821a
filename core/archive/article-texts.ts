import { AppError } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import type { ArchiveContext } from './archive-context.ts'
import { readArticleFile } from './article-store.ts'

/** Articles read ahead of the one that is being worked on. */
const AHEAD = 16

/** The article, or null where it went away or cannot be read meanwhile. */
async function readOrPass(context: ArchiveContext, id: ArticleId): Promise<Article | null> {
  try {
    return (await readArticleFile(context, id)).file.article
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    context.log.warn(`Passed over while reading all articles: ${error.message}`)
    return null
  }
}

/** Whole articles, in the order of the ids given; those that cannot be read are passed over with a line in the log. */
export async function* readArticles(context: ArchiveContext, ids: readonly ArticleId[]): AsyncGenerator<Article> {
  const pending: Promise<Article | null>[] = []
  for (const id of ids) {
    pending.push(readOrPass(context, id))
    if (pending.length < AHEAD) continue
    const article = await pending.shift()
    if (article) yield article
  }
  for (const next of pending) {
    const article = await next
    if (article) yield article
  }
}
