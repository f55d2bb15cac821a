import { closeSync, fstatSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { createSegment, type Segment, type SegmentTables } from '../segment/segment.ts'
import { FilePages, FilePieces, pageChecks, PagesInMemory, readExactly } from './file-pages.ts'
import { IndexDamaged } from './index-damaged.ts'
import type { ReadingMode } from '../worker-protocol.ts'

const HEADER_SIZE = 4_096
const MAGIC = 'PRESSEG1'
const FORMAT = 1
/** Fixed part of the header: magic, length and checksum of the JSON behind it. */
const PREFIX_SIZE = 16

/** What a segment belongs to: both must be those of the open archive. */
export interface SegmentIdentity {
  readonly archiveId: string
  /** Rules of analysis, see `ANALYSER_VERSION`. */
  readonly analyser: string
}

/** The content of a file to be written. `texts` calls back with the stored texts one after the other. */
export interface SegmentContent {
  readonly tables: SegmentTables
  readonly postings: Uint8Array
  readonly positions: Uint8Array
  readonly texts: (write: (bytes: Uint8Array) => void) => void
}

type Section = readonly [offset: number, length: number, check: number]

interface Header extends SegmentIdentity {
  readonly format: number
  readonly size: number
  readonly sections: Readonly<Record<string, Section>>
}

type TableArray = Uint8Array | Uint16Array | Uint32Array

/** A segment read from a file. */
export interface OpenedSegment {
  readonly segment: Segment
  /** Checksum of the header, which tells this file from any other. */
  readonly check: number
  readonly descriptor: number
}

const PAGED = ['postings', 'positions'] as const

/**
 * Writes a segment so that the file is either there as a whole or not at all. Returns the checksum of its header.
 */
export function writeSegmentFile(path: string, identity: SegmentIdentity, content: SegmentContent): number {
  const arrays: Record<string, TableArray> = {
    ...tablesOf(content.tables),
    // Filled in below, once the texts have passed.
    textChecks: new Uint32Array(content.tables.tagHashes.length),
    postingChecks: pageChecks(content.postings),
    positionChecks: pageChecks(content.positions),
    postings: content.postings,
    positions: content.positions,
  }
  const temporary = `${path}.tmp`
  const check = writeTemporary(temporary, identity, content, arrays)
  renameSync(temporary, path)
  return check
}

function writeTemporary(
  temporary: string,
  identity: SegmentIdentity,
  content: SegmentContent,
  arrays: Readonly<Record<string, TableArray>>,
): number {
  const descriptor = openSync(temporary, 'w')
  try {
    const sections: Record<string, Section> = {}
    let at = HEADER_SIZE
    for (const [name, array] of Object.entries(arrays)) {
      const bytes = bytesOf(array)
      // Pages have checksums of their own.
      sections[name] = [at, bytes.length, PAGED.some((paged) => paged === name) ? 0 : crc32(bytes)]
      writeFully(descriptor, bytes, at)
      at = align(at + bytes.length)
    }
    const textsAt = at
    const textChecks: number[] = []
    content.texts((bytes) => {
      writeFully(descriptor, bytes, at)
      textChecks.push(crc32(bytes))
      at += bytes.length
    })
    sections['texts'] = [textsAt, at - textsAt, 0]
    const checks = bytesOf(Uint32Array.from(textChecks))
    const [checksAt = 0] = sections['textChecks'] ?? []
    writeFully(descriptor, checks, checksAt)
    sections['textChecks'] = [checksAt, checks.length, crc32(checks)]
    const check = writeHeader(descriptor, { ...identity, format: FORMAT, size: at, sections })
    fsyncSync(descriptor)
    return check
  } finally {
    closeSync(descriptor)
  }
}

function tablesOf(tables: SegmentTables): Record<keyof SegmentTables, TableArray> {
  const { ids, versions, tagHashes, lengths, characters, termOffsets, frequencies } = tables
  const { postingOffsets, positionOffsets, foldOrder, textOffsets } = tables
  return {
    ids,
    versions,
    tagHashes,
    lengths,
    characters,
    termOffsets,
    frequencies,
    postingOffsets,
    positionOffsets,
    foldOrder,
    textOffsets,
  }
}

function writeHeader(descriptor: number, header: Header): number {
  const json = Buffer.from(JSON.stringify(header))
  if (json.length > HEADER_SIZE - PREFIX_SIZE) throw new Error('The header of a segment is too long.')
  const bytes = Buffer.alloc(HEADER_SIZE)
  bytes.write(MAGIC, 'latin1')
  const check = crc32(json)
  bytes.writeUInt32LE(json.length, 8)
  bytes.writeUInt32LE(check, 12)
  json.copy(bytes, PREFIX_SIZE)
  writeFully(descriptor, bytes, 0)
  return check
}

function writeFully(descriptor: number, bytes: Uint8Array, position: number): void {
  let done = 0
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done, position + done)
}

