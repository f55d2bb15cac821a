import { CircleHelp, Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { IconButton } from '../../components/button.tsx'
import { useTranslate } from '../../i18n.tsx'
import { openDialog } from '../../state/dialog-store.ts'
import { currentRoute, navigate, useRoute } from '../../state/route-store.ts'
import { clearSelection } from '../../state/selection-store.ts'
import { focusPane } from '../shell/panes.ts'
import styles from './search-box.module.css'

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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      send(text, false)
      focusPane('list')
    } else if (event.key === 'ArrowDown') focusPane('list')
    else if (event.key === 'Escape') {
      if (text === '') focusPane('list')
      else clear()
    } else return
    event.preventDefault()
  }
  return (
    <search className={styles.box}>
      <Search size={15} className={styles.icon} aria-hidden />
      <input
        type="search"
        className={styles.field}
        data-search-field
        value={text}
        placeholder={translate('shell.searchPlaceholder')}
        aria-label={translate('shell.search')}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <IconButton label={translate('search.help')} onClick={() => openDialog({ name: 'search-help' })}>
          <CircleHelp size={15} />
        </IconButton>
      ) : (
        <IconButton label={translate('shell.clearSearch')} onClick={clear}>
          <X size={15} />
        </IconButton>
      )}
    </search>
  )
}
