import { useMemo } from 'react'
import { firstDayOf, isPartialDay, lastDayOf } from '../../../core/model/calendar-day.ts'
import { dayNumber } from '../../../core/model/calendar-units.ts'
import type { TimelineLane } from '../../../core/model/timeline.ts'
import { placeOfDay, type UnitRange } from '../../../core/model/unit-range.ts'
import { classNames } from '../../components/class-names.ts'
import { joinUnits } from './join-units.ts'
import { MOST_LINES, type LaneItem, type LaneItems } from './lane-items.ts'
import styles from './lane-chart.module.css'
import type { Tally } from './tally.ts'

/** Height of a lane of cells, and of one line of titles, in pixels. */
export const LANE_HEIGHT = 30
export const LINE_HEIGHT = 24
/** Places inside a unit of the drawing: whole numbers are written many times as quickly as others. */
const UNIT = 100

interface DrawingProps {
  readonly lane: TimelineLane
  readonly tally: Tally
  readonly items: LaneItems
  readonly range: UnitRange
  readonly most: number
  readonly width: number
  /** Place of the item at the cursor, -1 without one. */
  readonly chosen: number
}

/** What stands on a lane, and the period that the office set behind it. */
export function LaneDrawing({ lane, tally, items, range, most, width, chosen }: DrawingProps) {
  const isFar = items.drawn === null
  const cells = useMemo(() => (isFar ? cellsPath(tally, range, most) : ''), [isFar, tally, range, most])
  const cell = items.at(chosen)
  return (
    <>
      <PeriodBand lane={lane} range={range} />
      <span className={styles.base} />
      {items.drawn === null ? (
        <svg
          viewBox={`0 0 ${(range.last - range.first + 1) * UNIT} ${LANE_HEIGHT * UNIT}`}
          preserveAspectRatio="none"
          aria-hidden
        >
          <path className={styles.cell} style={tagStyle(lane.color)} d={cells} />
        </svg>
      ) : (
        items.drawn.map((item, place) => (
          <Item key={place} item={item} place={place} color={lane.color} isChosen={place === chosen} />
        ))
      )}
      {cell?.kind === 'cell' && width > 0 ? (
        <span className={styles.cursor} style={{ left: cell.x, width: cell.width }} />
      ) : null}
    </>
  )
}

function tagStyle(color: string | null): { '--tag': string } | undefined {
  return color === null ? undefined : { '--tag': color }
}

interface ItemProps {
  readonly item: LaneItem
  readonly place: number
  readonly color: string | null
  readonly isChosen: boolean
}

function Item({ item, place, color, isChosen }: ItemProps) {
  const { kind, x, width, line, count, mark } = item
  const look = kind === 'mark' ? styles.mark : styles.cluster
  const isVague = mark !== null && mark.published.length < 10
  return (
    <span
      className={classNames(look, isChosen && styles.chosen, isVague && styles.vague)}
      style={{ ...tagStyle(color), left: x, top: Math.min(line, MOST_LINES) * LINE_HEIGHT + 7, maxWidth: width }}
      data-item={place}
      lang={mark?.language === 'other' ? undefined : mark?.language}
    >
      {kind === 'mark' && mark !== null ? mark.title : count}
    </span>
  )
}

/** The period that the office set for an initiative, behind what was published about it. */
function PeriodBand({ lane: { period, color }, range }: Pick<DrawingProps, 'lane' | 'range'>) {
  if (period === undefined) return null
  const from = period.from !== null && isPartialDay(period.from) ? dayNumber(firstDayOf(period.from)) : null
  const to = period.to !== null && isPartialDay(period.to) ? dayNumber(lastDayOf(period.to)) : null
  const start = from === null ? 0 : Math.max(0, placeOfDay(from, range))
  const end = to === null ? 1 : Math.min(1, placeOfDay(to + 1, range))
  if (start >= end) return null
  return (
    <span
      className={styles.period}
      style={{ ...tagStyle(color), left: `${start * 100}%`, right: `${(1 - end) * 100}%` }}
    />
  )
}

/** More cells than this could not be told apart on a lane. */
const MOST_CELLS = 400

/** All cells of a lane as one shape, centred on its line; heights grow with the root of the count. */
function cellsPath(tally: Tally, range: UnitRange, most: number): string {
  const { width, columns } = joinUnits(tally, range, MOST_CELLS)
  const [gap, cell] = [Math.round(0.06 * width * UNIT), Math.round(0.88 * width * UNIT)]
  const parts: string[] = []
  for (const { start, count } of columns) {
    const height = Math.round((8 + Math.sqrt(count / most) * (LANE_HEIGHT - 10)) * UNIT)
    parts.push(`M${start * UNIT + gap} ${(LANE_HEIGHT * UNIT - height) >> 1}h${cell}v${height}h-${cell}z`)
  }
  return parts.join('')
}
