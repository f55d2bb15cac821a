import type { Segment } from './line-segments.ts'

const DEEPEST_CUT = 40
/** Narrowest gutter between columns, in points. */
const GUTTER = 5
/** A column has at least this many lines, of at least this many letters on average. */
const COLUMN_LINES = 3
const COLUMN_LETTERS = 15
/** A vertical gap of this many font sizes parts areas of the page. */
const AREA_GAP = 1.35

function linesIn(segments: readonly Segment[]): number {
  return new Set(segments.map(({ y }) => Math.round(y / 3))).size
}

function isColumn(segments: readonly Segment[]): boolean {
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0) / segments.length
  return linesIn(segments) >= COLUMN_LINES && letters > COLUMN_LETTERS
}

/** The middle of the widest gutter that no segment crosses, or null. */
function widestGutter(segments: readonly Segment[]): number | null {
  const spans = segments.map(({ x, right }) => [x, right] as const).sort((one, other) => one[0] - other[0])
  let end = spans[0]?.[1] ?? 0
  let widest = GUTTER
  let middle: number | null = null
  for (const [left, right] of spans) {
    if (left - end > widest) {
      widest = left - end
      middle = (left + end) / 2
    }
    end = Math.max(end, right)
  }
  return middle
}

function byLine(one: Segment, other: Segment): number {
  return Math.abs(one.y - other.y) < 2 ? one.x - other.x : other.y - one.y
}

/** The place of the largest vertical gap in segments sorted from top to bottom, or 0 where none is large. */
function largestGap(sorted: readonly Segment[]): number {
  let largest = AREA_GAP
  let place = 0
  sorted.forEach((segment, index) => {
    const above = sorted[index - 1]
    if (above === undefined) return
    const gap = (above.y - segment.y) / Math.min(above.height, segment.height)
    if (gap > largest) {
      largest = gap
      place = index
    }
  })
  return place
}

function cut(segments: readonly Segment[], depth: number): readonly Segment[] {
  if (segments.length < 3 || depth > DEEPEST_CUT) return [...segments].sort(byLine)
  const gutter = widestGutter(segments)
  if (gutter !== null) {
    const left = segments.filter(({ x }) => x < gutter)
    const right = segments.filter(({ x }) => x >= gutter)
    if (isColumn(left) && isColumn(right)) return [...cut(left, depth + 1), ...cut(right, depth + 1)]
  }
  const sorted = [...segments].sort((one, other) => other.y - one.y)
  const place = largestGap(sorted)
  if (place > 0) return [...cut(sorted.slice(0, place), depth + 1), ...cut(sorted.slice(place), depth + 1)]
  return sorted.sort(byLine)
}

/** Segments of a page in the order in which they are read: columns one after the other, areas from top to bottom. */
export function inReadingOrder(segments: readonly Segment[]): readonly Segment[] {
  return cut(segments, 0)
}
