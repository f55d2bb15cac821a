import { History } from 'lucide-react'
import { classNames } from '../../components/class-names.ts'
import { useTranslate } from '../../i18n.tsx'
import options from '../../components/options.module.css'
import styles from './recent-searches.module.css'

/** Id of the list, for the field that controls it. */
export const RECENT_LIST = 'recent-searches'

/** Id of one line, for the field's `aria-activedescendant`. */
export function recentId(place: number): string {
  return `${RECENT_LIST}-${String(place)}`
}

interface RecentSearchesProps {
  readonly queries: readonly string[]
  /** Line that the arrow keys reached, or -1. The line after the last query clears them all. */
  readonly active: number
  readonly onPick: (place: number) => void
}

/** What this user searched for last, below the empty field. The focus stays in the field. */
export function RecentSearches({ queries, active, onPick }: RecentSearchesProps) {
  const translate = useTranslate()
  const lines = [...queries, translate('search.forget')]
  return (
    <div className={styles.popup}>
      <div className={options.label} aria-hidden>
        {translate('search.recent')}
      </div>
      <div id={RECENT_LIST} role="listbox" aria-label={translate('search.recent')}>
        {lines.map((line, place) => (
          <div
            key={place}
            id={recentId(place)}
            role="option"
            aria-selected={place === active}
            className={classNames(options.option, place === queries.length && options.hint)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(place)}
          >
            {place < queries.length ? <History size={14} aria-hidden /> : null}
            <span className={options.text}>{line}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
