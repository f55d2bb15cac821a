import { CalendarOff, HeartPulse, Inbox, Layers, Newspaper, Settings, Tags, Trash2 } from 'lucide-react'
import { useState, type DragEvent, type ReactNode } from 'react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { classNames } from '../../components/class-names.ts'
import { useTranslate } from '../../i18n.tsx'
import { setDrawerOpen } from '../../state/pane-store.ts'
import { isFilterEmpty, navigate, useRoute } from '../../state/route-store.ts'
import { clearSelection } from '../../state/selection-store.ts'
import type { Route } from '../../route.ts'
import { trashArticles } from '../library/article-acts.ts'
import { acceptsDrag, droppedArticles } from '../library/dragged-articles.ts'
import { SCREEN_COMPONENTS } from '../screens.ts'
import { SidebarSearches } from './sidebar-searches.tsx'
import { SidebarTags } from './sidebar-tags.tsx'
import styles from './sidebar.module.css'

/** Goes somewhere from the sidebar: a new view begins without marks, and the drawer closes. */
export function goFromSidebar(change: Partial<Route>): void {
  clearSelection()
  setDrawerOpen(false)
  navigate(change)
}

/** Collections and tags. */
export function Sidebar({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const { screen, query, filter } = useRoute()
  const context = useCommandContext()
  const isAll = screen === 'library' && query === '' && isFilterEmpty(filter)
  return (
    <nav className={styles.sidebar} aria-label={translate('shell.sidebar')} data-pane="sidebar">
      <ul>
        <Entry
          icon={<Newspaper size={16} aria-hidden />}
          label={translate('shell.allArticles')}
          count={archive.articles}
          current={isAll}
          onClick={() => goFromSidebar({ screen: 'library', query: '', filter: NO_FILTER, article: null })}
        />
        <Entry
          icon={<Inbox size={16} aria-hidden />}
          label={translate('shell.reviewQueue')}
          count={archive.doubtful}
          current={screen === 'review'}
          onClick={() => goFromSidebar({ screen: 'review', article: null })}
        />
        <Entry
          icon={<CalendarOff size={16} aria-hidden />}
          label={translate('shell.undatedArticles')}
          current={screen === 'library' && filter.undated}
          onClick={() =>
            goFromSidebar({ screen: 'library', query: '', filter: { ...NO_FILTER, undated: true }, article: null })
          }
        />
        <Entry
          icon={<Trash2 size={16} aria-hidden />}
          label={translate('shell.trash')}
          count={archive.trashed}
          current={screen === 'trash'}
          onClick={() => goFromSidebar({ screen: 'trash', article: null })}
          onDropArticles={(ids) => runAct(() => trashArticles(context, ids), context)}
        />
      </ul>
      <SidebarSearches />
      <SidebarTags />
      <ul className={styles.end}>
        {SCREEN_COMPONENTS.tags === undefined ? null : (
          <Entry
            icon={<Tags size={16} aria-hidden />}
            label={translate('shell.manageTags')}
            current={screen === 'tags'}
            onClick={() => goFromSidebar({ screen: 'tags' })}
          />
        )}
        <Entry
          icon={<Layers size={16} aria-hidden />}
          label={translate('stories.title')}
          current={screen === 'stories'}
          onClick={() => goFromSidebar({ screen: 'stories', options: {} })}
        />
        <Entry
          icon={<HeartPulse size={16} aria-hidden />}
          label={translate('archive.title')}
          current={screen === 'archive'}
          onClick={() => goFromSidebar({ screen: 'archive', article: null })}
        />
        <Entry
          icon={<Settings size={16} aria-hidden />}
          label={translate('shell.settings')}
          current={screen === 'settings'}
          onClick={() => goFromSidebar({ screen: 'settings' })}
        />
      </ul>
    </nav>
  )
}

interface EntryProps {
  readonly icon: ReactNode
  readonly label: string
  readonly count?: number
  readonly current: boolean
  readonly onClick: () => void
  /** Articles of the list may be dropped here. */
  readonly onDropArticles?: (ids: readonly ArticleId[]) => void
}

/** One line of the sidebar. */
export function Entry({ icon, label, count, current, onClick, onDropArticles }: EntryProps) {
  const { language } = useTranslate()
  const [target, setTarget] = useState(false)
  const drop = (event: DragEvent): void => {
    setTarget(false)
    onDropArticles?.(droppedArticles(event))
  }
  const dropHandlers =
    onDropArticles === undefined
      ? {}
      : {
          onDragOver: (event: DragEvent) => setTarget(acceptsDrag(event)),
          onDragLeave: () => setTarget(false),
          onDrop: drop,
        }
  return (
    <li>
      <button
        type="button"
        className={classNames(styles.entry, target && styles.target)}
        aria-current={current ? 'true' : undefined}
        onClick={onClick}
        {...dropHandlers}
      >
        {icon}
        <span className={styles.label} title={label}>
          {label}
        </span>
        {count === undefined ? null : <span className={styles.count}>{formatNumber(count, language)}</span>}
      </button>
    </li>
  )
}
