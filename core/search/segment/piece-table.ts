const FIRST_SLOTS = 1 << 14
const FIRST_UNITS = 1 << 17

/**
 * A table from stretches of texts to numbers that needs no string for a stretch: a million words a second are looked up
 * while an index is built, and nearly all of them were seen before.
 */
export class PieceTable {
  size = 0
  /** Number of an entry + 1, or 0. */
  private slots = new Int32Array(FIRST_SLOTS)
  /** Four numbers an entry, side by side in memory: hash, offset in `units`, length, value. */
  private entries = new Int32Array(FIRST_SLOTS * 2)
  private unitCount = 0
  private units = new Uint16Array(FIRST_UNITS)

  // Places inside the tables by the way they are counted: hence the bare `as number` below.

  /** The number of a stretch whose hash is given, or -1. */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots, entries, units } = this
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = ((slots[slot] as number) - 1) * 4
      if (at < 0) return -1
      if (entries[at] !== hash || entries[at + 2] !== end - start) continue
      const offset = entries[at + 1] as number
      let place = start
      while (place < end && units[offset + place - start] === text.charCodeAt(place)) place += 1
      if (place === end) return entries[at + 3] as number
    }
  }

  /** Adds a stretch that is not there yet. */
  add(text: string, start: number, end: number, hash: number, value: number): void {
    if (this.size * 2 >= this.slots.length) this.growSlots()
    const offset = this.unitCount
    const length = end - start
    if (offset + length > this.units.length)
      this.units = grown(this.units, Math.max(this.units.length * 2, offset + length))
    for (let place = 0; place < length; place += 1) this.units[offset + place] = text.charCodeAt(start + place)
    this.unitCount += length
    this.entries.set([hash, offset, length, value], this.size * 4)
    this.place(this.size)
    this.size += 1
  }

  private place(entry: number): void {
    const mask = this.slots.length - 1
    let slot = (this.entries[entry * 4] as number) & mask
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask
    this.slots[slot] = entry + 1
  }

  private growSlots(): void {
    const count = this.slots.length * 2
    this.slots = new Int32Array(count)
    this.entries = grown(this.entries, count * 2)
    for (let entry = 0; entry < this.size; entry += 1) this.place(entry)
  }
}

function grown<Numbers extends Int32Array | Uint16Array>(old: Numbers, length: number): Numbers {
  // The same kind of array as was given.
  const fresh = (old instanceof Int32Array ? new Int32Array(length) : new Uint16Array(length)) as Numbers
  fresh.set(old)
  return fresh
}
