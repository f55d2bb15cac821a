import { Menu } from '@base-ui/react/menu'
import { Bookmark, Ellipsis } from 'lucide-react'
import type { SavedSearch } from '../../../core/model/saved-search.ts'
import { compareText } from '../../../core/model/locale.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import menu from '../../components/menu.module.css'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { useRoute } from '../../state/route-store.ts'
import { deleteSearch, isSameSearch } from '../search/saved-search-acts.ts'
import { goFromSidebar } from './sidebar.tsx'
import styles from './sidebar.module.css'

/** The searches that the office keeps under a name. */
export function SidebarSearches() {
  const translate = useTranslate()
  const { data = [] } = useRequest('searches.list', {})
  if (data.length === 0) return null
  const compare = compareText(translate.language)
  return (
    <section aria-labelledby="saved-searches">
      <h2 id="saved-searches" className={styles.title}>
        {translate('search.saved')}
      </h2>
      <ul>
        {data
          .toSorted((left, right) => compare(left.name, right.name))
          .map((search) => (
            <SearchEntry key={search.id} search={search} />
          ))}
      </ul>
    </section>
  )
}

function SearchEntry({ search }: { readonly search: SavedSearch }) {
  const route = useRoute()
  const shown = route.screen === 'library' || route.screen === 'timeline'
  const { query, filter, sort } = search
  return (
    <li className={styles.withActs}>
      <button
        type="button"
        className={styles.entry}
        aria-current={shown && isSameSearch(route, search) ? 'true' : undefined}
        onClick={() =>
          goFromSidebar({
            screen: route.screen === 'timeline' ? 'timeline' : 'library',
            query,
            filter,
            sort,
            article: null,
          })
        }
      >
        <Bookmark size={15} aria-hidden />
        <span className={styles.label} title={search.name}>
          {search.name}
        </span>
      </button>
      <SearchActs search={search} />
    </li>
  )
}

function SearchActs({ search }: { readonly search: SavedSearch }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const label = translate('search.acts', { name: search.name })
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={styles.acts} aria-label={label} title={label}>
        <Ellipsis size={14} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={menu.positioner} align="start" sideOffset={4}>
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={() => openDialog({ name: 'save-search', search })}>
              {translate('search.rename')}
            </Menu.Item>
            <Menu.Item className={menu.item} onClick={() => runAct(() => deleteSearch(context, search), context)}>
              {translate('search.delete')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
