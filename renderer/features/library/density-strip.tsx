import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { formatMonth } from '../../../core/model/locale.ts'
import type { Timeline, TimelineBucket } from '../../../core/model/timeline.ts'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { useTranslate } from '../../i18n.tsx'
import { changeFilter } from '../../state/route-store.ts'
import styles from './density-strip.module.css'
import { firstDayOfMonth, lastDayOfMonth, monthNumber, monthText } from './months.ts'

const HEIGHT = 40
const MOST_YEAR_LABELS = 9

/** A period as places on the strip: first and last month, both included. */
interface Period {
  readonly first: number
  readonly last: number
}

/** Articles by month over the whole archive, pale; those of query and filter, dark; and the period to choose. */
export function DensityStrip() {
  const { query, filter } = useSearchArgument()
  const wholeTime = { ...filter, from: null, to: null, undated: false }
  const { data } = useRequest(
    'timeline.read',
    { query, filter: wholeTime, grain: 'month', lanes: null },
    { keepPrevious: true },
  )
  const edges = useMemo(() => (data === undefined ? null : edgesOf(data)), [data])
  if (data === undefined || edges === null) return null
  const period = {
    first: filter.from === null ? edges.first : Math.max(edges.first, monthNumber(filter.from)),
    last: filter.to === null ? edges.last : Math.min(edges.last, monthNumber(filter.to)),
  }
  return <Strip timeline={data} edges={edges} period={period} isChosen={filter.from !== null || filter.to !== null} />
}

function edgesOf({ background, buckets }: Timeline): Period | null {
  const all = background.length > 0 ? background : buckets
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  return { first: monthNumber(first.start), last: monthNumber(last.start) }
}

interface StripProps {
  readonly timeline: Timeline
  readonly edges: Period
  readonly period: Period
  readonly isChosen: boolean
}

function Strip({ timeline, edges, period, isChosen }: StripProps) {
  const translate = useTranslate()
  const frame = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Period | null>(null)
  const months = edges.last - edges.first + 1
  const shown = draft ?? period
  const choose = ({ first, last }: Period): void => {
    const all = first <= edges.first && last >= edges.last
    changeFilter(
      all ? { from: null, to: null } : { from: firstDayOfMonth(first), to: lastDayOfMonth(last), undated: false },
    )
  }
  const monthAt = (clientX: number): number => {
    const box = frame.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return edges.first
    const place = Math.floor(((clientX - box.left) / box.width) * months)
    return edges.first + Math.max(0, Math.min(months - 1, place))
  }
  const startDrag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    const area = event.currentTarget
    const origin = monthAt(event.clientX)
    let latest: Period = { first: origin, last: origin }
    area.setPointerCapture(event.pointerId)
    setDraft(latest)
    const move = (moved: globalThis.PointerEvent): void => {
      const here = monthAt(moved.clientX)
      latest = { first: Math.min(origin, here), last: Math.max(origin, here) }
      setDraft(latest)
    }
    area.addEventListener('pointermove', move)
    area.addEventListener(
      'lostpointercapture',
      () => {
        area.removeEventListener('pointermove', move)
        setDraft(null)
        choose(latest)
      },
      { once: true },
    )
  }
  const share = (month: number): string => `${String(((month - edges.first) / months) * 100)}%`
  return (
    <div className={styles.strip} role="group" aria-label={translate('library.densityStrip')}>
      <div ref={frame} className={styles.frame} title={translate('library.densityStripHelp')} onPointerDown={startDrag}>
        <Bars timeline={timeline} edges={edges} period={shown} />
        {isChosen || draft !== null ? (
          <div
            className={styles.brush}
            style={{ left: share(shown.first), right: `calc(100% - ${share(shown.last + 1)})` }}
          />
        ) : null}
        <Handle
          label={translate('library.periodStart')}
          left={share(shown.first)}
          value={shown.first}
          least={edges.first}
          most={shown.last}
          onChange={(first) => choose({ ...period, first })}
        />
        <Handle
          label={translate('library.periodEnd')}
          left={share(shown.last + 1)}
          value={shown.last}
          least={shown.first}
          most={edges.last}
          onChange={(last) => choose({ ...period, last })}
        />
      </div>
      <YearLabels edges={edges} share={share} />
    </div>
  )
}

interface BarsProps {
  readonly timeline: Timeline
  readonly edges: Period
  readonly period: Period
}

/** All bars of one colour are one shape, and the pale ones stay as they are while the period moves. */
function Bars({ timeline, edges, period }: BarsProps) {
  const { background, buckets } = timeline
  const months = edges.last - edges.first + 1
  const most = useMemo(() => background.reduce((highest, { count }) => Math.max(highest, count), 1), [background])
  const pale = useMemo(() => barsPath(background, edges, most), [background, edges, most])
  const isInside = ({ start }: TimelineBucket): boolean => {
    const month = monthNumber(start)
    return month >= period.first && month <= period.last
  }
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${String(months)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path className={styles.pale} d={pale} />
      <path
        className={styles.outside}
        d={barsPath(
          buckets.filter((bucket) => !isInside(bucket)),
          edges,
          most,
        )}
      />
      <path className={styles.dark} d={barsPath(buckets.filter(isInside), edges, most)} />
    </svg>
  )
}

/** Roots keep a month with one article visible beside one with a thousand. */
function barsPath(buckets: readonly TimelineBucket[], edges: Period, most: number): string {
  return buckets
    .map(({ start, count }) => {
      const height = Math.max(2, Math.sqrt(count / most) * HEIGHT).toFixed(2)
      return `M${(monthNumber(start) - edges.first + 0.1).toFixed(1)} ${String(HEIGHT)}v-${height}h0.8V${String(HEIGHT)}z`
    })
    .join('')
}

interface HandleProps {
  readonly label: string
  readonly left: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (month: number) => void
}

/** One edge of the period, moved by keys. Dragging anywhere on the strip does the same by mouse. */
function Handle({ label, left, value, least, most, onChange }: HandleProps) {
  const { language } = useTranslate()
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageUp: 12,
      PageDown: -12,
      Home: least - value,
      End: most - value,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.max(least, Math.min(most, value + step))
    if (next !== value) onChange(next)
  }
  return (
    <div
      className={styles.handle}
      style={{ left }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={formatMonth(monthText(value), language)}
      onKeyDown={onKeyDown}
    />
  )
}

function YearLabels({ edges, share }: { readonly edges: Period; readonly share: (month: number) => string }) {
  const [firstYear, lastYear] = [Math.ceil(edges.first / 12), Math.floor(edges.last / 12)]
  const step = Math.ceil((lastYear - firstYear + 1) / MOST_YEAR_LABELS)
  const years: number[] = []
  for (let year = firstYear; year <= lastYear; year += Math.max(1, step)) years.push(year)
  return (
    <div className={styles.years} aria-hidden>
      {years.map((year) => (
        <span key={year} style={{ left: share(year * 12) }}>
          {year}
        </span>
      ))}
    </div>
  )
}
