import { Bookmark, CircleHelp, Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { commandById } from '../../commands/registry.ts'
import { runCommand, useCommandContext } from '../../commands/use-commands.ts'
import { IconButton } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { currentRoute, isFilterEmpty, navigate, useRoute } from '../../state/route-store.ts'
import { clearSelection } from '../../state/selection-store.ts'
import { focusPane } from '../shell/panes.ts'
import { RECENT_LIST, RecentSearches, recentId } from './recent-searches.tsx'
import styles from './search-box.module.css'
import { useRecentSearches } from './use-recent-searches.ts'

const PAUSE_MS = 60

/** Screens whose content answers the query; from others a search leads to the library. */
const SEARCHED_SCREENS = new Set(['library', 'timeline'])

function search(query: string, typing: boolean): void {
  const route = currentRoute()
  const screen = SEARCHED_SCREENS.has(route.screen) ? route.screen : 'library'
  clearSelection()
  // One search is one step of the history, however many letters it took.
  const begins = route.query === '' && query !== ''
  navigate({ query, screen, sort: begins ? 'relevance' : route.sort }, { replace: !begins, typing })
}

/** The search of the top bar: answers while one types. */
export function SearchBox() {
  const translate = useTranslate()
  const { query } = useRoute()
  const [text, setText] = useState(query)
  const sent = useRef(query)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    // Only a query from elsewhere (back, a link, a chip) goes into the field: what is being typed is the user's.
    if (query !== sent.current) setText(query)
    sent.current = query
  }, [query])
  const send = (next: string, typing: boolean): void => {
    clearTimeout(timer.current)
    sent.current = next
    search(next, typing)
  }
  const type = (next: string): void => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(next, true), PAUSE_MS)
  }
  const clear = (): void => {
    setText('')
    send('', false)
  }
  const recent = useRecentSearches(text === '')
  const settle = (next: string): void => {
    setText(next)
    send(next, false)
    recent.remember(next)
    focusPane('list')
  }
  const pickRecent = (place: number): void => {
    const picked = recent.pick(place)
    if (picked !== null) settle(picked)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      if (recent.active >= 0) pickRecent(recent.active)
      else settle(text)
    } else if (event.key === 'ArrowDown') {
      if (!recent.move(1)) focusPane('list')
    } else if (event.key === 'ArrowUp') {
      if (!recent.move(-1)) return
    } else if (event.key === 'Escape') {
      if (recent.queries !== null) recent.close()
      else if (text === '') focusPane('list')
      else clear()
    } else return
    event.preventDefault()
  }
  return (
    <search className={styles.box}>
      <Search size={15} className={styles.icon} aria-hidden />
      <input
        type="search"
        role="combobox"
        className={styles.field}
        data-search-field
        value={text}
        placeholder={translate('shell.searchPlaceholder')}
        aria-label={translate('shell.search')}
        aria-expanded={recent.queries !== null}
        aria-controls={recent.queries === null ? undefined : RECENT_LIST}
        aria-activedescendant={recent.active >= 0 ? recentId(recent.active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onFocus={recent.open}
        onBlur={() => {
          recent.close()
          recent.remember(text)
        }}
        onKeyDown={onKeyDown}
      />
      <SaveButton />
      {text === '' ? (
        <IconButton label={translate('search.help')} onClick={() => openDialog({ name: 'search-help' })}>
          <CircleHelp size={15} />
        </IconButton>
      ) : (
        <IconButton label={translate('shell.clearSearch')} onClick={clear}>
          <X size={15} />
        </IconButton>
      )}
      {recent.queries === null ? null : (
        <RecentSearches queries={recent.queries} active={recent.active} onPick={pickRecent} />
      )}
    </search>
  )
}

/** Keeps the search on the screen under a name; absent where there is none. */
function SaveButton() {
  const translate = useTranslate()
  const context = useCommandContext()
  const { screen, query, filter } = useRoute()
  if (!SEARCHED_SCREENS.has(screen) || (query.trim() === '' && isFilterEmpty(filter))) return null
  return (
    <IconButton
      label={`${translate('search.saveSearch')} (Ctrl+S)`}
      onClick={() => runCommand(commandById('save-search'), context)}
    >
      <Bookmark size={15} />
    </IconButton>
  )
}
