import { useState, type KeyboardEvent } from 'react'
import { formatNumber } from '../../../core/model/locale.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import { useTranslate } from '../../i18n.tsx'
import { axisMarks } from './axis-marks.ts'
import styles from './density-chart.module.css'
import { movedCursor, unitUnder } from './move-cursor.ts'
import { goInto, goUp } from './open-unit.ts'
import { countsOf, lastCounted, unitLabel, type UnitRange } from './units.ts'

const HEIGHT = 100

interface DensityChartProps {
  readonly timeline: Timeline
  readonly range: UnitRange
}

/** Articles by unit: the whole archive pale, query and filter dark. One stop of the Tab key; arrows move inside. */
export function DensityChart({ timeline, range }: DensityChartProps) {
  const translate = useTranslate()
  const { grain, first, last } = range
  const counts = countsOf(timeline.buckets, grain)
  const background = countsOf(timeline.background, grain)
  const [chosen, setCursor] = useState<number | null>(null)
  const cursor = Math.max(first, Math.min(last, chosen ?? lastCounted(counts) ?? last))
  const units = last - first + 1
  const most = mostIn(background, counts, range)
  const label = translate('timeline.unit', {
    count: counts.get(cursor) ?? 0,
    period: unitLabel(cursor, grain, translate),
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedCursor(event.key, cursor, range)
    if (next !== null) setCursor(next)
    else if (event.key === 'Enter') goInto(cursor, grain)
    else if (event.key === 'Backspace') goUp()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className={styles.chart} aria-label={translate('timeline.detail')}>
      <p className={styles.reading}>
        <span className={styles.most}>{formatNumber(most, translate.language)}</span>
        <output>{chosen === null ? '' : label}</output>
      </p>
      <div
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={translate('timeline.detail')}
        aria-description={translate('timeline.detailHelp')}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={cursor}
        aria-valuetext={label}
        onKeyDown={onKeyDown}
        onFocus={() => setCursor(cursor)}
        onPointerMove={(event) => setCursor(unitUnder(event, range))}
        onClick={() => goInto(cursor, grain)}
      >
        <svg viewBox={`0 0 ${units} ${HEIGHT}`} preserveAspectRatio="none" className={styles.bars} aria-hidden>
          <path className={styles.pale} d={barsPath(background, range, most)} />
          <path className={styles.dark} d={barsPath(counts, range, most)} />
          {chosen === null ? null : (
            <rect className={styles.cursor} x={cursor - first} y={0} width={1} height={HEIGHT} />
          )}
        </svg>
      </div>
      <Axis range={range} />
    </section>
  )
}

function mostIn(
  background: ReadonlyMap<number, number>,
  counts: ReadonlyMap<number, number>,
  { first, last }: UnitRange,
): number {
  let most = 1
  for (let unit = first; unit <= last; unit += 1) {
    most = Math.max(most, background.get(unit) ?? 0, counts.get(unit) ?? 0)
  }
  return most
}

/** All bars as one shape: the number of elements does not grow with the number of units. */
function barsPath(counts: ReadonlyMap<number, number>, { first, last }: UnitRange, most: number): string {
  const parts: string[] = []
  for (const [unit, count] of counts) {
    if (unit < first || unit > last || count === 0) continue
    const height = Math.max(1.5, (count / most) * HEIGHT)
    parts.push(`M${(unit - first + 0.08).toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h0.84V${HEIGHT}z`)
  }
  return parts.join('')
}

/** Names under a chart, as many as fit. */
export function Axis({ range }: { readonly range: UnitRange }) {
  const { language } = useTranslate()
  return (
    <div className={styles.axis} aria-hidden>
      {axisMarks(range, language).map(({ place, label }) => (
        <span key={place} style={{ left: `${place * 100}%` }}>
          {label}
        </span>
      ))}
    </div>
  )
}
