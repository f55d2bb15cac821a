import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { axisMarks } from '../../../core/model/axis-marks.ts'
import { barHeight, stackBoxes } from '../../../core/model/bar-heights.ts'
import { formatNumber } from '../../../core/model/locale.ts'
import { segmentColors } from '../../../core/model/segment-color.ts'
import { firstDayOfUnit, unitOfDay } from '../../../core/model/calendar-units.ts'
import type { Grain, Timeline } from '../../../core/model/timeline.ts'
import { daysOf, type UnitRange } from '../../../core/model/unit-range.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './density-chart.module.css'
import { joinUnits } from './join-units.ts'
import { dependsOnNumbers, isKeyOfChart, movedCursor, shareAt, unitAt } from './move-cursor.ts'
import { NoteFlags } from './note-flags.tsx'
import { goInto, goToDays, goUp, openDays, showPeriod } from './open-unit.ts'
import { zoomed } from './periods.ts'
import type { Shown } from './shown-range.ts'
import { placesIn, tallyOf, type Tally } from './tally.ts'
import { FINER, periodLabel, unitLabel } from './units.ts'
import { useGestures, type Band } from './use-gestures.ts'
import { useHeldKeys, type KeyPress } from './use-held-keys.ts'

const HEIGHT = 100
/** Places inside a unit of the drawing: whole numbers are written many times as quickly as others. */
const UNIT = 100
const ZOOM_STEP = 2

interface DensityChartProps {
  readonly timeline: Timeline
  readonly shown: Shown
  readonly logScale: boolean
  /** Whether the numbers of what was asked for last are still on the way. */
  readonly isStale: boolean
}

interface Cursor {
  readonly grain: Grain
  readonly unit: number
  /** The other end of a stretch chosen by Shift and arrows; the same unit where there is none. */
  readonly anchor: number
}

/** Articles by unit: the whole archive pale, query and filter dark. One stop of the Tab key; arrows move inside. */
export function DensityChart({ timeline, shown, logScale, isStale }: DensityChartProps) {
  const translate = useTranslate()
  const { range } = shown
  const { grain, first, last } = range
  const frame = useRef<HTMLDivElement>(null)
  const band = useGestures(frame, shown)
  const tallies = useTallies(timeline)
  const { found } = tallies
  const most = useMost(tallies, range)
  const [kept, setChosen] = useState<Cursor | null>(null)
  const chosen = useMemo(() => (kept === null ? null : inGrain(kept, grain)), [kept, grain])
  const clamp = (unit: number): number => Math.max(first, Math.min(last, unit))
  const unit = clamp(chosen?.unit ?? found.units.at(-1) ?? last)
  const anchor = clamp(chosen?.anchor ?? unit)
  const label = useCursorLabel(found, { unit, anchor }, range)
  const act = (press: KeyPress): boolean => {
    const next = movedCursor(press.key, unit, range)
    if (next === null) return actOnKey(press, { unit, anchor }, shown)
    setChosen({ grain, unit: next, anchor: press.shiftKey ? anchor : next })
    return true
  }
  const hold = useHeldKeys(isStale, act)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKeyOfChart(event.key) || (!hold(event, dependsOnNumbers(event.key)) && !act(event))) return
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
        onFocus={() => setChosen({ grain, unit, anchor })}
        onPointerMove={(event) => {
          const under = unitAt(shareAt(event.currentTarget, event.clientX), range)
          if (under !== chosen?.unit) setChosen({ grain, unit: under, anchor: under })
        }}
        onClick={() => goInto(unit, grain)}
      >
        <Bars timeline={timeline} tallies={tallies} range={range} most={most} logScale={logScale} />
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

/** The cursor in units of another size: at the unit that holds its first day. */
function inGrain(cursor: Cursor, grain: Grain): Cursor {
  if (cursor.grain === grain) return cursor
  const unit = unitOfDay(firstDayOfUnit(cursor.unit, cursor.grain), grain)
  return { grain, unit, anchor: unit }
}

/** Keys that do something at the cursor. False for keys that mean nothing here. */
function actOnKey(
  event: KeyPress,
  { unit, anchor }: Pick<Cursor, 'unit' | 'anchor'>,
  { range, period, bounds }: Shown,
): boolean {
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

function useCursorLabel(found: Tally, { unit, anchor }: Pick<Cursor, 'unit' | 'anchor'>, { grain }: UnitRange): string {
  const translate = useTranslate()
  const [from, to] = [Math.min(unit, anchor), Math.max(unit, anchor)]
  const { from: start, end } = placesIn(found, { first: from, last: to })
  let count = 0
  for (let place = start; place < end; place += 1) count += found.counts[place] ?? 0
  const period =
    from === to
      ? unitLabel(unit, grain, translate)
      : periodLabel(daysOf(from, grain).from, daysOf(to, grain).to, translate)
  return translate('timeline.unit', { count, period })
}

/** What the bars are drawn from: the whole archive, and what was found. */
interface Tallies {
  readonly all: Tally
  readonly found: Tally
}

function useTallies({ background, buckets, grain }: Timeline): Tallies {
  const all = useMemo(() => tallyOf(background, grain), [background, grain])
  const found = useMemo(() => tallyOf(buckets, grain), [buckets, grain])
  return useMemo(() => ({ all, found }), [all, found])
}

/** The highest count in the range, of which the highest bar is drawn. */
function useMost({ all, found }: Tallies, { first, last }: UnitRange): number {
  return useMemo(() => {
    let most = 1
    for (const tally of [all, found]) {
      const { from, end } = placesIn(tally, { first, last })
      for (let place = from; place < end; place += 1) most = Math.max(most, tally.counts[place] ?? 0)
    }
    return most
  }, [all, found, first, last])
}

interface BarsProps {
  readonly timeline: Timeline
  readonly tallies: Tallies
  readonly range: UnitRange
  readonly most: number
  readonly logScale: boolean
}

/** All bars of one colour are one shape: the number of elements does not grow with the number of units. */
function Bars({ timeline: { stack, grain }, tallies: { all, found }, range, most, logScale }: BarsProps) {
  const scale = useMemo(() => ({ most, height: HEIGHT, logScale }), [most, logScale])
  const pale = useMemo(() => barsPath(all, range, scale), [all, range, scale])
  const dark = useMemo(
    () =>
      stack === null ? [{ path: barsPath(found, range, scale), color: null }] : stackPaths(stack, grain, range, scale),
    [found, stack, grain, range, scale],
  )
  return (
    <svg
      viewBox={`0 0 ${(range.last - range.first + 1) * UNIT} ${HEIGHT * UNIT}`}
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

/** More bars than this have less than a pixel each. */
const MOST_BARS = 1_200

function barsPath(tally: Tally, range: UnitRange, scale: Scale): string {
  const { width, columns } = joinUnits(tally, range, MOST_BARS)
  const [gap, bar] = [Math.round(0.08 * width * UNIT), Math.round(0.84 * width * UNIT)]
  const foot = HEIGHT * UNIT
  const parts: string[] = []
  for (const { start, count } of columns) {
    const height = Math.round(barHeight(count, scale.most, scale.height, scale.logScale) * UNIT)
    parts.push(`M${start * UNIT + gap} ${foot}v${-height}h${bar}V${foot}z`)
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
        const [top, tall] = [Math.round(y * UNIT), Math.round(height * UNIT)]
        return `M${(unit - first) * UNIT + 8} ${top}h84v${tall}h-84z`
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
