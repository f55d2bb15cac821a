import { readPlaceRuns, readPlaces } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { TermEntry } from './term-lookup.ts'

/** One field of one segment; `index` is the segment's number. */
export interface FieldOfSegment {
  readonly segment: Segment
  readonly index: number
  readonly field: number
}

/**
 * Where the terms of a slot stand in some articles: the places in the n-th of these articles are `values` from
 * `offsets[n]` (inclusive) to `offsets[n + 1]` (exclusive), rising.
 */
export interface SlotPlaces {
  readonly values: Int32Array
  readonly offsets: Int32Array
}

/**
 * Reads the places of a slot's terms in the articles that are `wanted` (one flag an article, `count` in all), each of
 * which holds one of the terms. Thousands of articles may have both words of a phrase: hence no array for each.
 */
export function slotPlaces(
  { segment, index, field }: FieldOfSegment,
  slot: readonly TermEntry[],
  wanted: Uint8Array,
  count: number,
): SlotPlaces {
  const terms = slot.map((entry) => entry.at[index] ?? -1).filter((term) => term >= 0)
  const [only] = terms
  if (only !== undefined && terms.length === 1) return readPlaceRuns(segment, only, field, wanted, count)
  const places = new Map<number, number[]>()
  for (const term of terms) {
    readPlaces(segment, term, field, wanted, (document, list) => {
      const known = places.get(document)
      if (known === undefined) places.set(document, list)
      else known.push(...list)
    })
  }
  return flatten(places)
}

function flatten(places: ReadonlyMap<number, readonly number[]>): SlotPlaces {
  const lists = [...places].sort(([left], [right]) => left - right).map(([, list]) => Int32Array.from(list).sort())
  const offsets = new Int32Array(lists.length + 1)
  lists.forEach((list, number) => (offsets[number + 1] = (offsets[number] ?? 0) + list.length))
  const values = new Int32Array(offsets.at(-1) ?? 0)
  lists.forEach((list, number) => values.set(list, offsets[number]))
  return { values, offsets }
}
