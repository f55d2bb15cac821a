import { ArrowLeft, ChevronDown, ChevronUp, Download, History, Paperclip, Pencil, Tag, Trash2 } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { isAppError } from '../../../core/contract/app-error.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Article, Attachment } from '../../../core/model/article.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { formatBytes, formatDay } from '../../../core/model/locale.ts'
import type { SearchHit } from '../../../core/model/search-result.ts'
import { TAG_KINDS, tagName } from '../../../core/model/tag.ts'
import { useConnection } from '../../client/client.ts'
import { commandById } from '../../commands/registry.ts'
import { runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { IconButton } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { notify } from '../../state/toast-store.ts'
import { errorText } from '../../data/error-text.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter, currentRoute, navigate, useRoute, useRouteStore } from '../../state/route-store.ts'
import { DoubtsBar } from './doubts-bar.tsx'
import { matcherOf } from './mark-words.tsx'
import { OutsideLink } from './outside-link.tsx'
import styles from './reader.module.css'
import { showNeighbour } from './neighbours.ts'
import { WhyFound } from './why-found.tsx'

const TagSuggestions = lazy(async () => ({ default: (await import('./tag-suggestions.tsx')).TagSuggestions }))
const StoryBlock = lazy(async () => ({ default: (await import('./story-block.tsx')).StoryBlock }))
const FindVersions = lazy(async () => ({ default: (await import('../stories/more-versions.tsx')).FindVersions }))
const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }))

/** The article of the route, to be read. */
export function Reader() {
  const translate = useTranslate()
  const { article } = useRoute()
  return (
    <section className={styles.pane} aria-label={translate('library.reader')} data-pane="reader">
      {article === null ? <EmptyState title={translate('library.pickArticle')} /> : <OpenArticle id={article} />}
    </section>
  )
}

function OpenArticle({ id }: { readonly id: ArticleId }) {
  const translate = useTranslate()
  const { data, error, refetch } = useRequest('articles.read', { id }, { keepPrevious: true })
  const hit = useHit(id)
  if (isAppError(error, 'not-found')) return <EmptyState title={translate('library.articleGone')} />
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  return (
    <>
      <ReaderBar />
      <div className={styles.scroll} tabIndex={0} data-pane-focus key={data.id} role="region" aria-label={data.title}>
        <ArticleView article={data} hit={hit} />
      </div>
    </>
  )
}

/** Asks how the query found this article: for the words to mark in it and the reasons. */
function useHit(id: ArticleId): SearchHit | undefined {
  const query = useRouteStore((state) => state.route.query)
  const typing = useRouteStore((state) => state.typing)
  const argument = {
    query,
    filter: { ...NO_FILTER, ids: [id] },
    sort: 'relevance' as const,
    offset: 0,
    limit: 1,
    facets: false,
    typing,
  }
  const { data } = useRequest('search.run', argument, { enabled: query.trim() !== '' })
  return query.trim() === '' ? undefined : data?.hits[0]
}

function ReaderBar() {
  const translate = useTranslate()
  const context = useCommandContext()
  const run = (id: string) => () => runCommand(commandById(id), context)
  return (
    <div className={styles.bar} role="toolbar" aria-label={translate('library.actions')}>
      <IconButton
        label={translate('shell.back')}
        className={styles.back}
        onClick={() => navigate({ article: null }, { replace: true })}
      >
        <ArrowLeft size={16} />
      </IconButton>
      <IconButton label={translate('library.previous')} onClick={() => showNeighbour(-1)}>
        <ChevronUp size={16} />
      </IconButton>
      <IconButton label={translate('library.next')} onClick={() => showNeighbour(1)}>
        <ChevronDown size={16} />
      </IconButton>
      <span className={styles.space} />
      <IconButton label={translate('library.edit')} onClick={run('edit')}>
        <Pencil size={15} />
      </IconButton>
      <IconButton label={translate('library.tag')} onClick={run('tag')}>
        <Tag size={15} />
      </IconButton>
      <IconButton label={translate('reader.history')} onClick={run('history')}>
        <History size={15} />
      </IconButton>
      <IconButton label={translate('library.moveToTrash')} onClick={run('trash-articles')}>
        <Trash2 size={15} />
      </IconButton>
    </div>
  )
}

