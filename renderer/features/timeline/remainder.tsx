import { CalendarX2 } from 'lucide-react'
import type { Timeline } from '../../../core/model/timeline.ts'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter, currentRoute, navigate } from '../../state/route-store.ts'
import styles from './timeline-screen.module.css'

/** Articles that stand in no bar are counted and named, never dropped. */
export function Remainder({ timeline }: { readonly timeline: Timeline }) {
  const translate = useTranslate()
  const { undated, imprecise, outside } = timeline
  const withoutDate = undated + outside.undated
  if (withoutDate + imprecise + outside.dated === 0) return null
  return (
    <p className={styles.remainder}>
      <CalendarX2 size={14} aria-hidden />
      {withoutDate === 0 ? null : (
        <button type="button" onClick={showUndated}>
          {translate('timeline.undated', { count: withoutDate })}
        </button>
      )}
      {imprecise === 0 ? null : <span>{translate('timeline.imprecise', { count: imprecise })}</span>}
      {outside.dated === 0 ? null : (
        <button type="button" onClick={() => changeFilter({ from: null, to: null })}>
          {translate('timeline.outside', { count: outside.dated })}
        </button>
      )}
    </p>
  )
}

function showUndated(): void {
  navigate({ screen: 'library', filter: { ...currentRoute().filter, from: null, to: null, undated: true } })
}
