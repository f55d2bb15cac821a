import { dayNumber, unitOfDay } from '../../../core/model/calendar-units.ts'
import type { Grain, TimelineBucket } from '../../../core/model/timeline.ts'
import type { UnitRange } from '../../../core/model/unit-range.ts'

/** Counts by unit in the order of time, as two lists: many thousands are gone through at each step of a zoom. */
export interface Tally {
  readonly units: readonly number[]
  readonly counts: readonly number[]
}

/** Places in a tally: from the first to before the last. */
export interface Places {
  readonly from: number
  readonly end: number
}

/** The counts of buckets, which come in the order of time. */
export function tallyOf(buckets: readonly TimelineBucket[], grain: Grain): Tally {
  return {
    units: buckets.map(({ start }) => unitOfDay(dayNumber(start), grain)),
    counts: buckets.map(({ count }) => count),
  }
}

/** The places whose units lie in a range. */
export function placesIn({ units }: Tally, { first, last }: Pick<UnitRange, 'first' | 'last'>): Places {
  return { from: placeOf(units, first), end: placeOf(units, last + 1) }
}

/** The first place whose unit is not before this one. */
function placeOf(units: readonly number[], unit: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle] ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}
