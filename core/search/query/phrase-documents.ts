import { FIELD_COUNT } from '../fields.ts'
import { postingLists, readPostings, type PostingList } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { PhraseMatch } from './compile-query.ts'
import { slotPlaces, type FieldOfSegment, type SlotPlaces } from './slot-places.ts'
import type { TermEntry } from './term-lookup.ts'

type Slot = readonly TermEntry[]

/**
 * The articles of a segment in which the words of a phrase stand together, rising; `index` is the segment's number.
 * Where `among` is given (one flag an article), only those articles are looked at.
 */
export function phraseDocuments(
  segment: Segment,
  index: number,
  phrase: PhraseMatch,
  among: Uint8Array | null = null,
): Uint32Array {
  const found = new Set<number>()
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    if (((phrase.fields >> field) & 1) !== 0) addFromField({ segment, index, field }, phrase, among, found)
  }
  return Uint32Array.from(found).sort()
}

function addFromField(at: FieldOfSegment, phrase: PhraseMatch, among: Uint8Array | null, found: Set<number>): void {
  const { slots, within } = phrase
  const holders = holdersOfAll(at, slots, among)
  if (holders === null) return
  const ranks = new Int32Array(at.segment.documents)
  holders.forEach((document, number) => (ranks[document] = number + 1))
  const places = slots.map((slot) => slotPlaces(at, slot, ranks, holders.length))
  holders.forEach((document, number) => {
    if (found.has(document)) return
    if (within === null ? standInOrder(places, number) : standWithin(places, number, within)) found.add(document)
  })
}

/** Articles that have a word of every slot in a field, or null where there are none. Costs no places. */
function holdersOfAll(at: FieldOfSegment, slots: readonly Slot[], among: Uint8Array | null): readonly number[] | null {
  const lists = slots.map((slot) => listsOf(at, slot)).sort((left, right) => sizeOf(left) - sizeOf(right))
  if (lists.some((list) => list.length === 0)) return null
  const levels = new Uint8Array(at.segment.documents)
  let documents: number[] = []
  for (const [level, slot] of lists.entries()) {
    documents = []
    for (const list of slot) {
      readPostings(list, (document) => {
        if (levels[document] !== level || (among !== null && among[document] === 0)) return
        levels[document] = level + 1
        documents.push(document)
      })
    }
    if (documents.length === 0) return null
  }
  return documents
}

function listsOf({ segment, index, field }: FieldOfSegment, slot: Slot): PostingList[] {
  return slot
    .map((entry) => entry.at[index] ?? -1)
    .filter((term) => term >= 0)
    .map((term) => postingLists(segment, term, 1 << field)[field])
    .filter((list) => list !== undefined)
}

function sizeOf(lists: readonly PostingList[]): number {
  return lists.reduce((sum, { count }) => sum + count, 0)
}

// Places inside the tables by the way they are counted: hence the bare `as number` below.

/** True if the slots hold places that follow one another in the article with this number. */
export function standInOrder(slots: readonly SlotPlaces[], article: number): boolean {
  const [first, ...rest] = slots as [SlotPlaces, ...SlotPlaces[]]
  const end = first.offsets[article + 1] as number
  for (let at = first.offsets[article] as number; at < end; at += 1) {
    const place = first.values[at] as number
    if (rest.every((slot, number) => holds(slot, article, place + number + 1))) return true
  }
  return false
}

function holds({ values, offsets }: SlotPlaces, article: number, place: number): boolean {
  let low = offsets[article] as number
  let high = (offsets[article + 1] as number) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = values[middle] as number
    if (found === place) return true
    if (found < place) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** True if there is a stretch with one place of every slot, all different, whose ends are at most `within` apart. */
export function standWithin(slots: readonly SlotPlaces[], article: number, within: number): boolean {
  const [one, other] = slots
  if (one !== undefined && other !== undefined && slots.length === 2) return twoStandWithin(one, other, article, within)
  return manyStandWithin(
    slots.map(({ values, offsets }) => [...values.subarray(offsets[article], offsets[article + 1])]),
    within,
  )
}

/** The usual case, without making anything. */
function twoStandWithin(one: SlotPlaces, other: SlotPlaces, article: number, within: number): boolean {
  const end = one.offsets[article + 1] as number
  const otherEnd = other.offsets[article + 1] as number
  let from = other.offsets[article] as number
  for (let at = one.offsets[article] as number; at < end; at += 1) {
    const place = one.values[at] as number
    while (from < otherEnd && (other.values[from] as number) < place - within) from += 1
    for (let next = from; next < otherEnd && (other.values[next] as number) <= place + within; next += 1) {
      // The same word asked for twice must stand there twice.
      if (other.values[next] !== place) return true
    }
  }
  return false
}

function manyStandWithin(lists: readonly (readonly number[])[], within: number): boolean {
  const all = lists.flatMap((list, slot) => list.map((place) => ({ place, slot })))
  all.sort((left, right) => left.place - right.place)
  const inside = new Array<number>(lists.length).fill(0)
  let kinds = 0
  let start = 0
  for (let end = 0; end < all.length; end += 1) {
    const last = all[end]
    if (last === undefined) break
    inside[last.slot] = (inside[last.slot] ?? 0) + 1
    if (inside[last.slot] === 1) kinds += 1
    for (let first = all[start]; first !== undefined && last.place - first.place > within; first = all[start]) {
      inside[first.slot] = (inside[first.slot] ?? 0) - 1
      if (inside[first.slot] === 0) kinds -= 1
      start += 1
    }
    if (
      kinds === lists.length &&
      differ(
        all.slice(start, end + 1).map((entry) => entry.place),
        lists.length,
      )
    )
      return true
  }
  return false
}

/** The same word asked for twice must stand there twice. */
function differ(places: readonly number[], count: number): boolean {
  return new Set(places).size >= count
}
