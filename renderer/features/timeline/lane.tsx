import { memo, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { LaneField, TimelineLane, TimelineMark } from '../../../core/model/timeline.ts'
import { daysOf, type UnitRange } from '../../../core/model/unit-range.ts'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import { formatDay } from '../../../core/model/locale.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { laneLabel } from '../../../core/translate/lane-label.ts'
import { useTranslate } from '../../i18n.tsx'
import { hideLane, togglePin } from './lane-acts.ts'
import { cellItems, clusterItems, drawnItems, markItems, type LaneItem, type LaneItems } from './lane-items.ts'
import styles from './lane-chart.module.css'
import { LANE_HEIGHT, LaneDrawing, LINE_HEIGHT } from './lane-drawing.tsx'
import { LaneName } from './lane-name.tsx'
import { goToDays, goUp, openArticle, openDays } from './open-unit.ts'
import { tallyOf, type Tally } from './tally.ts'
import type { TimelineView } from './timeline-view.ts'
import { FINER, periodLabel, unitLabel } from './units.ts'

interface LaneProps {
  readonly lane: TimelineLane
  /** Its articles one by one; read only where they are near. */
  readonly marks: readonly TimelineMark[]
  readonly distance: Distance
  readonly range: UnitRange
  readonly view: TimelineView & { readonly lanes: LaneField }
  /** The highest count of any lane. */
  readonly most: number
  readonly width: number
  readonly isTabStop: boolean
  /** What the keys do here. */
  readonly help: string
  readonly onFocus: (lane: string) => void
  readonly onFilter: (lane: string) => void
}

/** How closely the lanes are looked at. */
export type Distance = 'near' | 'middle' | 'far'

/** One lane: its name, the period that the office set for it, and what stands on it. The cursor stops at each thing. */
export const Lane = memo(function Lane(props: LaneProps) {
  const { lane, range, view, most, width, isTabStop, help, onFocus, onFilter } = props
  const translate = useTranslate()
  const tally = useMemo(() => tallyOf(lane.buckets, range.grain), [lane.buckets, range.grain])
  const items = useItems(props, tally)
  const [chosen, setChosen] = useState<number | null>(null)
  const place = Math.max(0, Math.min(items.length - 1, chosen ?? items.length - 1))
  const item = items.at(place)
  const name = laneLabel(lane, view.lanes, translate)
  const period = periodText(lane, translate)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = movedPlace(event.key, place, items.length)
    if (next !== null) setChosen(next)
    else if (!actOnKey(event, { lane, item, range, view, onFilter })) return
    event.preventDefault()
    event.stopPropagation()
  }
  const open = (event: { readonly target: EventTarget; readonly clientX: number; currentTarget: Element }): void => {
    const under = items.at(placeUnder(event, items))
    if (under !== undefined) openItem(under, range, false)
  }
  return (
    <li className={styles.lane}>
      <LaneName id={lane.id} color={lane.color} total={lane.total} view={view} name={name} onFilter={onFilter} />
      <div
        className={styles.cells}
        style={{ height: heightOf(items) }}
        role="slider"
        tabIndex={isTabStop ? 0 : -1}
        data-lane
        aria-label={period === null ? name : `${name}. ${translate('timeline.setPeriod', { period })}`}
        aria-description={help}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, items.length - 1)}
        aria-valuenow={Math.max(0, place)}
        aria-valuetext={item === undefined ? translate('timeline.laneEmpty') : itemText(item, range, translate)}
        title={chosen === null || item === undefined ? name : itemText(item, range, translate)}
        onKeyDown={onKeyDown}
        onFocus={() => {
          onFocus(lane.id)
          setChosen(place)
        }}
        onBlur={() => setChosen(null)}
        onPointerMove={(event: PointerEvent) => {
          const under = placeUnder(event, items)
          setChosen(under < 0 ? null : under)
        }}
        onPointerLeave={() => setChosen(null)}
        onClick={open}
      >
        <LaneDrawing
          lane={lane}
          tally={tally}
          items={items}
          range={range}
          most={most}
          width={width}
          chosen={chosen === null ? -1 : place}
        />
      </div>
    </li>
  )
})

