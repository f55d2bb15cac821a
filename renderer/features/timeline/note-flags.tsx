import { StickyNote } from 'lucide-react'
import type { CSSProperties } from 'react'
import { dayNumber } from '../../../core/model/calendar-units.ts'
import { placeOfDay, type UnitRange } from '../../../core/model/unit-range.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './density-chart.module.css'
import { periodLabel } from './units.ts'
import { changeView } from './use-timeline.ts'

/** So many notes can be told apart on a chart; the list of them all is one key away. */
const MOST_FLAGS = 40
/** Later than this a text stands before its place, where there is room. */
const LATE = 0.8

/** The office's notes on the days in view, each at its place below the bars. */
export function NoteFlags({ range }: { readonly range: UnitRange }) {
  const translate = useTranslate()
  const { data = [] } = useRequest('timeline.notes', {})
  const flags = data
    .map((note) => ({
      ...note,
      start: placeOfDay(dayNumber(note.from), range),
      end: placeOfDay(dayNumber(note.to) + 1, range),
    }))
    .filter(({ start, end }) => start < 1 && end > 0)
    .slice(0, MOST_FLAGS)
  if (flags.length === 0) return null
  return (
    <div className={styles.flags}>
      {flags.map(({ id, from, to, text, start }) => {
        const label = `${periodLabel(from, to, translate)}: ${text}`
        return (
          <button
            key={id}
            type="button"
            className={styles.flag}
            data-side={start > LATE ? 'left' : 'right'}
            style={placeOf(Math.max(0, start))}
            aria-label={label}
            title={label}
            onClick={() => changeView({ mode: 'moments' })}
          >
            <StickyNote size={12} aria-hidden />
            <span>{text}</span>
          </button>
        )
      })}
    </div>
  )
}

function placeOf(start: number): CSSProperties {
  return start > LATE
    ? { right: `${(1 - start) * 100}%`, maxWidth: `${start * 100}%` }
    : { left: `${start * 100}%`, maxWidth: `${(1 - start) * 100}%` }
}
