import { FileDown, Library } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatNumber, localDayOf } from '../../../core/model/locale.ts'
import type { Silence } from '../../../core/model/moments.ts'
import { isTagId, tagName } from '../../../core/model/tag.ts'
import type { TagPage } from '../../../core/model/tag-page.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import page from '../../components/page.module.css'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { dayOfArticle, silenceText } from './day-text.ts'
import { MonthStrip } from './month-strip.tsx'
import { TagFacts } from './tag-facts.tsx'
import { saveTagPage } from './save-tag-page.ts'
import { TagMatrixView } from './tag-matrix-view.tsx'
import styles from './tag-page-screen.module.css'

/** Everything about one partner, initiative or topic; without one, the matrix of partners and initiatives alone. */
export function TagPageScreen() {
  const translate = useTranslate()
  const context = useCommandContext()
  const id = useRoute().options['id'] ?? ''
  const tags = useTagsById()
  const tag = isTagId(id) ? tags.get(id) : undefined
  const title = tag === undefined ? translate('tagPage.matrix') : tagName(tag, translate.language)
  return (
    <section className={page.page} aria-labelledby="tag-page-title" data-pane="list" tabIndex={-1}>
      <div className={styles.content}>
        <header className={styles.head}>
          {tag === undefined ? null : <TagDot color={tag.color} />}
          <h1 id="tag-page-title" className={page.title}>
            {title}
          </h1>
          {tag === undefined ? null : <ShowArticles tag={tag} />}
          <Button
            icon={<FileDown size={15} aria-hidden />}
            onClick={() => runAct(() => saveTagPage(context, tag?.id ?? null), context)}
          >
            {translate('tagPage.pdf')}
          </Button>
        </header>
        {tag === undefined ? null : <OneTag tag={tag} />}
        <TagMatrixView tag={tag ?? null} />
      </div>
    </section>
  )
}

function ShowArticles({ tag }: { readonly tag: TagUsage }) {
  const translate = useTranslate()
  return (
    <Button
      icon={<Library size={15} aria-hidden />}
      onClick={() =>
        navigate({ screen: 'library', query: '', filter: { ...NO_FILTER, tags: [tag.id] }, article: null })
      }
    >
      {translate('tags.showArticles')}
    </Button>
  )
}

function OneTag({ tag }: { readonly tag: TagUsage }) {
  const translate = useTranslate()
  const [today] = useState(() => localDayOf(Date.now()))
  const { data, error, refetch } = useRequest('tags.page', { id: tag.id, today })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.total === 0) return <EmptyState title={translate('tagPage.none')} />
  return (
    <>
      <TagFacts tag={tag} data={data} />
      <Part title={translate('tagPage.overTime')}>
        <MonthStrip months={data.months} silences={data.silences} color={tag.color} />
        {data.undated === 0 ? null : (
          <p className={page.help}>
            {translate('tagPage.undated', { value: formatNumber(data.undated, translate.language) })}
          </p>
        )}
      </Part>
      <div className={styles.columns}>
        <Part title={translate('tagPage.latest')}>
          <Articles articles={data.latest} />
        </Part>
        <Part title={translate('tagPage.key')}>
          <Articles articles={data.key} />
        </Part>
      </div>
      <Part title={translate('tagPage.together')}>
        <Together data={data} />
      </Part>
      <Part title={translate('tagPage.gaps')}>
        <Silences silences={data.silences} />
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Articles({ articles }: { readonly articles: readonly ArticleSummary[] }) {
  const translate = useTranslate()
  return (
    <ul className={styles.articles}>
      {articles.map((article) => (
        <li key={article.id}>
          <button
            type="button"
            lang={article.language === 'other' ? undefined : article.language}
            onClick={() => navigate({ screen: 'library', query: '', filter: NO_FILTER, article: article.id })}
          >
            {article.title}
          </button>
          <span className={page.help}>
            {[article.outlet || translate('library.untitledOutlet'), dayOfArticle(article, translate)]
              .filter((text) => text !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Together({ data }: { readonly data: TagPage }) {
  const { language } = useTranslate()
  const tags = useTagsById()
  return (
    <div className={styles.together}>
      {data.together.flatMap(({ value, count }) => {
        const other = tags.get(value)
        return other === undefined ? (
          []
        ) : (
          <Chip
            key={value}
            icon={<TagDot color={other.color} />}
            onClick={() => navigate({ screen: 'tag', options: { id: value } })}
          >
            {`${tagName(other, language)} · ${formatNumber(count, language)}`}
          </Chip>
        )
      })}
    </div>
  )
}

function Silences({ silences }: { readonly silences: readonly Silence[] }) {
  const translate = useTranslate()
  if (silences.length === 0) return <p>{translate('tagPage.noGaps')}</p>
  return (
    <ul className={styles.articles}>
      {silences.map((silence) => (
        <li key={silence.from}>
          {silenceText(silence, translate)}
          <span className={page.help}>{translate('tagPage.days', { count: silence.days })}</span>
        </li>
      ))}
    </ul>
  )
}