function useItems({ marks, distance, range, width }: LaneProps, tally: Tally): LaneItems {
  return useMemo(() => {
    if (width === 0) return drawnItems([])
    switch (distance) {
      case 'near':
        return drawnItems(markItems(marks, range, width))
      case 'middle':
        return drawnItems(clusterItems(tally, range, width))
      case 'far':
        return cellItems(tally, range, width)
    }
  }, [marks, distance, range, width, tally])
}

function heightOf({ drawn }: LaneItems): number {
  if (drawn === null || drawn.length === 0) return LANE_HEIGHT + 8
  return (Math.max(...drawn.map(({ line }) => line)) + 1) * LINE_HEIGHT + 14
}

function movedPlace(key: string, place: number, count: number): number | null {
  const target: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    PageUp: place - 10,
    PageDown: place + 10,
    Home: 0,
    End: count - 1,
  }
  const next = target[key]
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next))
}

interface KeyPlace extends Pick<LaneProps, 'onFilter'> {
  readonly lane: TimelineLane
  readonly item: LaneItem | undefined
  readonly range: UnitRange
  readonly view: TimelineView
}

/** Keys that do something with the lane or at its cursor. False for keys that mean nothing here. */
function actOnKey(event: KeyboardEvent, { lane, item, range, view, onFilter }: KeyPlace): boolean {
  if (event.code === 'KeyP' && !event.ctrlKey) togglePin(view, lane.id)
  else if (event.code === 'KeyH' && !event.ctrlKey) hideLane(view, lane.id)
  else if (event.code === 'KeyF' && !event.ctrlKey && lane.id !== '') onFilter(lane.id)
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') focusLane(event.currentTarget, event.key)
  else if (event.key === 'Backspace') goUp()
  else if (event.key !== 'Enter') return false
  else if (item !== undefined) openItem(item, range, event.ctrlKey)
  return true
}

/** A mark opens its article; everything else goes into its days, or, from single days, to their articles. */
function openItem({ mark, first, last, kind }: LaneItem, { grain }: UnitRange, inLibrary: boolean): void {
  const days = { from: daysOf(first, grain).from, to: daysOf(last, grain).to }
  if (mark !== null && kind === 'mark') openArticle(mark.id)
  else if (inLibrary || (FINER[grain] === null && first === last)) openDays(days)
  else goToDays(days, FINER[grain])
}

/** Place of what lies under the pointer, or -1. */
function placeUnder(
  event: { readonly clientX: number; readonly target: EventTarget; readonly currentTarget: Element },
  items: LaneItems,
): number {
  if (event.target instanceof HTMLElement && event.target.dataset['item'] !== undefined) {
    return Number(event.target.dataset['item'])
  }
  return items.cellAt(event.clientX - event.currentTarget.getBoundingClientRect().left)
}

function itemText({ mark, count, first, last }: LaneItem, { grain }: UnitRange, translate: Translate): string {
  if (mark !== null) return `${formatDay(mark.published, translate.language)}: ${mark.title}`
  const period =
    first === last
      ? unitLabel(first, grain, translate)
      : periodLabel(daysOf(first, grain).from, daysOf(last, grain).to, translate)
  return translate('timeline.cluster', { count, period })
}

/** The period that the office set for a tag, in words. */
function periodText({ period }: TimelineLane, translate: Translate): string | null {
  if (period === undefined) return null
  const word = (day: string | null): string =>
    day !== null && isPartialDay(day) ? formatDay(day, translate.language) : '…'
  return `${word(period.from)} – ${word(period.to)}`
}

/** Moves the focus to the lane above or below. */
function focusLane(lane: Element, key: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-lane]')]
  const place = all.findIndex((other) => other === lane)
  all[place + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}
