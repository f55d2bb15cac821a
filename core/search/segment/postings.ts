import type { Segment } from './segment.ts'

// Reads at offsets that the segment itself gives are never outside its arrays: hence the bare `as number` below.

/** Where the list of one field of one term begins. */
export interface PostingList {
  readonly bytes: Uint8Array
  readonly at: number
  /** Articles in the list. */
  readonly count: number
}

/** Reads LEB128 numbers one after the other. Slower than a loop of its own, for places where that does not matter. */
export class NumberReader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  next(): number {
    let value = 0
    let shift = 0
    let byte: number
    do {
      // A segment's lists are whole: checked when it was opened or read.
      byte = this.bytes[this.at++] as number
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value >>> 0
  }
}

/** The lists of a term for the fields of a mask; undefined where the field has none. */
export function postingLists(segment: Segment, term: number, mask: number): (PostingList | undefined)[] {
  const stretch = segment.postings.read(
    segment.postingOffsets[term] as number,
    segment.postingOffsets[term + 1] as number,
  )
  const reader = new NumberReader(stretch.bytes, stretch.at)
  const present = stretch.bytes[reader.at++] as number
  const lists: (PostingList | undefined)[] = []
  for (let field = 0; present >> field !== 0; field += 1) {
    if (((present >> field) & 1) === 0) continue
    const count = reader.next()
    const length = reader.next()
    if (((mask >> field) & 1) !== 0) lists[field] = { bytes: stretch.bytes, at: reader.at, count }
    reader.at += length
  }
  return lists
}

/** The articles of a list with how often each holds the term. */
export function readPostings(list: PostingList, take: (document: number, count: number) => void): void {
  const { bytes, count } = list
  let { at } = list
  let document = 0
  for (let left = count; left > 0; left -= 1) {
    let value = bytes[at++] as number
    if (value > 127) {
      value &= 127
      let shift = 7
      let byte: number
      do {
        byte = bytes[at++] as number
        value |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    document += value >>> 1
    let times = 1
    if ((value & 1) === 0) {
      times = 0
      let shift = 0
      let byte: number
      do {
        byte = bytes[at++] as number
        times |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    take(document, times)
  }
}

/**
 * The places of a term in one field, article by article. Articles that are not `wanted` (one flag an article) are
 * skipped.
 */
export function readPlaces(
  segment: Segment,
  term: number,
  field: number,
  wanted: Uint8Array | null,
  take: (document: number, places: number[]) => void,
): void {
  eachArticle(segment, term, field, (reader, document, times) => {
    if (wanted !== null && wanted[document] === 0) skipNumbers(reader, times)
    else take(document, readRising(reader, times))
  })
}

/** Goes through the articles of a term in one field; `visit` must read or skip as many places as the term has there. */
function eachArticle(
  segment: Segment,
  term: number,
  field: number,
  visit: (reader: NumberReader, document: number, times: number) => void,
): void {
  const lists = postingLists(segment, term, 255)
  const list = lists[field]
  if (list === undefined) return
  const stretch = segment.positions.read(
    segment.positionOffsets[term] as number,
    segment.positionOffsets[term + 1] as number,
  )
  const reader = new NumberReader(stretch.bytes, stretch.at)
  for (let other = 0; other < field; other += 1) {
    if (lists[other] !== undefined) {
      const length = reader.next()
      reader.at += length
    }
  }
  reader.next()
  readPostings(list, (document, times) => visit(reader, document, times))
}

/** Where `readPlacesInto` puts the places of an article: by its rank, which is 0 for articles that are not asked for. */
export interface PlacesTarget {
  readonly ranks: Int32Array
  readonly values: Int32Array
  /** For the article of rank r, at r - 1: where its next place goes in `values`; moved on by the reading. */
  readonly next: Int32Array
}

/** Reads the places of a term in one field of some articles into one array. */
export function readPlacesInto(segment: Segment, term: number, field: number, target: PlacesTarget): void {
  const { ranks, values, next } = target
  eachArticle(segment, term, field, (reader, document, times) => {
    const rank = ranks[document] as number
    if (rank === 0) {
      skipNumbers(reader, times)
      return
    }
    let at = next[rank - 1] as number
    let place = 0
    for (let left = times; left > 0; left -= 1) {
      place += reader.next()
      values[at++] = place
    }
    next[rank - 1] = at
  })
}

function skipNumbers(reader: NumberReader, count: number): void {
  const { bytes } = reader
  let { at } = reader
  for (let left = count; left > 0; left -= 1) {
    while ((bytes[at++] as number) > 127);
  }
  reader.at = at
}

function readRising(reader: NumberReader, count: number): number[] {
  const places: number[] = []
  let place = 0
  for (let left = count; left > 0; left -= 1) {
    place += reader.next()
    places.push(place)
  }
  return places
}
