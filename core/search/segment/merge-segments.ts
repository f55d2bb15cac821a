import { FIELD_COUNT } from '../fields.ts'
import { orderByFold } from './build-segment.ts'
import { ByteWriter, UnitWriter } from './byte-writer.ts'
import { NumberReader } from './postings.ts'
import { ID_LENGTH, termAt, type Segment, type SegmentTables } from './segment.ts'

/** A merged segment, without its texts. */
export interface MergedSegment {
  readonly tables: SegmentTables
  readonly postings: Uint8Array
  readonly positions: Uint8Array
  /** Where its articles come from, in their order. */
  readonly origins: readonly Origin[]
}

/** An article of one of the merged segments. */
export interface Origin {
  readonly segment: number
  readonly document: number
}

// Reads at offsets that a segment itself gives are never outside its arrays: hence the bare `as number` below.

/** Joins segments into one in the order given, without their dead articles. */
export function mergeSegments(segments: readonly Segment[]): MergedSegment {
  const origins = segments.flatMap((segment, index) =>
    Array.from({ length: segment.documents }, (_, document) => ({ segment: index, document })).filter(
      ({ document }) => segment.dead[document] === 0,
    ),
  )
  const merger = new TermMerger(segments, numbersAfter(segments))
  const { tables, names, postings, positions } = merger.merge()
  return {
    tables: { ...documentTables(segments, origins), ...tables, foldOrder: orderByFold(names) },
    postings,
    positions,
    origins,
  }
}

/** For each segment the new number of each article, -1 for dead ones. */
function numbersAfter(segments: readonly Segment[]): Int32Array[] {
  let next = 0
  return segments.map((segment) => Int32Array.from(segment.dead, (dead) => (dead === 1 ? -1 : next++)))
}

type DocumentTables = Pick<SegmentTables, 'ids' | 'versions' | 'tagHashes' | 'lengths' | 'textOffsets'>

function documentTables(segments: readonly Segment[], origins: readonly Origin[]): DocumentTables {
  const count = origins.length
  const ids = new Uint8Array(count * ID_LENGTH)
  const versions = new Uint32Array(count * 2)
  const tagHashes = new Uint32Array(count)
  const lengths = new Uint16Array(count * FIELD_COUNT)
  const textOffsets = new Uint32Array(count + 1)
  origins.forEach(({ segment: index, document }, number) => {
    const segment = segments[index] as Segment
    ids.set(segment.ids.subarray(document * ID_LENGTH, (document + 1) * ID_LENGTH), number * ID_LENGTH)
    versions.set(segment.versions.subarray(document * 2, document * 2 + 2), number * 2)
    tagHashes[number] = segment.tagHashes[document] as number
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      lengths[field * count + number] = segment.lengths[field * segment.documents + document] as number
    }
    const size = (segment.textOffsets[document + 1] as number) - (segment.textOffsets[document] as number)
    textOffsets[number + 1] = (textOffsets[number] as number) + size
  })
  return { ids, versions, tagHashes, lengths, textOffsets }
}

type TermTables = Pick<
  SegmentTables,
  'characters' | 'termOffsets' | 'frequencies' | 'postingOffsets' | 'positionOffsets'
>

/** The lists of one term in one of the segments. */
interface Cursor {
  readonly segment: number
  readonly postings: NumberReader
  readonly positions: NumberReader
  readonly mask: number
}

class TermMerger {
  private readonly segments: readonly Segment[]
  private readonly numbers: readonly Int32Array[]
  private readonly characters = new UnitWriter(1 << 16)
  private readonly postings = new ByteWriter(1 << 20)
  private readonly positions = new ByteWriter(1 << 20)
  private readonly list = new ByteWriter(1 << 16)
  private readonly places = new ByteWriter(1 << 16)
  private readonly termOffsets = new OffsetList()
  private readonly postingOffsets = new OffsetList()
  private readonly positionOffsets = new OffsetList()
  private readonly frequencies = new OffsetList()

  constructor(segments: readonly Segment[], numbers: readonly Int32Array[]) {
    this.segments = segments
    this.numbers = numbers
  }

