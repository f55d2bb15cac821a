import { precisionOf } from '../../../core/model/calendar-day.ts'
import { formatMonth, formatYear } from '../../../core/model/locale.ts'
import type { SearchHit } from '../../../core/model/search-result.ts'
import { useTranslate } from '../../i18n.tsx'
import { useRoute } from '../../state/route-store.ts'
import styles from './month-bar.module.css'

/** The month of the topmost row, above a list in order of date. */
export function MonthBar({ hit }: { readonly hit: SearchHit | null | undefined }) {
  const translate = useTranslate()
  const { query, sort } = useRoute()
  const byDate = sort === 'newest' || sort === 'oldest' || (sort === 'relevance' && query.trim() === '')
  if (!byDate) return null
  const published = hit?.article.published
  const { language } = translate
  let text = '\u00a0'
  if (published === null) text = translate('library.noDate')
  else if (published !== undefined) {
    text = precisionOf(published) === 'year' ? formatYear(published, language) : formatMonth(published, language)
  }
  return (
    <div className={styles.bar} aria-hidden>
      {text}
    </div>
  )
}
