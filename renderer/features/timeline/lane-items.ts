import { dayNumber, unitOfDay } from '../../../core/model/calendar-units.ts'
import { firstDayOf, lastDayOf } from '../../../core/model/calendar-day.ts'
import type { TimelineMark } from '../../../core/model/timeline.ts'
import { placeOfDay, type UnitRange } from '../../../core/model/unit-range.ts'
import { placesIn, type Tally } from './tally.ts'

/** Something that stands on a lane. Places and widths are in pixels; `first` and `last` are units of the range. */
export interface LaneItem {
  readonly kind: 'cell' | 'cluster' | 'mark'
  readonly x: number
  readonly width: number
  /** Line of the lane from the top; only titled marks have more than one. */
  readonly line: number
  readonly count: number
  readonly first: number
  readonly last: number
  /** The article of a mark. */
  readonly mark: TimelineMark | null
}

/** Smallest width in which a number can be read and touched. */
const CLUSTER_WIDTH = 36
/** So many on one lane at most, however wide the window. */
const MOST_CLUSTERS = 40
const TITLE_WIDTH = 176
const GAP = 6
/** Lines of titles on one lane; what does not fit is gathered below. */
export const MOST_LINES = 3

/** What stands on a lane, from left to right. */
export interface LaneItems {
  readonly length: number
  readonly at: (place: number) => LaneItem | undefined
  /** Those that are drawn one by one; null for cells, which are drawn as one shape. */
  readonly drawn: readonly LaneItem[] | null
  /** Place of the cell at a pixel, or -1. */
  readonly cellAt: (x: number) => number
}

/** Items that are drawn one by one. */
export function drawnItems(items: readonly LaneItem[]): LaneItems {
  return { length: items.length, at: (place) => items[place], drawn: items, cellAt: () => -1 }
}

/**
 * Far: one cell for each unit with articles. They are drawn as one shape, but the cursor stops at each; there may be many
 * thousands, so each is made when it is asked for.
 */
export function cellItems(tally: Tally, range: UnitRange, width: number): LaneItems {
  const { from, end } = placesIn(tally, range)
  const slot = width / (range.last - range.first + 1)
  return {
    length: end - from,
    drawn: null,
    at: (place) => {
      const [unit, count] = [tally.units[from + place], tally.counts[from + place]]
      if (place < 0 || from + place >= end || unit === undefined || count === undefined) return undefined
      const x = (unit - range.first) * slot
      return { kind: 'cell', x, width: slot, line: 0, count, first: unit, last: unit, mark: null }
    },
    cellAt: (x) => {
      const unit = range.first + Math.floor(x / slot)
      const { from: place, end: after } = placesIn(tally, { first: unit, last: unit })
      return after > place && place >= from && place < end ? place - from : -1
    },
  }
}

/** Between: neighbouring units joined until their number can be read. */
export function clusterItems({ units: counted, counts }: Tally, range: UnitRange, width: number): readonly LaneItem[] {
  const units = range.last - range.first + 1
  const bins = Math.max(1, Math.min(units, MOST_CLUSTERS, Math.floor(width / CLUSTER_WIDTH)))
  const joined = new Map<number, { count: number; first: number; last: number }>()
  const { from, end } = placesIn({ units: counted, counts }, range)
  for (let place = from; place < end; place += 1) {
    const [unit, count] = [counted[place] ?? 0, counts[place] ?? 0]
    const bin = Math.floor(((unit - range.first) * bins) / units)
    const present = joined.get(bin)
    joined.set(bin, {
      count: count + (present?.count ?? 0),
      first: present?.first ?? unit,
      last: unit,
    })
  }
  return [...joined].map(([bin, { count, first, last }]) => ({
    kind: 'cluster',
    x: (bin + 0.5) * (width / bins) - CLUSTER_WIDTH / 2,
    width: CLUSTER_WIDTH,
    line: 0,
    count,
    first,
    last,
    mark: null,
  }))
}

/** Near: every article with its title where there is room, the others gathered in clusters below. */
export function markItems(marks: readonly TimelineMark[], range: UnitRange, width: number): readonly LaneItem[] {
  const ends: number[] = []
  const titled: LaneItem[] = []
  const rest: LaneItem[] = []
  const titleWidth = Math.min(TITLE_WIDTH, width)
  for (const mark of marks) {
    const place = placeOfMark(mark, range)
    if (place < 0 || place > 1) continue
    const x = Math.min(place * width, width - titleWidth)
    const unit = unitOfDay(dayNumber(firstDayOf(mark.published)), range.grain)
    const item = { x, width: titleWidth, count: 1, first: unit, last: unit, mark }
    const free = Array.from({ length: MOST_LINES }, (_, line) => line).find(
      (line) => (ends[line] ?? Number.NEGATIVE_INFINITY) + GAP <= x,
    )
    if (free === undefined) gather(rest, { ...item, x: place * width, kind: 'cluster', line: 0 }, width)
    else {
      ends[free] = x + titleWidth
      titled.push({ ...item, kind: 'mark', line: free })
    }
  }
  const lines = ends.length
  return [...titled, ...rest.map((item) => ({ ...item, line: lines }))].sort((one, other) => one.x - other.x)
}

/** Adds an article to the last cluster if they would touch, else as one of its own. */
function gather(rest: LaneItem[], item: LaneItem, width: number): void {
  const last = rest.at(-1)
  const x = Math.max(0, Math.min(width - CLUSTER_WIDTH, item.x - CLUSTER_WIDTH / 2))
  if (last !== undefined && x < last.x + CLUSTER_WIDTH) {
    rest[rest.length - 1] = { ...last, count: last.count + 1, last: Math.max(last.last, item.last), mark: null }
  } else rest.push({ ...item, x, width: CLUSTER_WIDTH })
}

/** The middle of what the date may mean, so that a mere month stands in the middle of it. */
function placeOfMark({ published }: TimelineMark, range: UnitRange): number {
  const [first, last] = [dayNumber(firstDayOf(published)), dayNumber(lastDayOf(published))]
  return (placeOfDay(first, range) + placeOfDay(last + 1, range)) / 2
}
