import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { formatDay, formatRelative } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import page from '../../components/page.module.css'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { restoreArticles } from '../library/article-acts.ts'

/** Deleted articles, each with its way back. */
export function TrashScreen() {
  const translate = useTranslate()
  const context = useCommandContext()
  const { data, error, refetch } = useRequest('articles.trashed', {})
  const [now] = useState(Date.now)
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  return (
    <section className={page.page} aria-labelledby="trash-title" data-pane="list" tabIndex={-1}>
      <div className={page.content}>
        <h1 id="trash-title" className={page.title}>
          {translate('library.trashTitle')}
        </h1>
        {data.length === 0 ? (
          <EmptyState title={translate('library.trashEmpty')} />
        ) : (
          <>
            <p className={page.help}>{translate('library.trashHelp')}</p>
            <ul className={page.list}>
              {data.map(({ article, trashedAt }) => (
                <li key={article.id} className={page.line}>
                  <div className={page.lineText}>
                    <p className={page.lineTitle} lang={article.language === 'other' ? undefined : article.language}>
                      {article.title}
                    </p>
                    <p className={page.lineMeta}>
                      {[
                        article.outlet,
                        article.published === null ? '' : formatDay(article.published, translate.language),
                        translate('library.trashedAt', {
                          when: formatRelative(Date.parse(trashedAt), now, translate.language),
                        }),
                      ]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </p>
                  </div>
                  <Button
                    icon={<RotateCcw size={14} aria-hidden />}
                    onClick={() => runAct(() => restoreArticles(context, [article.id]), context)}
                  >
                    {translate('library.restore')}
                  </Button>
                </li>
              ))}
            </ul>
            <p className={page.help}>
              <Button
                icon={<RotateCcw size={14} aria-hidden />}
                onClick={() =>
                  runAct(
                    () =>
                      restoreArticles(
                        context,
                        data.map(({ article }) => article.id),
                      ),
                    context,
                  )
                }
              >
                {translate('library.restoreAll')}
              </Button>{' '}
              <Button onClick={() => openDialog({ name: 'empty-trash', ids: data.map(({ article }) => article.id) })}>
                {translate('library.emptyTrash')}
              </Button>
            </p>
          </>
        )}
      </div>
    </section>
  )
}
