import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { axisMarks } from '../../../core/model/axis-marks.ts'
import { barHeight, stackBoxes } from '../../../core/model/bar-heights.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { segmentColors } from '../../../core/model/segment-color.ts'
import type { Timeline } from '../../../core/model/timeline.ts'
import { countsOf, daysOf, type UnitRange } from '../../../core/model/unit-range.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './density-chart.module.css'
import { movedCursor, shareAt, unitAt } from './move-cursor.ts'
import { NoteFlags } from './note-flags.tsx'
import { goInto, goToDays, goUp, openDays, showPeriod } from './open-unit.ts'
import { zoomed } from './periods.ts'
import type { Shown } from './shown-range.ts'
import { FINER, lastCounted, periodLabel, unitLabel } from './units.ts'
import { useGestures, type Band } from './use-gestures.ts'

const HEIGHT = 100
const ZOOM_STEP = 2

interface DensityChartProps {
  readonly timeline: Timeline
  readonly shown: Shown
  readonly logScale: boolean
}

interface Cursor {
  readonly unit: number
  /** The other end of a stretch chosen by Shift and arrows; the same unit where there is none. */
  readonly anchor: number
}

/** Articles by unit: the whole archive pale, query and filter dark. One stop of the Tab key; arrows move inside. */
export function DensityChart({ timeline, shown, logScale }: DensityChartProps) {
  const translate = useTranslate()
  const { range } = shown
  const { grain, first, last } = range
  const frame = useRef<HTMLDivElement>(null)
  const band = useGestures(frame, shown)
  const counts = useMemo(() => countsOf(timeline.buckets, grain), [timeline.buckets, grain])
  const most = useMost(timeline, range)
  const [chosen, setChosen] = useState<Cursor | null>(null)
  const clamp = (unit: number): number => Math.max(first, Math.min(last, unit))
  const unit = clamp(chosen?.unit ?? lastCounted(counts) ?? last)
  const anchor = clamp(chosen?.anchor ?? unit)
  const label = useCursorLabel(counts, { unit, anchor }, range)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedCursor(event.key, unit, range)
    if (next !== null) setChosen({ unit: next, anchor: event.shiftKey ? anchor : next })
    else if (!actOnKey(event, { unit, anchor }, shown)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className={styles.chart} aria-label={translate('timeline.detail')}>
      <p className={styles.reading}>
        <span>{formatNumber(most, translate.language)}</span>
        <output>{chosen === null ? '' : label}</output>
      </p>
      <div
        ref={frame}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={translate('timeline.detail')}
        aria-description={translate('timeline.detailHelp')}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={unit}
        aria-valuetext={label}
        onKeyDown={onKeyDown}
        onFocus={() => setChosen({ unit, anchor })}
        onPointerMove={(event) => {
          const under = unitAt(shareAt(event.currentTarget, event.clientX), range)
          if (under !== chosen?.unit) setChosen({ unit: under, anchor: under })
        }}
        onClick={() => goInto(unit, grain)}
      >
        <Bars timeline={timeline} range={range} most={most} logScale={logScale} />
        {chosen === null ? null : (
          <Overlay
            className={styles.cursor}
            band={stretchOf({ from: Math.min(unit, anchor), to: Math.max(unit, anchor) }, range)}
          />
        )}
        {band === null ? null : <Overlay className={styles.band} band={band} />}
      </div>
      <Axis range={range} />
      <NoteFlags range={range} />
    </section>
  )
}

/** Keys that do something at the cursor. False for keys that mean nothing here. */
function actOnKey(event: KeyboardEvent, { unit, anchor }: Cursor, { range, period, bounds }: Shown): boolean {
  const { grain } = range
  const from = daysOf(Math.min(unit, anchor), grain).from
  const to = daysOf(Math.max(unit, anchor), grain).to
  switch (event.key) {
    case 'Enter':
      if (event.ctrlKey) openDays({ from, to })
      else if (unit === anchor) goInto(unit, grain)
      else goToDays({ from, to }, FINER[grain])
      return true
    case 'Backspace':
      goUp()
      return true
    case '+':
    case '=':
    case '-': {
      const share = (unit - range.first + 0.5) / (range.last - range.first + 1)
      showPeriod(zoomed(period, event.key === '-' ? ZOOM_STEP : 1 / ZOOM_STEP, share, bounds), bounds)
      return true
    }
    default:
      return false
  }
}

