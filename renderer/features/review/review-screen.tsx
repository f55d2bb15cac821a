import { useEffect, useMemo } from 'react'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { runAct, runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { commandById } from '../../commands/registry.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import page from '../../components/page.module.css'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { doubtText } from './doubt-text.ts'
import { acceptMany } from './review-acts.ts'
import { isCertain, orderQueue, useReviewQueue } from './review-queue.ts'
import styles from './review-screen.module.css'
import { ReviewSheetView } from './review-sheet.tsx'

const MOST_SHOWN = 1_000

/** Articles whose import left something open: a queue, and the one under review beside its original. */
export function ReviewScreen() {
  const translate = useTranslate()
  const { article: chosen } = useRoute()
  const skipped = useReviewQueue((state) => state.skipped)
  const { data, error, refetch } = useRequest(
    'search.run',
    {
      query: '',
      filter: { ...NO_FILTER, doubtful: true },
      sort: 'newest',
      offset: 0,
      limit: MOST_SHOWN,
      facets: false,
      typing: false,
    },
    { keepPrevious: true },
  )
  const articles = useMemo(() => orderQueue(data?.hits.map((hit) => hit.article) ?? [], skipped), [data, skipped])
  useEffect(() => {
    useReviewQueue.setState({ articles })
  }, [articles])
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const current = articles.find(({ id }) => id === chosen) ?? articles[0]
  return (
    <section className={styles.screen} aria-labelledby="review-title" data-pane="list" tabIndex={-1}>
      <div className={styles.queue}>
        <h1 id="review-title" className={page.title}>
          {translate('library.reviewTitle')}
        </h1>
        {current === undefined ? (
          <EmptyState title={translate('library.reviewEmpty')} />
        ) : (
          <Queue articles={articles} current={current} />
        )}
      </div>
      {current === undefined ? null : <ReviewSheetView key={current.id} id={current.id} />}
    </section>
  )
}

interface QueueProps {
  readonly articles: readonly ArticleSummary[]
  readonly current: ArticleSummary
}

function Queue({ articles, current }: QueueProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const certain = articles.filter(isCertain)
  const number = (value: number): string => formatNumber(value, translate.language)
  const place = articles.findIndex(({ id }) => id === current.id) + 1
  const run = (id: string): void => runCommand(commandById(id), context)
  return (
    <>
      <p className={page.help}>
        {translate('library.reviewHelp')} {translate('review.keys')}
      </p>
      <div className={styles.acts}>
        <span role="status">
          {translate('review.position', { place: number(place), total: number(articles.length) })}
        </span>
        <Button onClick={() => run('review-skip')}>{translate('review.skip')}</Button>
        <Button onClick={() => run('review-edit')}>{translate('library.edit')}</Button>
        <Button look="primary" onClick={() => run('review-accept')}>
          {translate('library.accept')}
        </Button>
        {certain.length === 0 ? null : (
          <Button
            title={translate('review.certainHelp')}
            onClick={() => runAct(() => acceptMany(context, certain), context)}
          >
            {translate('review.acceptCertain', { count: certain.length })}
          </Button>
        )}
      </div>
      <ul className={styles.list} aria-label={translate('review.queue')}>
        {articles.map((article) => (
          <li key={article.id}>
            <button
              type="button"
              className={styles.line}
              aria-current={article.id === current.id}
              onClick={() => navigate({ article: article.id }, { replace: true })}
            >
              <span lang={article.language === 'other' ? undefined : article.language}>{article.title}</span>
              <span className={styles.doubts}>{doubtText(article.doubts, translate)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
