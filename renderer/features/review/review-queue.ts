import { create } from 'zustand'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { ArticleSummary } from '../../../core/model/article.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'

interface QueueState {
  /** What is shown, in its order. */
  readonly articles: readonly ArticleSummary[]
  /** Put off in this window: they come last. */
  readonly skipped: ReadonlySet<ArticleId>
}

/** The review queue of this window. */
export const useReviewQueue = create<QueueState>(() => ({ articles: [], skipped: new Set() }))

/** Fields whose absence a person need not look into: the source does not state them. */
const OFTEN_UNSTATED: ReadonlySet<string> = new Set(['outlet', 'url'])

/** True for an article in which nothing that was found is uncertain. */
export function isCertain({ doubts }: Pick<ArticleSummary, 'doubts'>): boolean {
  return doubts.every((doubt) => OFTEN_UNSTATED.has(doubt))
}

/** The articles in the order of the queue: those put off come last. */
export function orderQueue(
  articles: readonly ArticleSummary[],
  skipped: ReadonlySet<ArticleId>,
): readonly ArticleSummary[] {
  return [...articles.filter(({ id }) => !skipped.has(id)), ...articles.filter(({ id }) => skipped.has(id))]
}

/** The article under review: the one in the address, else the first. */
export function currentInQueue(): ArticleSummary | undefined {
  const { articles } = useReviewQueue.getState()
  const { article } = currentRoute()
  return articles.find(({ id }) => id === article) ?? articles[0]
}

/** Goes on or back by so many articles. */
export function moveInQueue(by: 1 | -1): void {
  const { articles } = useReviewQueue.getState()
  const place = articles.findIndex(({ id }) => id === currentInQueue()?.id)
  const next = articles[Math.max(0, Math.min(articles.length - 1, place + by))]
  if (next !== undefined) navigate({ article: next.id }, { replace: true })
}

/** Puts the article under review off and goes on to the next one. */
export function skipInQueue(): void {
  const current = currentInQueue()
  if (current === undefined) return
  const { articles, skipped } = useReviewQueue.getState()
  const place = articles.findIndex(({ id }) => id === current.id)
  const next = articles[place + 1] ?? articles[0]
  useReviewQueue.setState({ skipped: new Set([...skipped, current.id]) })
  if (next !== undefined) navigate({ article: next.id }, { replace: true })
}
