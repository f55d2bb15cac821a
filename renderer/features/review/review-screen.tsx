import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import page from '../../components/page.module.css'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { navigate } from '../../state/route-store.ts'
import { acceptArticles } from '../library/article-acts.ts'
import { doubtText } from './doubt-text.ts'

const MOST_SHOWN = 200

/** Articles whose import left something open: to look at, correct and accept. */
export function ReviewScreen() {
  const translate = useTranslate()
  const context = useCommandContext()
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
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const articles = data.hits.map((hit) => hit.article)
  const accept = (chosen: readonly ArticleSummary[]): void => runAct(() => acceptArticles(context, chosen), context)
  return (
    <section className={page.page} aria-labelledby="review-title" data-pane="list" tabIndex={-1}>
      <div className={page.content}>
        <h1 id="review-title" className={page.title}>
          {translate('library.reviewTitle')}
        </h1>
        {articles.length === 0 ? (
          <EmptyState title={translate('library.reviewEmpty')} />
        ) : (
          <>
            <p className={page.help}>{translate('library.reviewHelp')}</p>
            <ul className={page.list}>
              {articles.map((article) => (
                <li key={article.id} className={page.line}>
                  <ReviewLine article={article} />
                  <Button onClick={() => navigate({ screen: 'library', article: article.id })}>
                    {translate('library.open')}
                  </Button>
                  <Button onClick={() => navigate({ screen: 'edit', article: article.id })}>
                    {translate('library.edit')}
                  </Button>
                  <Button look="primary" onClick={() => accept([article])}>
                    {translate('library.accept')}
                  </Button>
                </li>
              ))}
            </ul>
            <p className={page.help}>
              <Button onClick={() => accept(articles)}>{translate('library.acceptAll')}</Button>{' '}
              <Button onClick={() => openDialog({ name: 'suggest-tags', ids: articles.map(({ id }) => id) })}>
                {translate('tags.suggestMany')}
              </Button>
            </p>
          </>
        )}
      </div>
    </section>
  )
}

function ReviewLine({ article }: { readonly article: ArticleSummary }) {
  const translate = useTranslate()
  const about = [
    article.outlet || translate('library.untitledOutlet'),
    article.published === null ? translate('library.noDate') : formatDay(article.published, translate.language),
  ]
  return (
    <div className={page.lineText}>
      <p className={page.lineTitle} lang={article.language === 'other' ? undefined : article.language}>
        {article.title}
      </p>
      <p className={page.lineMeta}>
        {about.join(' · ')}
        <br />
        {doubtText(article.doubts, translate)}
      </p>
    </div>
  )
}