function bytesOf(array: TableArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

function align(offset: number): number {
  return Math.ceil(offset / 8) * 8
}

/**
 * Opens a segment's file and checks all that is read into memory; what stays on disk is checked when it is read.
 *
 * @throws IndexDamaged where the file is not exactly what was written, or belongs elsewhere.
 */
export function openSegmentFile(path: string, identity: SegmentIdentity, reading: ReadingMode): OpenedSegment {
  const descriptor = openSync(path, 'r')
  try {
    const { header, check } = readHeader(path, descriptor, identity)
    return { segment: readSegment(path, descriptor, header, reading), check, descriptor }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

function readHeader(path: string, descriptor: number, identity: SegmentIdentity): { header: Header; check: number } {
  const bytes = Buffer.alloc(HEADER_SIZE)
  readExactly(path, descriptor, bytes, HEADER_SIZE, 0)
  const length = bytes.readUInt32LE(8)
  const check = bytes.readUInt32LE(12)
  if (bytes.toString('latin1', 0, 8) !== MAGIC || length > HEADER_SIZE - PREFIX_SIZE) {
    throw new IndexDamaged(path, 'This is no file of the index')
  }
  const json = bytes.subarray(PREFIX_SIZE, PREFIX_SIZE + length)
  if (crc32(json) !== check || bytes.subarray(PREFIX_SIZE + length).some((byte) => byte !== 0)) {
    throw new IndexDamaged(path, 'A header of the index is damaged')
  }
  // The checksum holds, so this is what `writeHeader` wrote.
  const header = JSON.parse(json.toString()) as Header
  const foreign = header.archiveId !== identity.archiveId || header.analyser !== identity.analyser
  if (header.format !== FORMAT || foreign) throw new IndexDamaged(path, 'A file of the index is of another kind')
  if (fstatSync(descriptor).size !== header.size) throw new IndexDamaged(path, 'A file of the index has another size')
  return { header, check }
}

function readSegment(path: string, descriptor: number, header: Header, reading: ReadingMode): Segment {
  const section = (name: string): Section => {
    const found = header.sections[name]
    if (found === undefined) throw new IndexDamaged(path, `The index lacks its ${name}`)
    return found
  }
  const [postingsAt, postingsLength] = section('postings')
  const [positionsAt, positionsLength] = section('positions')
  const end = reading === 'mem' ? postingsAt + postingsLength : postingsAt
  // Not filled with zeros first: all of it is read.
  const memory = Buffer.allocUnsafeSlow(end - HEADER_SIZE)
  readExactly(path, descriptor, memory, memory.length, HEADER_SIZE)
  const bytes = (name: string): Uint8Array => {
    const [offset, length, check] = section(name)
    const part = memory.subarray(offset - HEADER_SIZE, offset - HEADER_SIZE + length)
    if (crc32(part) !== check) throw new IndexDamaged(path, `The ${name} of the index are damaged`)
    return part
  }
  const words = (name: string): Uint32Array => {
    const part = bytes(name)
    return new Uint32Array(part.buffer, part.byteOffset, part.length / 4)
  }
  const halves = (name: string): Uint16Array => {
    const part = bytes(name)
    return new Uint16Array(part.buffer, part.byteOffset, part.length / 2)
  }
  const tables: SegmentTables = {
    ids: bytes('ids'),
    versions: words('versions'),
    tagHashes: words('tagHashes'),
    lengths: halves('lengths'),
    characters: halves('characters'),
    termOffsets: words('termOffsets'),
    frequencies: words('frequencies'),
    postingOffsets: words('postingOffsets'),
    positionOffsets: words('positionOffsets'),
    foldOrder: words('foldOrder'),
    textOffsets: words('textOffsets'),
  }
  const postingChecks = words('postingChecks')
  const positions = new FilePages(path, descriptor, positionsAt, positionsLength, words('positionChecks'))
  const texts = new FilePieces(path, descriptor, section('texts')[0], tables.textOffsets, words('textChecks'))
  if (reading === 'pread') {
    const postings = new FilePages(path, descriptor, postingsAt, postingsLength, postingChecks)
    return createSegment(tables, { postings, positions, texts })
  }
  const postings = memory.subarray(postingsAt - HEADER_SIZE, postingsAt - HEADER_SIZE + postingsLength)
  return createSegment(tables, { postings: new PagesInMemory(path, postings, postingChecks), positions, texts })
}

/**
 * Lets a segment that was just written read from its file what need not lie in memory. Returns the file's descriptor.
 */
export function moveToFile(segment: Segment, path: string, identity: SegmentIdentity, reading: ReadingMode): number {
  const descriptor = openSync(path, 'r')
  try {
    const { header } = readHeader(path, descriptor, identity)
    const stretch = (name: string): readonly [number, number] => {
      const [offset = 0, length = 0] = header.sections[name] ?? []
      return [offset, length]
    }
    const checks = (name: string): Uint32Array => {
      const [offset, length] = stretch(name)
      const bytes = new Uint8Array(length)
      readExactly(path, descriptor, bytes, length, offset)
      return new Uint32Array(bytes.buffer)
    }
    segment.positions = new FilePages(path, descriptor, ...stretch('positions'), checks('positionChecks'))
    segment.texts = new FilePieces(path, descriptor, stretch('texts')[0], segment.textOffsets, checks('textChecks'))
    if (reading === 'pread') {
      segment.postings = new FilePages(path, descriptor, ...stretch('postings'), checks('postingChecks'))
    }
    return descriptor
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** What is needed to write a segment that lies in memory. */
export function contentOf(segment: Segment): SegmentContent {
  const { documents, textOffsets } = segment
  const textOf = (document: number): Uint8Array => {
    const from = textOffsets[document] ?? 0
    const to = textOffsets[document + 1] ?? from
    const { bytes, at } = segment.texts.read(from, to)
    return bytes.subarray(at, at + to - from)
  }
  return {
    tables: segment,
    postings: wholeOf(segment.postings),
    positions: wholeOf(segment.positions),
    texts: (write) => {
      for (let document = 0; document < documents; document += 1) write(textOf(document))
    },
  }
}

function wholeOf(source: Segment['postings']): Uint8Array {
  const { bytes, at } = source.read(0, source.length)
  return bytes.subarray(at, at + source.length)
}
