import { readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { ByteSource, ByteStretch } from '../segment/segment.ts'
import { IndexDamaged } from './index-damaged.ts'

/** Bytes that have one checksum together. */
export const PAGE_SIZE = 16_384
/** Bytes kept of what was read last, over all files. */
const RECENT_BYTES = 32 * 1_048_576

/** The checksum of each page of a run of bytes. */
export function pageChecks(bytes: Uint8Array): Uint32Array {
  const pages = Math.ceil(bytes.length / PAGE_SIZE)
  return Uint32Array.from({ length: pages }, (_, page) => crc32(pageOf(bytes, page)))
}

function pageOf(bytes: Uint8Array, page: number): Uint8Array {
  return bytes.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
}

/**
 * Checks a run of bytes in memory against the checksums of its pages.
 *
 * @throws IndexDamaged
 */
export function checkPages(file: string, bytes: Uint8Array, checks: Uint32Array): void {
  checks.forEach((check, page) => {
    if (crc32(pageOf(bytes, page)) !== check) throw new IndexDamaged(file, 'A page of the index is damaged')
  })
}

/** Bytes of a file that lie in memory; each page is checked when it is first asked for, since a start needs few of them. */
export class PagesInMemory implements ByteSource {
  readonly length: number
  private readonly file: string
  private readonly bytes: Uint8Array
  private readonly checks: Uint32Array
  /** 1 for pages that are whole. */
  private readonly known: Uint8Array

  constructor(file: string, bytes: Uint8Array, checks: Uint32Array) {
    this.file = file
    this.bytes = bytes
    this.length = bytes.length
    this.checks = checks
    this.known = new Uint8Array(checks.length)
  }

  /** @throws IndexDamaged */
  read(from: number, to: number): ByteStretch {
    const { bytes, known } = this
    for (let page = Math.floor(from / PAGE_SIZE); page * PAGE_SIZE < to; page += 1) {
      if (known[page] === 1) continue
      if (crc32(pageOf(bytes, page)) !== this.checks[page]) {
        throw new IndexDamaged(this.file, 'A page of the index is damaged')
      }
      known[page] = 1
    }
    return { bytes, at: from }
  }
}

/** What was read last, by words that are asked for again: while a query is typed on, or its page is made. */
class RecentPages {
  private readonly stretches = new Map<string, Uint8Array>()
  private size = 0

  get(key: string): Uint8Array | undefined {
    const found = this.stretches.get(key)
    if (found === undefined) return undefined
    // A map keeps the order of its entries: the longest unused come first.
    this.stretches.delete(key)
    this.stretches.set(key, found)
    return found
  }

  put(key: string, bytes: Uint8Array): Uint8Array {
    this.stretches.set(key, bytes)
    this.size += bytes.length
    for (const [oldest, { length }] of this.stretches) {
      if (this.size <= RECENT_BYTES || oldest === key) break
      this.stretches.delete(oldest)
      this.size -= length
    }
    return bytes
  }
}

const recent = new RecentPages()
/** Tells one stretch of one file from any other. */
let numbers = 0

/** A stretch of a file, read and checked page by page. */
export class FilePages implements ByteSource {
  readonly length: number
  private readonly file: string
  private readonly descriptor: number
  private readonly position: number
  private readonly checks: Uint32Array
  private readonly number = (numbers += 1)

  constructor(file: string, descriptor: number, position: number, length: number, checks: Uint32Array) {
    this.file = file
    this.descriptor = descriptor
    this.position = position
    this.length = length
    this.checks = checks
  }

  /** @throws IndexDamaged */
  read(from: number, to: number): ByteStretch {
    const first = Math.floor(from / PAGE_SIZE)
    const last = to > from ? Math.floor((to - 1) / PAGE_SIZE) : first
    const key = `${this.number}/${first}/${last}`
    return { bytes: recent.get(key) ?? recent.put(key, this.load(first, last)), at: from - first * PAGE_SIZE }
  }

  private load(first: number, last: number): Uint8Array {
    const start = first * PAGE_SIZE
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min((last + 1) * PAGE_SIZE, this.length) - start))
    readExactly(this.file, this.descriptor, bytes, bytes.length, this.position + start)
    checkPages(this.file, bytes, this.checks.subarray(first, last + 1))
    return bytes
  }
}

/** Reads pieces that each have a checksum of their own. */
export class FilePieces implements ByteSource {
  readonly length: number
  private readonly file: string
  private readonly descriptor: number
  private readonly position: number
  private readonly offsets: Uint32Array
  private readonly checks: Uint32Array

  constructor(file: string, descriptor: number, position: number, offsets: Uint32Array, checks: Uint32Array) {
    this.file = file
    this.descriptor = descriptor
    this.position = position
    this.offsets = offsets
    this.checks = checks
    this.length = offsets.at(-1) ?? 0
  }

  /** Reads one whole piece: from one offset to the next. @throws IndexDamaged */
  read(from: number, to: number): ByteStretch {
    const bytes = new Uint8Array(to - from)
    readExactly(this.file, this.descriptor, bytes, bytes.length, this.position + from)
    const piece = pieceAt(this.offsets, from)
    if (crc32(bytes) !== this.checks[piece]) throw new IndexDamaged(this.file, 'A text in the index is damaged')
    return { bytes, at: 0 }
  }
}

/** Number of the piece that begins at an offset. Pieces are never empty. */
function pieceAt(offsets: Uint32Array, offset: number): number {
  let low = 0
  let high = offsets.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** @throws IndexDamaged where the file is shorter than it says. */
export function readExactly(
  file: string,
  descriptor: number,
  target: Uint8Array,
  size: number,
  position: number,
): void {
  let got = 0
  while (got < size) {
    const count = readSync(descriptor, target, got, size - got, position + got)
    if (count === 0) throw new IndexDamaged(file, 'A file of the index is too short')
    got += count
  }
}
