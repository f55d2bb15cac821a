import { postingLists, readPlacesInto, readPostings } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { TermEntry } from './term-lookup.ts'

// Places inside the tables by the way they are counted: hence the bare `as number` below.

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
 * Reads the places of a slot's terms in `count` articles. `ranks` has the number of each of them + 1, and 0 for all other
 * articles of the segment. Thousands of articles may have both words of a phrase: hence no array for each.
 */
export function slotPlaces(
  { segment, index, field }: FieldOfSegment,
  slot: readonly TermEntry[],
  ranks: Int32Array,
  count: number,
): SlotPlaces {
  const terms = slot.map((entry) => entry.at[index] ?? -1).filter((term) => term >= 0)
  const offsets = new Int32Array(count + 1)
  for (const term of terms) {
    const list = postingLists(segment, term, 1 << field)[field]
    if (list === undefined) continue
    readPostings(list, (document, times) => {
      const rank = ranks[document] as number
      if (rank > 0) offsets[rank] = (offsets[rank] as number) + times
    })
  }
  for (let rank = 1; rank <= count; rank += 1) offsets[rank] = (offsets[rank] as number) + (offsets[rank - 1] as number)
  const values = new Int32Array(offsets[count] as number)
  const next = offsets.slice()
  for (const term of terms) readPlacesInto(segment, term, field, { ranks, values, next })
  if (terms.length > 1) {
    for (let article = 0; article < count; article += 1) values.subarray(offsets[article], offsets[article + 1]).sort()
  }
  return { values, offsets }
}
