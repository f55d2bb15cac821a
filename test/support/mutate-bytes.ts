import { unzipSync, zipSync } from 'fflate'

/** Random numbers from 0 to below 1 that come again for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const ZIP = [0x50, 0x4b, 3, 4]

/**
 * A damaged copy. Half of the copies of a zip are whole as zips and damaged in one of their parts: otherwise nearly all would
 * be refused at their sums, and nothing behind them would be tried.
 */
export function mutateSource(source: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const isZip = ZIP.every((byte, place) => source[place] === byte)
  if (!isZip || random() < 0.5) return mutateBytes(source, other, random)
  const entries = Object.entries(unzipSync(source)).filter(([, bytes]) => bytes.length > 0)
  const chosen = Math.floor(random() * entries.length)
  const inside = entries.map(([name, bytes], place): readonly [string, Uint8Array] => [
    name,
    place === chosen ? mutateBytes(bytes, entries[0]?.[1] ?? bytes, random) : bytes,
  ])
  return zipSync(Object.fromEntries(inside), { level: 1 })
}

/** A damaged copy: bytes flipped, a stretch cut out, doubled, zeroed or taken from another file, or the end missing. */
export function mutateBytes(source: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * source.length)
  const length = Math.floor(random() * Math.min(4_096, source.length - at)) + 1
  const piece = source.subarray(at, at + length)
  switch (Math.floor(random() * 6)) {
    case 0: {
      const flipped = Uint8Array.from(source)
      for (let count = 0; count < 1 + random() * 32; count += 1)
        flipped[Math.floor(random() * source.length)] = Math.floor(random() * 256)
      return flipped
    }
    case 1:
      return Uint8Array.from([...source.subarray(0, at), ...source.subarray(at + length)])
    case 2:
      return Uint8Array.from([...source.subarray(0, at), ...piece, ...piece, ...source.subarray(at)])
    case 3:
      return Uint8Array.from(source).fill(0, at, at + length)
    case 4:
      return Uint8Array.from([...source.subarray(0, at), ...other.subarray(0, length), ...source.subarray(at + length)])
    default:
      return source.slice(0, at)
  }
}
