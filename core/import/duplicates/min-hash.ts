/** Values in a signature. */
export const SIGNATURE_LENGTH = 64

/** Of two texts whose shingles are a quarter the same at least so many values agree, on average. */
export const LEAST_EQUAL = 16
/** Two texts as alike as that agree in the first values nearly always: the rest is only compared then. */
const FIRST_LOOK = 16

/** Odd multipliers and addends, one pair for each value; the same in every program, since signatures are kept. */
const FACTORS = makeFactors()

function makeFactors(): Uint32Array {
  const factors = new Uint32Array(SIGNATURE_LENGTH * 2)
  let state = 0x9e3779b9
  for (let place = 0; place < factors.length; place += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39)
    state = (state ^ (state >>> 15)) + 0x6d2b79f5
    factors[place] = place % 2 === 0 ? (state | 1) >>> 0 : state >>> 0
  }
  return factors
}

/** MinHash of a set of hashes: the least value of each of 64 functions. Empty sets agree with nothing. */
export function signatureOf(hashes: ReadonlySet<number>): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff)
  for (const hash of hashes) {
    for (let place = 0; place < SIGNATURE_LENGTH; place += 1) {
      const mixed = (Math.imul(hash ^ (hash >>> 16), FACTORS[2 * place] ?? 1) + (FACTORS[2 * place + 1] ?? 0)) >>> 0
      if (mixed < (signature[place] ?? 0)) signature[place] = mixed
    }
  }
  return signature
}

/** Number of equal values of a signature and of the one that stands in `table` from `offset` on. */
export function countEqual(signature: Uint32Array, table: Uint32Array, offset = 0): number {
  let equal = 0
  for (let place = 0; place < SIGNATURE_LENGTH; place += 1) {
    if (signature[place] === table[offset + place] && signature[place] !== 0xffffffff) equal += 1
    if (place === FIRST_LOOK - 1 && equal === 0) return 0
  }
  return equal
}
