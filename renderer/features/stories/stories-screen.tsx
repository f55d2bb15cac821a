import type { ReactNode } from 'react'
import type { ArticleSummary } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { StorySummary } from '../../../core/model/story.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import layout from '../../components/list-and-panel.module.css'
import { RowList } from '../../components/row-list.tsx'
import { SwitchRow } from '../../components/switch-row.tsx'
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
    <section className={layout.screen} data-wide-panel aria-labelledby="stories-title">
      <div className={layout.list} data-pane="list" tabIndex={-1}>
        <h1 id="stories-title">{translate('stories.title')}</h1>
        <p className={styles.help}>{translate('stories.help')}</p>
        <div className={styles.views}>
          <SwitchRow
            label={translate('stories.title')}
            value={view}
            choices={VIEWS.map((value) => ({ value, label: translate(`stories.views.${value}`) }))}
            onChange={(value) => show({ view: value })}
          />
        </div>
        {view === 'all' ? <AllStories chosen={story} onChoose={(id) => show({ story: id })} /> : null}
        {view === 'silent' ? <SilentReleases chosen={silent} onChoose={(id) => show({ article: id })} /> : null}
        {view === 'proposals' ? <StoryProposals onLinked={(id) => show({ story: id })} /> : null}
      </div>
      <div className={layout.panel} data-pane="reader" tabIndex={-1}>
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

function Rows(list: RowsProps) {
  return (
    <RowList rowHeight={ROW_HEIGHT} rowClass={styles.row} {...list}>
      {({ title, about }) => (
        <>
          <span className={styles.rowTitle}>{title}</span>
          <span className={styles.help}>{about}</span>
        </>
      )}
    </RowList>
  )
}
