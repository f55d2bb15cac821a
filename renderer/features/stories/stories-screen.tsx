import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { StorySummary } from '../../../core/model/story.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { placeText } from './member-text.ts'
import { StoryPanel } from './story-panel.tsx'
import { StoryProposals } from './story-proposals.tsx'
import { FindVersions } from './more-versions.tsx'
import styles from './stories-screen.module.css'

const VIEWS = ['all', 'silent', 'proposals'] as const
const ROW_HEIGHT = 52

/** Stories of the current search: all of them, releases that nobody took up, and what may be a story. */
export function StoriesScreen() {
  const translate = useTranslate()
  const { options } = useRoute()
  const view = VIEWS.find((name) => name === options['view']) ?? 'all'
  const story = options['story'] ?? ''
  const silent = options['article'] ?? ''
  const show = (next: Readonly<Record<string, string>>): void =>
    navigate({ options: { view, ...next } }, { replace: true })
  return (
    <section className={styles.screen} aria-labelledby="stories-title">
      <div className={styles.list} data-pane="list" tabIndex={-1}>
        <h1 id="stories-title">{translate('stories.title')}</h1>
        <p className={styles.help}>{translate('stories.help')}</p>
        <div className={styles.views} role="group" aria-label={translate('stories.title')}>
          {VIEWS.map((name) => (
            <button key={name} type="button" aria-pressed={name === view} onClick={() => show({ view: name })}>
              {translate(`stories.views.${name}`)}
            </button>
          ))}
        </div>
        {view === 'all' ? <AllStories chosen={story} onChoose={(id) => show({ story: id })} /> : null}
        {view === 'silent' ? <SilentReleases chosen={silent} onChoose={(id) => show({ article: id })} /> : null}
        {view === 'proposals' ? <StoryProposals onLinked={(id) => show({ story: id })} /> : null}
      </div>
      <div className={styles.panel} data-pane="reader" tabIndex={-1}>
        {view === 'silent' ? (
          <SilentPanel article={silent} />
        ) : story === '' ? (
          <EmptyState title={translate('stories.choose')} />
        ) : (
          <StoryPanel story={story} />
        )}
      </div>
    </section>
  )
}

interface ListProps {
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

function AllStories({ chosen, onChoose }: ListProps) {
  const translate = useTranslate()
  const { query, filter } = useRoute()
  const { data, error, refetch } = useRequest('stories.list', { query, filter }, { keepPrevious: true })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.length === 0) {
    return <EmptyState title={translate('stories.empty')}>{translate('stories.emptyHelp')}</EmptyState>
  }
  return (
    <Rows
      label={translate('stories.views.all')}
      rows={(data ?? []).map((story) => ({ id: story.id, title: story.title, about: aboutStory(story, translate) }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

function SilentReleases({ chosen, onChoose }: ListProps) {
  const translate = useTranslate()
  const { query, filter } = useRoute()
  const { data, error, refetch } = useRequest('stories.silent', { query, filter }, { keepPrevious: true })
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.length === 0) return <EmptyState title={translate('stories.silentEmpty')} />
  return (
    <>
      <p className={styles.help}>{translate('stories.silentHelp')}</p>
      <Rows
        label={translate('stories.views.silent')}
        rows={(data ?? []).map((article) => ({
          id: article.id,
          title: article.title,
          about: placeText(article, translate),
        }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </>
  )
}

function SilentPanel({ article }: { readonly article: string }): ReactNode {
  const translate = useTranslate()
  const { query, filter } = useRoute()
  const { data } = useRequest('stories.silent', { query, filter }, { keepPrevious: true })
  const chosen = data?.find(({ id }) => id === article)
  if (chosen === undefined) return <EmptyState title={translate('stories.choose')} />
  return <SilentRelease key={chosen.id} article={chosen} />
}

function SilentRelease({ article }: { readonly article: ArticleSummary }) {
  const translate = useTranslate()
  return (
    <>
      <h2 className={styles.storyTitle}>
        <button
          type="button"
          className={styles.link}
          onClick={() => navigate({ screen: 'library', article: article.id })}
        >
          {article.title}
        </button>
      </h2>
      <p className={styles.help}>{placeText(article, translate)}</p>
      <FindVersions ids={[article.id]} />
    </>
  )
}

function aboutStory({ members, own, coverage, first, last }: StorySummary, translate: Translate): string {
  const { language } = translate
  const days = [first, last].flatMap((day) => (day === null ? [] : [formatDay(day, language)]))
  return [
    translate('stories.members', { count: members }),
    translate('stories.sums', { own: String(own), coverage: String(coverage) }),
    [...new Set(days)].join(' – '),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

interface RowsProps extends ListProps {
  readonly label: string
  readonly rows: readonly { readonly id: string; readonly title: string; readonly about: string }[]
}

/** Only the rows in sight are in the page. */
function Rows({ label, rows, chosen, onChoose }: RowsProps) {
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const place = rows.findIndex(({ id }) => id === chosen)
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={place < 0 ? undefined : `story-row-${place}`}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        const next = Math.max(0, Math.min(rows.length - 1, place + step))
        virtual.scrollToIndex(next)
        const row = rows[next]
        if (row !== undefined) onChoose(row.id)
      }}
    >
      <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={row.id}
              id={`story-row-${index}`}
              className={styles.row}
              role="option"
              aria-selected={row.id === chosen}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(row.id)}
            >
              <span className={styles.rowTitle}>{row.title}</span>
              <span className={styles.help}>{row.about}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
