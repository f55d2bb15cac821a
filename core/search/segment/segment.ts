import { FIELD_COUNT } from '../fields.ts'

/** Characters of an article id, which is plain ASCII. */
export const ID_LENGTH = 16

/** Begins the terms of stop words: they serve phrases only, stand before all other terms and count in no length. */
export const STOP_MARK = '\u0001'

/** A stretch of bytes that may lie in memory or in a file; what it returns is valid until its next call. */
export interface ByteSource {
  readonly length: number
  /** The bytes `from` (inclusive) to `to` (exclusive); the stretch begins at `at` of `bytes`. */
  read(from: number, to: number): ByteStretch
}

export interface ByteStretch {
  readonly bytes: Uint8Array
  readonly at: number
}

/** The tables of a segment that always lie in memory. They never change; D articles, T terms. */
export interface SegmentTables {
  /** 16 bytes an article. */
  readonly ids: Uint8Array
  /** Two words an article: the first 64 bits of the version that was indexed. */
  readonly versions: Uint32Array
  /** One word an article: a hash of the tag names that were indexed. */
  readonly tagHashes: Uint32Array
  /** Words per field and article, field by field: the entry of field f and article d is at f * D + d. At most 65,535. */
  readonly lengths: Uint16Array
  /** All terms as UTF-16 units one after the other, in the order of `<` on strings. */
  readonly characters: Uint16Array
  /** T + 1 offsets in `characters`. */
  readonly termOffsets: Uint32Array
  /** In how many fields of how many articles each term is: what lunr's idf counts. */
  readonly frequencies: Uint32Array
  /** T + 1 offsets in the postings. */
  readonly postingOffsets: Uint32Array
  /** T + 1 offsets in the positions. */
  readonly positionOffsets: Uint32Array
  /** Numbers of the terms in the order of their folded forms. */
  readonly foldOrder: Uint32Array
  /** D + 1 offsets in the texts. */
  readonly textOffsets: Uint32Array
}

/**
 * An immutable part of the index, with what changes beside it: which of its articles are dead and which rows of the
 * catalog the living ones have.
 *
 * Postings of a term: a byte with the mask of its fields, then for each field: number of articles, length in bytes of
 * the list, and the list of (gap to the article before << 1 | 1 where the term occurs once), else followed by the count.
 * Positions of a term: for each field of the mask in the same order: length in bytes, then for each article the gaps
 * between the places of the word in the field. All numbers are LEB128.
 */
export interface Segment extends SegmentTables {
  readonly documents: number
  readonly terms: number
  postings: ByteSource
  positions: ByteSource
  /** Articles' stored texts, compressed one by one. */
  texts: ByteSource
  /** First term that is not one of a stop word. */
  readonly firstPlainTerm: number
  /** Row of each article in the catalog, -1 while unknown or dead. */
  readonly rows: Int32Array
  /** 1 for articles that were replaced or removed. */
  readonly dead: Uint8Array
  deadCount: number
  /** What the dead articles still count in `frequencies`, by term. */
  readonly surplus: Map<string, number>
}

/** Adds the changing part to the tables of a segment. */
export function createSegment(
  tables: SegmentTables,
  sources: Pick<Segment, 'postings' | 'positions' | 'texts'>,
): Segment {
  const documents = tables.tagHashes.length
  const segment: Segment = {
    ...tables,
    ...sources,
    documents,
    terms: tables.frequencies.length,
    firstPlainTerm: 0,
    rows: new Int32Array(documents).fill(-1),
    dead: new Uint8Array(documents),
    deadCount: 0,
    surplus: new Map(),
  }
  return { ...segment, firstPlainTerm: countStopTerms(segment) }
}

/** Stop terms stand at the front, since their mark sorts before every word. */
function countStopTerms(segment: Segment): number {
  let low = 0
  let high = segment.terms
  while (low < high) {
    const middle = (low + high) >> 1
    const offset = segment.termOffsets[middle] ?? 0
    if ((segment.characters[offset] ?? 0) <= STOP_MARK.charCodeAt(0)) low = middle + 1
    else high = middle
  }
  return low
}

/** The text of a term by its number. */
export function termAt(segment: SegmentTables, term: number): string {
  const from = segment.termOffsets[term] ?? 0
  const to = segment.termOffsets[term + 1] ?? from
  return String.fromCharCode.apply(null, segment.characters.subarray(from, to) as unknown as number[])
}

/** The id of an article by its number in the segment. */
export function idAt(segment: SegmentTables, document: number): string {
  const from = document * ID_LENGTH
  return String.fromCharCode.apply(null, segment.ids.subarray(from, from + ID_LENGTH) as unknown as number[])
}

/** Sums of the lengths of the living articles, one per field. */
export function liveLengths(segment: Segment): number[] {
  const { documents, lengths, dead } = segment
  return Array.from({ length: FIELD_COUNT }, (_, field) => {
    let sum = 0
    for (let document = 0; document < documents; document += 1) {
      if (dead[document] === 0) sum += lengths[field * documents + document] ?? 0
    }
    return sum
  })
}

/** A byte source over an array. */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (from) => ({ bytes, at: from }) }
}
