import type { ArticleId } from '../../../core/model/article-id.ts'
import type { ArticleSummary } from '../../../core/model/article.ts'
import type { CommandContext } from '../../commands/command.ts'
import { navigate } from '../../state/route-store.ts'
import { notify } from '../../state/toast-store.ts'
import { acceptArticles, trashArticles } from '../library/article-acts.ts'
import { currentInQueue, useReviewQueue } from './review-queue.ts'

/** The article that comes after one that leaves the queue. */
function neighbourOf(id: ArticleId): ArticleId | null {
  const { articles } = useReviewQueue.getState()
  const place = articles.findIndex((article) => article.id === id)
  return (articles[place + 1] ?? articles[place - 1])?.id ?? null
}

/** Takes the doubts off the article under review and goes on. */
export async function acceptCurrent(context: CommandContext): Promise<void> {
  const current = currentInQueue()
  if (current === undefined) return
  const next = neighbourOf(current.id)
  await acceptArticles(context, [current])
  navigate({ article: next }, { replace: true })
}

/** Takes the doubts off many articles at once. */
export async function acceptMany(context: CommandContext, articles: readonly ArticleSummary[]): Promise<void> {
  await acceptArticles(context, articles)
  navigate({ article: null }, { replace: true })
}

/** Remembers that two articles are no duplicates. */
export async function keepBoth({ connection }: CommandContext, id: ArticleId, other: ArticleId): Promise<void> {
  await connection.request('review.notDuplicate', { id, other })
}

/** Moves an article that is a duplicate to the trash and goes on. */
export async function trashDuplicate(context: CommandContext, id: ArticleId): Promise<void> {
  const next = neighbourOf(id)
  await trashArticles(context, [id])
  navigate({ article: next }, { replace: true })
}

/** Makes one story of two articles. */
export async function linkAsStory({ connection, translate }: CommandContext, ids: readonly ArticleId[]): Promise<void> {
  await connection.request('stories.link', { ids: [...ids] })
  notify(translate('review.linked'))
}
