import { Suspense } from 'react'
import type { ArchiveSummary } from '../../../core/contract/results.ts'
import { useCommandKeys } from '../../commands/use-commands.ts'
import { Splitter } from '../../components/splitter.tsx'
import { useTranslate } from '../../i18n.tsx'
import { setDrawerOpen, setPaneWidth, SIDEBAR_LIMITS, usePaneStore } from '../../state/pane-store.ts'
import { useRoute } from '../../state/route-store.ts'
import { Dialogs } from '../dialogs.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { SCREEN_COMPONENTS } from '../screens.ts'
import { focusPane } from './panes.ts'
import { ReadOnlyBanner } from './read-only-banner.tsx'
import { Sidebar } from './sidebar.tsx'
import styles from './shell.module.css'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame round every screen of an open archive. */
export function Shell({ archive }: { readonly archive: ArchiveSummary }) {
  const translate = useTranslate()
  const { screen } = useRoute()
  const { sidebar, drawerOpen } = usePaneStore()
  useCommandKeys()
  const Screen = SCREEN_COMPONENTS[screen] ?? LibraryScreen
  return (
    <div className={styles.shell} data-drawer={drawerOpen}>
      <button type="button" className={styles.skip} onClick={() => focusPane('list')}>
        {translate('shell.skipToList')}
      </button>
      <TopBar archive={archive} />
      <ReadOnlyBanner archive={archive} />
      <div className={styles.panes}>
        {drawerOpen ? <div className={styles.shade} onClick={() => setDrawerOpen(false)} aria-hidden /> : null}
        <div className={styles.sidebar} style={{ width: sidebar }}>
          <Sidebar archive={archive} />
        </div>
        <main className={styles.main}>
          <Splitter
            label={translate('shell.resizeSidebar')}
            value={sidebar}
            limits={SIDEBAR_LIMITS}
            onChange={(next) => setPaneWidth('sidebar', next)}
          />
          <div className={styles.screen}>
            <Suspense fallback={null}>
              <Screen />
            </Suspense>
          </div>
        </main>
      </div>
      <StatusBar archive={archive} />
      <Dialogs />
    </div>
  )
}
