/** A source of numbers from 0 (inclusive) to 1 (exclusive) that gives the same ones for the same seed. */
export type Random = () => number

/** Mulberry32: small, quick, and good enough for generated texts. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `from` (inclusive) to `to` (exclusive). */
export function wholeBetween(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from))
}

/** One of a list. */
export function oneOf<Value>(random: Random, list: readonly Value[]): Value {
  const value = list[Math.floor(random() * list.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

/** A normally distributed number with mean 0 and deviation 1. */
export function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(Math.max(random(), 1e-12))) * Math.cos(2 * Math.PI * random())
}

/** Ranks from 0 to `count` - 1, the first the most frequent, by Zipf's law. */
export function zipfRanks(count: number, exponent: number, shift: number): (random: Random) => number {
  const sums = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank += 1) {
    total += 1 / Math.pow(rank + 1 + shift, exponent)
    sums[rank] = total
  }
  return (random) => {
    const wanted = random() * total
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
