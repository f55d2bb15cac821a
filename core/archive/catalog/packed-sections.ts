import { crc32 } from 'node:zlib'

/** Named blocks of bytes, and a small description of them that is JSON. */
export interface Packed {
  readonly description: unknown
  readonly sections: ReadonlyMap<string, Uint8Array>
}

const MAGIC = 'PRESSCAT'
/** Magic, version, checksum, length of the header, length of everything. */
const PREFIX = 8 + 4 + 4 + 4 + 8
const ALIGNMENT = 8

interface SectionPlace {
  readonly name: string
  readonly offset: number
  readonly length: number
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}

/** Puts blocks into one, behind a header with version, lengths and a checksum of everything after it. */
export function packSections(version: number, { description, sections }: Packed): Uint8Array {
  let offset = 0
  const places: SectionPlace[] = []
  for (const [name, bytes] of sections) {
    places.push({ name, offset, length: bytes.length })
    offset = aligned(offset + bytes.length)
  }
  const header = Buffer.from(JSON.stringify({ description, places }))
  const start = aligned(PREFIX + header.length)
  const packed = Buffer.alloc(start + offset)
  packed.write(MAGIC, 0, 'latin1')
  packed.writeUInt32LE(version, 8)
  packed.writeUInt32LE(header.length, 16)
  packed.writeDoubleLE(packed.length, 20)
  header.copy(packed, PREFIX)
  for (const place of places) packed.set(sections.get(place.name) ?? [], start + place.offset)
  packed.writeUInt32LE(crc32(packed.subarray(16)), 12)
  return packed
}

/** Takes packed blocks apart without copying them; null where version, length or checksum do not fit. */
export function unpackSections(version: number, packed: Uint8Array): Packed | null {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length)
  if (bytes.length < PREFIX || bytes.toString('latin1', 0, 8) !== MAGIC) return null
  if (bytes.readUInt32LE(8) !== version || bytes.readDoubleLE(20) !== bytes.length) return null
  if (bytes.readUInt32LE(12) !== crc32(bytes.subarray(16))) return null
  const headerLength = bytes.readUInt32LE(16)
  const start = aligned(PREFIX + headerLength)
  // Written by `packSections` and proven whole by the checksum.
  const header = JSON.parse(bytes.toString('utf8', PREFIX, PREFIX + headerLength)) as {
    readonly description: unknown
    readonly places: readonly SectionPlace[]
  }
  const sections = header.places.map(({ name, offset, length }): readonly [string, Uint8Array] => [
    name,
    bytes.subarray(start + offset, start + offset + length),
  ])
  return { description: header.description, sections: new Map(sections) }
}