function useCursorLabel(counts: ReadonlyMap<number, number>, { unit, anchor }: Cursor, { grain }: UnitRange): string {
  const translate = useTranslate()
  const [from, to] = [Math.min(unit, anchor), Math.max(unit, anchor)]
  let count = 0
  for (let place = from; place <= to; place += 1) count += counts.get(place) ?? 0
  const period =
    from === to
      ? unitLabel(unit, grain, translate)
      : periodLabel(daysOf(from, grain).from, daysOf(to, grain).to, translate)
  return translate('timeline.unit', { count, period })
}

/** The highest count in the range, of which the highest bar is drawn. */
function useMost({ background, buckets, grain }: Timeline, { first, last }: UnitRange): number {
  return useMemo(() => {
    let most = 1
    for (const counts of [countsOf(background, grain), countsOf(buckets, grain)]) {
      for (const [unit, count] of counts) if (unit >= first && unit <= last && count > most) most = count
    }
    return most
  }, [background, buckets, grain, first, last])
}

interface BarsProps {
  readonly timeline: Timeline
  readonly range: UnitRange
  readonly most: number
  readonly logScale: boolean
}

/** All bars of one colour are one shape: the number of elements does not grow with the number of units. */
function Bars({ timeline, range, most, logScale }: BarsProps) {
  const { background, buckets, stack, grain } = timeline
  const scale = useMemo(() => ({ most, height: HEIGHT, logScale }), [most, logScale])
  const pale = useMemo(() => barsPath(countsOf(background, grain), range, scale), [background, grain, range, scale])
  const dark = useMemo(
    () =>
      stack === null
        ? [{ path: barsPath(countsOf(buckets, grain), range, scale), color: null }]
        : stackPaths(stack, grain, range, scale),
    [buckets, stack, grain, range, scale],
  )
  return (
    <svg
      viewBox={`0 0 ${range.last - range.first + 1} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={styles.bars}
      aria-hidden
    >
      <path className={styles.pale} d={pale} />
      {dark.map(({ path, color }, place) => (
        <path
          key={place}
          className={color === null ? styles.dark : styles.part}
          style={color === null ? undefined : { '--tag': color }}
          d={path}
        />
      ))}
    </svg>
  )
}

interface Scale {
  readonly most: number
  readonly height: number
  readonly logScale: boolean
}

function barsPath(counts: ReadonlyMap<number, number>, { first, last }: UnitRange, scale: Scale): string {
  const parts: string[] = []
  for (const [unit, count] of counts) {
    if (unit < first || unit > last || count === 0) continue
    const height = barHeight(count, scale.most, scale.height, scale.logScale)
    parts.push(`M${(unit - first + 0.08).toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h0.84V${HEIGHT}z`)
  }
  return parts.join('')
}

function stackPaths(
  stack: NonNullable<Timeline['stack']>,
  grain: Timeline['grain'],
  { first, last }: UnitRange,
  scale: Scale,
): readonly { readonly path: string; readonly color: string }[] {
  const colors = segmentColors(stack)
  return stackBoxes(stack, grain, scale).map((boxes, place) => ({
    color: colors[place] ?? '',
    path: boxes
      .filter(({ unit }) => unit >= first && unit <= last)
      .map(({ unit, y, height }) => {
        const [top, tall] = [y.toFixed(2), height.toFixed(2)]
        return `M${(unit - first + 0.08).toFixed(2)} ${top}h0.84v${tall}h-0.84z`
      })
      .join(''),
  }))
}

function stretchOf({ from, to }: { from: number; to: number }, { first, last }: UnitRange): Band {
  const units = last - first + 1
  return { from: (from - first) / units, to: (to + 1 - first) / units }
}

function Overlay({ className, band }: { readonly className: string | undefined; readonly band: Band }) {
  return <div className={className} style={{ left: `${band.from * 100}%`, right: `${(1 - band.to) * 100}%` }} />
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
