import { useState, type KeyboardEvent } from 'react'
import { formatNumber } from '../../../core/model/locale.ts'
import type { LaneField, Timeline, TimelineLane } from '../../../core/model/timeline.ts'
import { Button } from '../../components/button.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTranslate } from '../../i18n.tsx'
import { Axis } from './density-chart.tsx'
import styles from './lane-chart.module.css'
import { laneLabel } from './lane-label.ts'
import { movedCursor, unitUnder } from './move-cursor.ts'
import { openLane } from './open-unit.ts'
import { countsOf, lastCounted, unitLabel, type UnitRange } from './units.ts'

const HEIGHT = 30
/** Lanes shown at once; the rest on request. */
const LANES_STEP = 30

interface LaneChartProps {
  readonly timeline: Timeline
  readonly range: UnitRange
  readonly field: LaneField
}

/** One row for each initiative, partner or outlet: cells sized by count. Up and down change the lane, Enter opens a cell. */
export function LaneChart({ timeline, range, field }: LaneChartProps) {
  const translate = useTranslate()
  const [shown, setShown] = useState(LANES_STEP)
  const lanes = timeline.lanes.filter((lane) => lane.id !== '')
  const most = Math.max(1, ...lanes.flatMap((lane) => lane.buckets.map(({ count }) => count)))
  const hidden = lanes.length - shown
  return (
    <section className={styles.chart} aria-label={translate(`timeline.laneFields.${field}`)}>
      <h2 className={styles.title}>{translate(`timeline.laneFields.${field}`)}</h2>
      <div className={styles.head} aria-hidden>
        <Axis range={range} />
      </div>
      <ul>
        {lanes.slice(0, shown).map((lane) => (
          <Lane key={lane.id} lane={lane} range={range} field={field} most={most} />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button look="quiet" onClick={() => setShown(shown + LANES_STEP)}>
          {translate('timeline.moreLanes', { count: hidden })}
        </Button>
      ) : null}
    </section>
  )
}

interface LaneProps {
  readonly lane: TimelineLane
  readonly range: UnitRange
  readonly field: LaneField
  readonly most: number
}

function Lane({ lane, range, field, most }: LaneProps) {
  const translate = useTranslate()
  const { grain, first, last } = range
  const counts = countsOf(lane.buckets, grain)
  const [chosen, setCursor] = useState<number | null>(null)
  const cursor = Math.max(first, Math.min(last, chosen ?? lastCounted(counts) ?? last))
  const units = last - first + 1
  const name = laneLabel(lane, field, translate)
  const reading = translate('timeline.unitOfLane', {
    count: counts.get(cursor) ?? 0,
    period: unitLabel(cursor, grain, translate),
    lane: name,
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedCursor(event.key, cursor, range)
    if (next !== null) setCursor(next)
    else if (event.key === 'Enter') openLane(field, lane, cursor, grain)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') focusLane(event.currentTarget, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li className={styles.lane}>
      <span className={styles.name} title={name}>
        {lane.color === null ? null : <TagDot color={lane.color} />}
        <span className={styles.nameText}>{name}</span>
        <span className={styles.total}>{formatNumber(lane.total, translate.language)}</span>
      </span>
      <div
        className={styles.cells}
        role="slider"
        tabIndex={0}
        data-lane
        aria-label={name}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={cursor}
        aria-valuetext={reading}
        title={chosen === null ? name : reading}
        onKeyDown={onKeyDown}
        onFocus={() => setCursor(cursor)}
        onPointerMove={(event) => setCursor(unitUnder(event, range))}
        onPointerLeave={() => setCursor(null)}
        onClick={() => openLane(field, lane, cursor, grain)}
      >
        <svg viewBox={`0 0 ${units} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          <line className={styles.base} x1={0} x2={units} y1={HEIGHT / 2} y2={HEIGHT / 2} />
          <path
            className={styles.cell}
            style={lane.color === null ? undefined : { '--tag': lane.color }}
            d={cellsPath(counts, range, most)}
          />
          {chosen === null ? null : (
            <rect className={styles.cursor} x={cursor - first} y={0} width={1} height={HEIGHT} />
          )}
        </svg>
      </div>
    </li>
  )
}

/** Moves the focus to the lane above or below. */
function focusLane(lane: Element, key: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-lane]')]
  const place = all.findIndex((other) => other === lane)
  all[place + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}

/** All cells of a lane as one shape, centred on its line; heights grow with the root of the count. */
function cellsPath(counts: ReadonlyMap<number, number>, { first, last }: UnitRange, most: number): string {
  const parts: string[] = []
  for (const [unit, count] of counts) {
    if (unit < first || unit > last || count === 0) continue
    const height = 8 + Math.sqrt(count / most) * (HEIGHT - 10)
    const top = ((HEIGHT - height) / 2).toFixed(2)
    parts.push(`M${(unit - first + 0.06).toFixed(2)} ${top}h0.88v${height.toFixed(2)}h-0.88z`)
  }
  return parts.join('')
}
