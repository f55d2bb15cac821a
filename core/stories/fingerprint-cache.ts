import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { packSections, unpackSections } from '../archive/catalog/packed-sections.ts'
import { articleId } from '../contract/schemas.ts'
import type { Log } from '../contract/log.ts'
import { isMissing } from '../files/file-system.ts'
import type { ArticleId } from '../model/article-id.ts'
import { writePrivateBytes } from '../workspace/private-file.ts'
import type { Fingerprint, FingerprintCache } from './fingerprints.ts'

/** Raised whenever fingerprints are made otherwise than before: old ones are then made anew. */
const VERSION = 1

const description = v.object({
  ids: v.array(articleId),
  versions: v.array(v.string()),
  /** All keys, each once; articles name them by number. */
  keys: v.array(v.string()),
})

/** The fingerprints of an archive as bytes, for a cache that may be lost at any time. */
function encodeFingerprints(byId: ReadonlyMap<ArticleId, Fingerprint>): Uint8Array {
  const numbers = new Map<string, number>()
  const numberOf = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  const all = [...byId.values()]
  const keyLists = all.map(({ keys }) => Uint32Array.from(keys, numberOf))
  const samples = all.map(({ sample }) => sample)
  return packSections(VERSION, {
    description: { ids: [...byId.keys()], versions: all.map(({ version }) => version), keys: [...numbers.keys()] },
    sections: new Map([
      ['sampleLengths', bytesOf(Uint32Array.from(samples, ({ length }) => length))],
      ['samples', bytesOf(joined(samples))],
      ['keyLengths', bytesOf(Uint32Array.from(keyLists, ({ length }) => length))],
      ['keyNumbers', bytesOf(joined(keyLists))],
    ]),
  })
}

/** Reads fingerprints back; null where the bytes are damaged or of another version. */
function decodeFingerprints(bytes: Uint8Array): ReadonlyMap<ArticleId, Fingerprint> | null {
  const packed = unpackSections(VERSION, bytes)
  const parsed = v.safeParse(description, packed?.description)
  if (packed === null || !parsed.success) return null
  const { ids, versions, keys } = parsed.output
  const numbersIn = (section: string): Uint32Array => numbersOf(packed.sections.get(section) ?? new Uint8Array())
  const sampleOf = slicer(numbersIn('samples'), numbersIn('sampleLengths'))
  const keysOf = slicer(numbersIn('keyNumbers'), numbersIn('keyLengths'))
  return new Map(
    ids.map((id, place): [ArticleId, Fingerprint] => [
      id,
      {
        version: versions[place] ?? '',
        sample: sampleOf(place),
        keys: new Set(Array.from(keysOf(place), (number) => keys[number] ?? '')),
      },
    ]),
  )
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const list of lists) {
    all.set(list, place)
    place += list.length
  }
  return all
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  // A copy, since the bytes may lie at any place of a larger block.
  return new Uint32Array(new Uint8Array(bytes).buffer)
}

/** Cuts numbers into the lists that were joined, one after the other. */
function slicer(numbers: Uint32Array, lengths: Uint32Array): (place: number) => Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (const [place, length] of lengths.entries()) starts[place + 1] = (starts[place] ?? 0) + length
  return (place) => numbers.slice(starts[place], starts[place + 1])
}

/** Opens the cache in a file; `file` is an absolute path in the user's cache folder. */
export function createFingerprintCache(file: string, log: Log): FingerprintCache {
  return { read: () => readCache(file, log), write: (byId) => writeCache(file, byId, log) }
}

/** Empty where there is no cache that can be used. */
async function readCache(file: string, log: Log): Promise<ReadonlyMap<ArticleId, Fingerprint>> {
  try {
    const read = decodeFingerprints(await readFile(file))
    if (read !== null) return read
    log.warn('The cache of text fingerprints is damaged or of another version; they are made anew.')
  } catch (error) {
    // Whatever is wrong with a cache: the articles have everything.
    if (!isMissing(error)) log.error('The cache of text fingerprints cannot be read; they are made anew', error)
  }
  return new Map()
}

/** Writes the cache whole or not at all; a failure only costs time later. */
async function writeCache(file: string, byId: ReadonlyMap<ArticleId, Fingerprint>, log: Log): Promise<void> {
  try {
    await writePrivateBytes(file, encodeFingerprints(byId))
  } catch (error) {
    log.error('The cache of text fingerprints cannot be written', error)
  }
}
