/** Random numbers that can be had again from their seed. */
export interface Random {
  readonly seed: number
  /** From 0 up to 1. */
  next(): number
  /** A whole number below `limit`. */
  below(limit: number): number
  pick<Item>(items: readonly Item[]): Item
  chance(share: number): boolean
}

/** Numbers by the mulberry32 rule. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { seed, next, below, pick: (items) => items[below(items.length)]!, chance: (share) => next() < share }
}

/** A seed that no run had before, unless one is given to repeat a run. */
export function freshSeed(): number {
  const given = Number(process.env.PRESS_ARCHIVE_SEED_NUMBER)
  return Number.isInteger(given) && given > 0 ? given : Math.floor(Math.random() * 2 ** 31)
}