  merge(): { tables: TermTables; names: string[]; postings: Uint8Array; positions: Uint8Array } {
    const next = this.segments.map((segment) => (segment.terms > 0 ? termAt(segment, 0) : null))
    const at = this.segments.map(() => 0)
    const names: string[] = []
    this.noteOffsets()
    for (;;) {
      const name = next.reduce(
        (least, term) => (term !== null && (least === null || term < least) ? term : least),
        null,
      )
      if (name === null) break
      const cursors: Cursor[] = []
      next.forEach((term, index) => {
        if (term !== name) return
        const segment = this.segments[index] as Segment
        const number = at[index] as number
        cursors.push(cursorAt(segment, index, number))
        at[index] = number + 1
        next[index] = number + 1 < segment.terms ? termAt(segment, number + 1) : null
      })
      const frequency = this.mergeTerm(cursors)
      if (frequency === 0) continue
      names.push(name)
      this.characters.text(name)
      this.frequencies.push(frequency)
      this.noteOffsets()
    }
    const tables: TermTables = {
      characters: this.characters.finish(),
      termOffsets: this.termOffsets.finish(),
      frequencies: this.frequencies.finish(),
      postingOffsets: this.postingOffsets.finish(),
      positionOffsets: this.positionOffsets.finish(),
    }
    return { tables, names, postings: this.postings.finish(), positions: this.positions.finish() }
  }

  private noteOffsets(): void {
    this.termOffsets.push(this.characters.length)
    this.postingOffsets.push(this.postings.length)
    this.positionOffsets.push(this.positions.length)
  }

  /** Joins the lists of one term; returns in how many fields of living articles it is, 0 if it is gone. */
  private mergeTerm(cursors: readonly Cursor[]): number {
    const { postings } = this
    const maskAt = postings.length
    const all = cursors.reduce((mask, cursor) => mask | cursor.mask, 0)
    let mask = 0
    let frequency = 0
    postings.byte(0)
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      if (((all >> field) & 1) === 0) continue
      const count = this.mergeField(cursors, field)
      if (count === 0) continue
      mask |= 1 << field
      frequency += count
    }
    if (frequency === 0) postings.length = maskAt
    else postings.bytes[maskAt] = mask
    return frequency
  }

  private mergeField(cursors: readonly Cursor[], field: number): number {
    const { list, places } = this
    list.length = 0
    places.length = 0
    let before = 0
    let count = 0
    for (const cursor of cursors) {
      if (((cursor.mask >> field) & 1) === 0) continue
      const numbers = this.numbers[cursor.segment] as Int32Array
      const documents = cursor.postings.next()
      cursor.postings.next()
      cursor.positions.next()
      let document = 0
      for (let left = documents; left > 0; left -= 1) {
        const value = cursor.postings.next()
        document += value >>> 1
        const times = (value & 1) === 1 ? 1 : cursor.postings.next()
        const from = cursor.positions.at
        skip(cursor.positions, times)
        const number = numbers[document] as number
        if (number < 0) continue
        places.append(cursor.positions.bytes, from, cursor.positions.at)
        list.number(((number - before) << 1) | (times === 1 ? 1 : 0))
        if (times > 1) list.number(times)
        before = number
        count += 1
      }
    }
    if (count === 0) return 0
    this.postings.number(count)
    this.postings.number(list.length)
    this.postings.append(list.bytes, 0, list.length)
    this.positions.number(places.length)
    this.positions.append(places.bytes, 0, places.length)
    return count
  }
}

function skip(reader: NumberReader, count: number): void {
  const { bytes } = reader
  let { at } = reader
  for (let left = count; left > 0; left -= 1) {
    while ((bytes[at++] as number) > 127);
  }
  reader.at = at
}

function cursorAt(segment: Segment, index: number, term: number): Cursor {
  const from = segment.postingOffsets[term] as number
  const lists = segment.postings.read(from, segment.postingOffsets[term + 1] as number)
  const postings = new NumberReader(lists.bytes, lists.at)
  const mask = lists.bytes[postings.at++] as number
  const places = segment.positions.read(
    segment.positionOffsets[term] as number,
    segment.positionOffsets[term + 1] as number,
  )
  return { segment: index, postings, positions: new NumberReader(places.bytes, places.at), mask }
}

/** A growing list of offsets. */
class OffsetList {
  private values = new Uint32Array(1 << 12)
  private length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint32Array(this.values.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }

  finish(): Uint32Array {
    return this.values.slice(0, this.length)
  }
}
