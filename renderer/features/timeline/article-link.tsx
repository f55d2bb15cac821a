import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './moments-panel.module.css'
import { openArticle } from './open-unit.ts'

/** An article by date and title; a click opens it beside the list. */
export function ArticleLink({
  article,
}: {
  readonly article: Pick<ArticleSummary, 'id' | 'title' | 'published' | 'language'>
}) {
  const { language } = useTranslate()
  const { id, title, published } = article
  return (
    <button type="button" className={styles.article} onClick={() => openArticle(id)}>
      {published === null ? null : <span>{formatDay(published, language)}</span>}
      <span lang={article.language === 'other' ? undefined : article.language}>{title}</span>
    </button>
  )
}
