import { FIELD_COUNT } from '../fields.ts'
import type { AnalysedArticle } from './analysed-article.ts'
import { analyseStored, termCounts, unpackText, type StoredText } from './analyse-article.ts'
import { buildSegment } from './build-segment.ts'
import type { IndexView } from './index-view.ts'
import { ID_LENGTH, idAt, liveLengths, type Segment } from './segment.ts'

/** Articles of the newest segment, which is made anew with every change: few, so that a change takes milliseconds. */
export const DELTA_SIZE = 16

/** Where an article lies. */
export interface Place {
  readonly segment: Segment
  readonly document: number
}

/**
 * The segments of one index in memory: immutable ones, old to new, and a small delta. An article that is replaced or
 * removed is marked dead where it lies, and what it counted in the frequencies is taken back.
 */
export class SegmentStore {
  private sealedSegments: readonly Segment[] = []
  private delta: readonly AnalysedArticle[] = []
  private deltaSegment: Segment | null = null
  private cachedView: IndexView | null = null
  /** Sums of living lengths per segment; thrown away when one of its articles dies. */
  private readonly sums = new WeakMap<Segment, readonly number[]>()

  get segments(): readonly Segment[] {
    return this.deltaSegment === null ? this.sealedSegments : [...this.sealedSegments, this.deltaSegment]
  }

  get sealed(): readonly Segment[] {
    return this.sealedSegments
  }

  get unsealed(): Segment | null {
    return this.deltaSegment
  }

  /** The index as it is now; the same object until the next change. */
  view(): IndexView {
    this.cachedView ??= this.makeView()
    return this.cachedView
  }

  /** Rows or articles changed: the view of before no longer holds. */
  touch(): void {
    this.cachedView = null
  }

  private makeView(): IndexView {
    const { segments } = this
    const sums = new Array<number>(FIELD_COUNT).fill(0)
    let documents = 0
    let rowCapacity = 0
    for (const segment of segments) {
      documents += segment.documents - segment.deadCount
      this.sumsOf(segment).forEach((sum, field) => (sums[field] = (sums[field] ?? 0) + sum))
      for (const row of segment.rows) if (row >= rowCapacity) rowCapacity = row + 1
    }
    return { segments, documents, averages: sums.map((sum) => sum / documents), rowCapacity }
  }

  private sumsOf(segment: Segment): readonly number[] {
    const known = this.sums.get(segment)
    if (known !== undefined) return known
    const sums = liveLengths(segment)
    this.sums.set(segment, sums)
    return sums
  }

  /** Where the living article of a row lies. */
  placeOf(row: number): Place | null {
    for (const segment of this.segments) {
      const document = segment.rows.indexOf(row)
      if (document >= 0) return { segment, document }
    }
    return null
  }

  /** The stored text of an article. */
  textAt({ segment, document }: Place): StoredText {
    const from = segment.textOffsets[document] ?? 0
    const to = segment.textOffsets[document + 1] ?? from
    const { bytes, at } = segment.texts.read(from, to)
    return unpackText(bytes.subarray(at, at + to - from))
  }

  /** Adds articles; those whose row is known are replaced. Returns the segment that was sealed, if any. */
  add(articles: readonly AnalysedArticle[]): Segment | null {
    for (const article of articles) if (article.row >= 0) this.remove(article.row)
    this.delta = [...this.delta, ...articles]
    this.deltaSegment = this.delta.length === 0 ? null : buildSegment(this.delta)
    this.touch()
    return this.delta.length >= DELTA_SIZE ? this.seal() : null
  }

  /** Makes the delta an ordinary segment. */
  seal(): Segment | null {
    const sealed = this.deltaSegment
    if (sealed === null) return null
    this.sealedSegments = [...this.sealedSegments, sealed]
    this.delta = []
    this.deltaSegment = null
    this.touch()
    return sealed
  }

  /** Takes the article of a row out of the index; false if it was not there. */
  remove(row: number): boolean {
    const place = this.placeOf(row)
    if (place === null) return false
    if (place.segment === this.deltaSegment) this.removeFromDelta(place.document)
    else this.bury(place)
    this.touch()
    return true
  }

  /** Takes an article out of the index by its id; false if it was not there. */
  removeId(id: string): boolean {
    for (const segment of this.segments) {
      const document = findId(segment, id)
      if (document < 0) continue
      if (segment === this.deltaSegment) this.removeFromDelta(document)
      else this.bury({ segment, document })
      this.touch()
      return true
    }
    return false
  }

  private removeFromDelta(document: number): void {
    this.delta = this.delta.filter((_, index) => index !== document)
    this.deltaSegment = this.delta.length === 0 ? null : buildSegment(this.delta)
  }

  /** Leaves out the segments of which every article was replaced or removed: there is nothing in them to be joined. */
  dropSpent(): void {
    const spent = this.sealedSegments.filter(({ documents, deadCount }) => deadCount === documents)
    if (spent.length > 0) this.replace(spent, [])
  }

  /** Marks an article dead and takes back what its old text counts. */
  bury(place: Place): void {
    const { segment, document } = place
    if (segment.dead[document] === 1) return
    for (const [term, count] of termCounts(this.textAt(place))) {
      segment.surplus.set(term, (segment.surplus.get(term) ?? 0) + count)
    }
    segment.dead[document] = 1
    segment.rows[document] = -1
    segment.deadCount += 1
    this.sums.delete(segment)
    this.touch()
  }

  /** The article of a row analysed anew with other tag names. */
  retagged(row: number, tagNames: readonly string[], tagHash: number): AnalysedArticle | null {
    const place = this.placeOf(row)
    if (place === null) return null
    const { segment, document } = place
    const version = [segment.versions[document * 2] ?? 0, segment.versions[document * 2 + 1] ?? 0] as const
    const text = this.textAt(place)
    return { ...analyseStored({ ...text, tagNames, id: idAt(segment, document), version: '', tagHash, row }), version }
  }

  /** Puts segments in the place of others: after a merge, or when the index is read from disk. */
  replace(old: readonly Segment[], fresh: readonly Segment[]): void {
    const kept = this.sealedSegments.filter((segment) => !old.includes(segment))
    this.sealedSegments = [...fresh, ...kept]
    this.touch()
  }

  /** Takes the articles of many rows out of the index, those that are there. */
  removeRows(rows: Int32Array): void {
    const present = new Uint8Array(this.view().rowCapacity)
    for (const segment of this.segments) for (const row of segment.rows) if (row >= 0) present[row] = 1
    for (const row of rows) if (present[row] === 1) this.remove(row)
  }

  /** Adds a segment whose articles have these rows, -1 for those that are dead already. */
  adopt(segment: Segment, rows: Int32Array): void {
    segment.rows.set(rows)
    rows.forEach((row, document) => {
      if (row < 0) this.bury({ segment, document })
    })
    this.sealedSegments = [...this.sealedSegments, segment]
    this.touch()
  }

  /** Forgets everything. */
  clear(): void {
    this.sealedSegments = []
    this.delta = []
    this.deltaSegment = null
    this.touch()
  }
}

/** Number of the living article with an id, or -1. */
function findId(segment: Segment, id: string): number {
  const wanted = Buffer.from(id, 'latin1')
  const { ids } = segment
  const bytes = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength)
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
    const document = at / ID_LENGTH
    if (Number.isInteger(document) && segment.dead[document] === 0) return document
  }
  return -1
}
