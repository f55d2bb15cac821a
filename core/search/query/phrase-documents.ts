import { FIELD_COUNT } from '../fields.ts'
import { readPlaces } from '../segment/postings.ts'
import type { Segment } from '../segment/segment.ts'
import type { PhraseMatch } from './compile-query.ts'
import type { TermEntry } from './term-lookup.ts'

type Slot = readonly TermEntry[]
/** Places of a slot's words by article, rising. */
type Places = ReadonlyMap<number, readonly number[]>

/** The articles of a segment in which the words of a phrase stand together, rising; `index` is the segment's number. */
export function phraseDocuments(segment: Segment, index: number, phrase: PhraseMatch): Uint32Array {
  const found = new Set<number>()
  for (let field = 0; field < FIELD_COUNT; field += 1) {
    if (((phrase.fields >> field) & 1) !== 0) addFromField(segment, index, phrase, field, found)
  }
  return Uint32Array.from(found).sort()
}

function addFromField(segment: Segment, index: number, phrase: PhraseMatch, field: number, found: Set<number>): void {
  const places = placesOfSlots(segment, index, phrase.slots, field)
  const [first] = places
  if (first === undefined) return
  for (const document of smallest(places).keys()) {
    if (found.has(document)) continue
    const lists = places.map((slot) => slot.get(document) ?? [])
    const together = phrase.within === null ? standInOrder(lists) : standWithin(lists, phrase.within)
    if (together) found.add(document)
  }
}

/** Reads the rarest slot first, and of the others only the articles that are left. Empty where a slot has none. */
function placesOfSlots(segment: Segment, index: number, slots: readonly Slot[], field: number): Places[] {
  const order = slots
    .map((slot, at) => ({ at, slot, cost: slot.reduce((sum, entry) => sum + entry.frequency, 0) }))
    .sort((left, right) => left.cost - right.cost)
  const result: Places[] = []
  let wanted: Uint8Array | null = null
  for (const { at, slot } of order) {
    const places = readSlot(segment, index, slot, field, wanted)
    if (places.size === 0) return []
    result[at] = places
    wanted = new Uint8Array(segment.documents)
    for (const document of places.keys()) wanted[document] = 1
  }
  return result
}

function readSlot(segment: Segment, index: number, slot: Slot, field: number, wanted: Uint8Array | null): Places {
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

function smallest(places: readonly Places[]): Places {
  return places.reduce((least, slot) => (slot.size < least.size ? slot : least))
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
