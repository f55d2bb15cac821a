import { FIELD_COUNT } from '../fields.ts'
import { postingLists, readPlaces, readPostings } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { PhraseMatch } from './compile-query.ts'
import type { TermEntry } from './term-lookup.ts'

type Slot = readonly TermEntry[]
/** Places of a slot's words by article, rising. */
type Places = ReadonlyMap<number, readonly number[]>

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

/** One field of one segment. */
interface FieldOfSegment {
  readonly segment: Segment
  readonly index: number
  readonly field: number
}

function addFromField(at: FieldOfSegment, phrase: PhraseMatch, among: Uint8Array | null, found: Set<number>): void {
  const wanted = holdersOfAll(at, phrase.slots, among)
  if (wanted === null) return
  const places = phrase.slots.map((slot) => readSlot(at, slot, wanted))
  for (const document of places[0]?.keys() ?? []) {
    if (found.has(document)) continue
    const lists = places.map((slot) => slot.get(document) ?? [])
    const together = phrase.within === null ? standInOrder(lists) : standWithin(lists, phrase.within)
    if (together) found.add(document)
  }
}

/** Flags of the articles that have a word of every slot in the field; null where there are none. Costs no places. */
function holdersOfAll(
  { segment, index, field }: FieldOfSegment,
  slots: readonly Slot[],
  among: Uint8Array | null,
): Uint8Array | null {
  const levels = new Uint8Array(segment.documents)
  const order = [...slots].sort((left, right) => frequencyOf(left) - frequencyOf(right))
  for (const [level, slot] of order.entries()) {
    let reached = 0
    for (const entry of slot) {
      const term = entry.at[index] ?? -1
      const list = term < 0 ? undefined : postingLists(segment, term, 1 << field)[field]
      if (list === undefined) continue
      readPostings(list, (document) => {
        if (levels[document] !== level || (among !== null && among[document] === 0)) return
        levels[document] = level + 1
        reached += 1
      })
    }
    if (reached === 0) return null
  }
  const all = slots.length
  for (let document = 0; document < levels.length; document += 1) levels[document] = levels[document] === all ? 1 : 0
  return levels
}

function frequencyOf(slot: Slot): number {
  return slot.reduce((sum, entry) => sum + entry.frequency, 0)
}

function readSlot({ segment, index, field }: FieldOfSegment, slot: Slot, wanted: Uint8Array): Places {
  const places = new Map<number, number[]>()
  for (const entry of slot) {
    const term = entry.at[index] ?? -1
    if (term < 0) continue
    readPlaces(segment, term, field, wanted, (document, list) => {
      const known = places.get(document)
      if (known === undefined) places.set(document, list)
      else
        places.set(
          document,
          [...known, ...list].sort((left, right) => left - right),
        )
    })
  }
  return places
}

/** True if the lists hold places that follow one another. */
export function standInOrder(lists: readonly (readonly number[])[]): boolean {
  const [first = [], ...rest] = lists
  return first.some((place) => rest.every((list, index) => includesSorted(list, place + index + 1)))
}

function includesSorted(list: readonly number[], value: number): boolean {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = list[middle] ?? 0
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** True if there is a stretch with one place of every list, all different, whose ends are at most `within` apart. */
export function standWithin(lists: readonly (readonly number[])[], within: number): boolean {
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