function ArticleView({ article, hit }: { readonly article: Article; readonly hit: SearchHit | undefined }) {
  const translate = useTranslate()
  const matcher = useMemo(() => matcherOf(hit), [hit])
  const lang = article.language === 'other' ? undefined : article.language
  const outlet = article.outlet || translate('library.untitledOutlet')
  const date =
    article.published === null ? translate('library.noDate') : formatDay(article.published, translate.language)
  return (
    <article className={styles.article}>
      <p className={styles.source}>
        {outlet} · {date}
        {article.kind === 'own' ? ` · ${translate('shell.kinds.own')}` : ''}
      </p>
      <h1 className={styles.title} lang={lang}>
        {article.title}
      </h1>
      {article.subtitle === '' ? null : (
        <p className={styles.subtitle} lang={lang}>
          {article.subtitle}
        </p>
      )}
      {article.authors.length === 0 ? null : (
        <p className={styles.source}>{translate('library.byline', { authors: article.authors.join(', ') })}</p>
      )}
      <ArticleTags article={article} />
      <DoubtsBar article={article} />
      {hit === undefined ? null : <WhyFound hit={hit} />}
      {article.summary === '' ? null : (
        <p className={styles.summary} lang={lang}>
          {article.summary}
        </p>
      )}
      <div className={styles.text} lang={lang}>
        <Suspense fallback={null}>
          <Markdown text={article.body} article={article.id} matcher={matcher} />
        </Suspense>
      </div>
      <Suspense fallback={null}>
        <TagSuggestions article={article.id} />
        {article.story === '' ? (
          <FindVersions key={article.id} ids={[article.id]} />
        ) : (
          <StoryBlock story={article.story} article={article.id} />
        )}
      </Suspense>
      <ArticleFoot article={article} />
    </article>
  )
}

function ArticleTags({ article }: { readonly article: Article }) {
  const translate = useTranslate()
  const tags = useTagsById()
  const own = TAG_KINDS.flatMap((kind) => article.tags[kind]).flatMap((id) => tags.get(id) ?? [])
  if (own.length === 0) return null
  const filterBy = (id: (typeof own)[number]['id']): void => {
    if (!currentRoute().filter.tags.includes(id)) changeFilter({ tags: [...currentRoute().filter.tags, id] })
  }
  return (
    <div className={styles.tags}>
      {own.map((tag) => (
        <Chip key={tag.id} icon={<TagDot color={tag.color} />} onClick={() => filterBy(tag.id)}>
          {tagName(tag, translate.language)}
        </Chip>
      ))}
    </div>
  )
}

function ArticleFoot({ article }: { readonly article: Article }) {
  const translate = useTranslate()
  const { imported } = article
  return (
    <footer className={styles.foot}>
      {article.url === '' ? null : (
        <p>
          {translate('library.source')}: <OutsideLink url={article.url}>{article.url}</OutsideLink>
        </p>
      )}
      {imported?.headline === undefined ? null : (
        <p>
          {translate('library.printedHeadline')}: {imported.headline}
        </p>
      )}
      {imported === null ? null : <p>{translate('library.importedFrom', { source: imported.source })}</p>}
      {article.notes === '' ? null : (
        <section>
          <h2>{translate('library.notes')}</h2>
          <p className={styles.notes}>{article.notes}</p>
        </section>
      )}
      {article.attachments.length === 0 ? null : (
        <section>
          <h2>{translate('library.attachmentsTitle')}</h2>
          <ul className={styles.attachments}>
            {article.attachments.map((attachment) => (
              <AttachmentLine key={attachment.name} article={article.id} attachment={attachment} />
            ))}
          </ul>
        </section>
      )}
    </footer>
  )
}

function AttachmentLine({ article, attachment }: { readonly article: ArticleId; readonly attachment: Attachment }) {
  const translate = useTranslate()
  const { host } = useConnection()
  const save = (): void => {
    host
      .saveAttachment(article, attachment.name)
      .catch((error: unknown) => notify(errorText(error, translate), { tone: 'error' }))
  }
  return (
    <li>
      <Paperclip size={13} aria-hidden />
      <span>{attachment.name}</span>
      <span className={styles.size}>{formatBytes(attachment.size, translate.language)}</span>
      <IconButton label={translate('library.saveAttachment', { name: attachment.name })} onClick={save}>
        <Download size={14} />
      </IconButton>
    </li>
  )
}
