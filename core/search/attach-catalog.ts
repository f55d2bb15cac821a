import { ID_LENGTH } from './segment/segment.ts'
import type { Place, SegmentStore } from './segment/segment-store.ts'
import type { CatalogDifference, CatalogRows } from './worker-protocol.ts'

/** Words of 32 bits in an id. */
const ID_WORDS = ID_LENGTH / 4

/** Gives the articles of the index their rows, buries those that are gone, and tells what differs from the catalog. */
export function attachCatalog(store: SegmentStore, catalog: CatalogRows): CatalogDifference {
  const numbers = new IdTable(catalog.ids)
  const found = new Uint8Array(catalog.rows.length)
  const stale: number[] = []
  const retagged: number[] = []
  const gone: Place[] = []
  for (const segment of store.segments) {
    const ids = wordsOf(segment.ids)
    for (let document = 0; document < segment.documents; document += 1) {
      if (segment.dead[document] === 1) continue
      const index = numbers.find(ids, document)
      if (index < 0 || found[index] === 1) {
        gone.push({ segment, document })
        continue
      }
      found[index] = 1
      const row = catalog.rows[index] ?? -1
      segment.rows[document] = row
      const same =
        segment.versions[document * 2] === catalog.versions[index * 2] &&
        segment.versions[document * 2 + 1] === catalog.versions[index * 2 + 1]
      if (!same) stale.push(row)
      else if (segment.tagHashes[document] !== catalog.tagHashes[index]) retagged.push(row)
    }
  }
  for (const place of gone) store.bury(place)
  found.forEach((flag, index) => {
    if (flag === 0) stale.push(catalog.rows[index] ?? -1)
  })
  store.touch()
  return {
    stale: Uint32Array.from(stale),
    retagged: Uint32Array.from(retagged),
    indexed: store.view().documents,
  }
}

/** Finds ids among many without a string for each: every start compares all of them. */
class IdTable {
  private readonly ids: Uint32Array
  /** Number of an id + 1, or 0. */
  private readonly slots: Int32Array

  constructor(ids: Uint8Array) {
    this.ids = wordsOf(ids)
    const count = ids.length / ID_LENGTH
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)))
    const mask = this.slots.length - 1
    for (let number = 0; number < count; number += 1) {
      let slot = hashAt(this.ids, number) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = number + 1
    }
  }

  /** The number of the id that stands at a place of another run of ids, or -1. */
  find(others: Uint32Array, place: number): number {
    const { ids, slots } = this
    const mask = slots.length - 1
    for (let slot = hashAt(others, place) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1
      if (number < 0) return -1
      let word = 0
      while (word < ID_WORDS && ids[number * ID_WORDS + word] === others[place * ID_WORDS + word]) word += 1
      if (word === ID_WORDS) return number
    }
  }
}

function hashAt(ids: Uint32Array, number: number): number {
  let hash = 0
  for (let word = 0; word < ID_WORDS; word += 1)
    hash = Math.imul(hash ^ (ids[number * ID_WORDS + word] ?? 0), 0x9e3779b1)
  return hash ^ (hash >>> 15)
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
}
