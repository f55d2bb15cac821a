import { countsOf } from './unit-range.ts'
import type { Grain, StackSegment } from './timeline.ts'

/** Lowest bar of a unit with an article, so that it can be seen beside a thousand. */
const LEAST = 1.5

/** How bars are scaled. */
export interface BarScale {
  /** The count of the highest bar. */
  readonly most: number
  /** Its height. */
  readonly height: number
  readonly logScale: boolean
}

/** Height of a bar; on the logarithmic scale one article of a thousand is a tenth of the height. */
export function barHeight(count: number, most: number, height: number, logScale: boolean): number {
  if (count === 0) return 0
  const share = logScale ? Math.log1p(count) / Math.log1p(most) : count / most
  return Math.max(Math.min(LEAST, height), share * height)
}

/** A piece of a divided bar; `y` grows downwards from the top of the chart. */
export interface StackBox {
  readonly unit: number
  readonly y: number
  readonly height: number
}

/**
 * The pieces of each part, in the order of the parts. The whole bar has the height of its count; on the logarithmic scale
 * its pieces share that height by their counts.
 */
export function stackBoxes(
  segments: readonly StackSegment[],
  grain: Grain,
  { most, height, logScale }: BarScale,
): readonly (readonly StackBox[])[] {
  const counted = segments.map((segment) => countsOf(segment.buckets, grain))
  const totals = new Map<number, number>()
  for (const counts of counted) {
    for (const [unit, count] of counts) totals.set(unit, (totals.get(unit) ?? 0) + count)
  }
  const filled = new Map<number, number>()
  return counted.map((counts) =>
    [...counts].map(([unit, count]) => {
      const total = totals.get(unit) ?? count
      const below = filled.get(unit) ?? 0
      filled.set(unit, below + count)
      const bar = barHeight(total, most, height, logScale)
      return { unit, y: height - bar * ((below + count) / total), height: bar * (count / total) }
    }),
  )
}
