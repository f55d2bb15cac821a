import { isAscii } from 'node:buffer'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isArticleId, type ArticleId } from '../../model/article-id.ts'
import type { TagId } from '../../model/tag.ts'
import type { KnownFile, KnownFiles } from '../known-files.ts'
import { createColumns, type MutableColumns } from './columns.ts'
import type { CatalogStart, MutableCatalog } from './memory-catalog.ts'
import { packSections, unpackSections, type Packed } from './packed-sections.ts'

/** Changes with the shape of the cache and of the lines in it. */
const CACHE_VERSION = 1
/** Lines written before other work gets its turn. */
const LINES_PER_TURN = 2_000
const ID_LENGTH = 16

/** What a cache brings back. */
export interface CachedCatalog {
  readonly start: CatalogStart
  readonly files: readonly KnownFile[]
}

interface Description {
  readonly archive: string
  readonly rows: number
  readonly outlets: readonly string[]
  readonly tagIds: readonly TagId[]
  readonly reasons: readonly (readonly [place: number, reason: string])[]
}

function bytesOf(array: Int32Array | Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/** Chunks of bytes, and where each begins and the last one ends. */
async function joinChunks(
  count: number,
  chunkAt: (place: number) => Uint8Array,
): Promise<readonly [Uint8Array, Uint32Array]> {
  const starts = new Uint32Array(count + 1)
  const chunks: Uint8Array[] = []
  let length = 0
  for (let place = 0; place < count; place += 1) {
    if (place % LINES_PER_TURN === LINES_PER_TURN - 1) await nextTurn()
    const chunk = chunkAt(place)
    chunks.push(chunk)
    length += chunk.length
    starts[place + 1] = length
  }
  return [Buffer.concat(chunks, length), starts]
}

function columnSections(columns: MutableColumns, rows: readonly number[]): readonly (readonly [string, Uint8Array])[] {
  const tags = rows.map((row) => columns.tags[row] ?? [])
  const tagStarts = new Uint32Array(rows.length + 1)
  for (const [place, list] of tags.entries()) tagStarts[place + 1] = (tagStarts[place] ?? 0) + list.length
  return [
    ['firstDay', bytesOf(Int32Array.from(rows, (row) => columns.firstDay[row] ?? 0))],
    ['lastDay', bytesOf(Int32Array.from(rows, (row) => columns.lastDay[row] ?? 0))],
    ['language', Uint8Array.from(rows, (row) => columns.language[row] ?? 0)],
    ['kind', Uint8Array.from(rows, (row) => columns.kind[row] ?? 0)],
    ['outlet', bytesOf(Uint32Array.from(rows, (row) => columns.outlet[row] ?? 0))],
    ['doubtful', Uint8Array.from(rows, (row) => columns.doubtful[row] ?? 0)],
    ['created', bytesOf(Float64Array.from(rows, (row) => columns.created[row] ?? 0))],
    ['tags', bytesOf(Uint32Array.from(tags.flat()))],
    ['tagStarts', bytesOf(tagStarts)],
  ]
}

async function fileSections(files: readonly KnownFile[]): Promise<readonly (readonly [string, Uint8Array])[]> {
  const [paths, pathStarts] = await joinChunks(files.length, (place) => Buffer.from(files[place]?.path ?? ''))
  return [
    ['paths', paths],
    ['pathStarts', bytesOf(pathStarts)],
    ['sizes', bytesOf(Float64Array.from(files, (file) => file.size))],
    ['modified', bytesOf(Float64Array.from(files, (file) => file.modified))],
    ['fileIds', Buffer.from(files.map((file) => file.id ?? ' '.repeat(ID_LENGTH)).join(''), 'latin1')],
  ]
}

/**
 * Writes catalog and file list as one block of bytes, in slices so that other work goes on. The caller must see to it
 * that neither changes meanwhile, or throw the result away.
 */
export async function encodeCatalog(archive: string, catalog: MutableCatalog, known: KnownFiles): Promise<Uint8Array> {
  const { columns } = catalog
  const rows = Array.from({ length: columns.rows }, (_, row) => row).filter((row) => columns.live[row] === 1)
  const files = [...known.all()]
  const [lines, lineStarts] = await joinChunks(rows.length, (place) => catalog.lineAt(rows[place] ?? 0))
  const description: Description = {
    archive,
    rows: rows.length,
    outlets: columns.outletNames,
    tagIds: columns.tagIds,
    reasons: files.flatMap((file, place) => (file.reason === null ? [] : [[place, file.reason] as const])),
  }
  const sections = new Map<string, Uint8Array>([
    ['ids', Buffer.from(rows.map((row) => catalog.idAt(row)).join(''), 'latin1')],
    ['lines', lines],
    ['lineStarts', bytesOf(lineStarts)],
    ...columnSections(columns, rows),
    ...(await fileSections(files)),
  ])
  return packSections(CACHE_VERSION, { description, sections })
}

/** Reads typed columns out of the sections; a missing one is a cache of another make. */
interface SectionReader {
  bytes(name: string): Uint8Array
  int32(name: string): Int32Array
  uint32(name: string): Uint32Array
  float64(name: string): Float64Array
}

function createReader({ sections }: Packed): SectionReader {
  const section = (name: string): Uint8Array => {
    const found = sections.get(name)
    if (!found) throw new RangeError(`The catalog cache has no section ${name}.`)
    return found
  }
  // A copy is aligned, whatever the block is.
  const copy = (name: string): ArrayBuffer => Uint8Array.from(section(name)).buffer
  return {
    bytes: section,
    int32: (name) => new Int32Array(copy(name)),
    uint32: (name) => new Uint32Array(copy(name)),
    float64: (name) => new Float64Array(copy(name)),
  }
}

function readIds(bytes: Uint8Array): readonly (ArticleId | null)[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  return Array.from({ length: text.length / ID_LENGTH }, (_, place) => {
    const id = text.slice(place * ID_LENGTH, (place + 1) * ID_LENGTH)
    return isArticleId(id) ? id : null
  })
}

function readColumns(reader: SectionReader, { rows, outlets, tagIds }: Description): MutableColumns {
  const columns = createColumns(outlets, tagIds)
  const [tags, starts] = [reader.uint32('tags'), reader.uint32('tagStarts')]
  columns.rows = rows
  columns.live = new Uint8Array(rows).fill(1)
  columns.firstDay = reader.int32('firstDay')
  columns.lastDay = reader.int32('lastDay')
  columns.language = Uint8Array.from(reader.bytes('language'))
  columns.kind = Uint8Array.from(reader.bytes('kind'))
  columns.outlet = reader.uint32('outlet')
  columns.doubtful = Uint8Array.from(reader.bytes('doubtful'))
  columns.created = reader.float64('created')
  for (let row = 0; row < rows; row += 1) columns.tags.push(Array.from(tags.subarray(starts[row], starts[row + 1])))
  return columns
}

/** Reads texts that stand one behind the other. Where each byte is a letter they are cut out of one text, which is quicker. */
function createTextReader(bytes: Uint8Array, starts: Uint32Array): (place: number) => string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!isAscii(text)) return (place) => text.toString('utf8', starts[place], starts[place + 1])
  const whole = text.toString('latin1')
  return (place) => whole.slice(starts[place], starts[place + 1])
}

function readFiles(reader: SectionReader, { reasons }: Description): readonly KnownFile[] {
  const [paths, starts] = [reader.bytes('paths'), reader.uint32('pathStarts')]
  const [sizes, modified, ids] = [reader.float64('sizes'), reader.float64('modified'), readIds(reader.bytes('fileIds'))]
  const reasonAt = new Map(reasons)
  const pathAt = createTextReader(paths, starts)
  return Array.from(sizes, (size, place) => ({
    path: pathAt(place),
    size,
    modified: modified[place] ?? 0,
    id: ids[place] ?? null,
    reason: reasonAt.get(place) ?? null,
  }))
}

/**
 * Reads a cache back; null where it is damaged, of another version or of another archive: then the folder is read
 * anew. Lines of articles are decoded only when somebody asks for them.
 */
export function decodeCatalog(archive: string, bytes: Uint8Array): CachedCatalog | null {
  const packed = unpackSections(CACHE_VERSION, bytes)
  if (packed === null) return null
  // Written by `encodeCatalog` of this version, and proven whole by the checksum.
  const description = packed.description as Description
  if (description.archive !== archive) return null
  const reader = createReader(packed)
  const ids = readIds(reader.bytes('ids')).filter((id) => id !== null)
  if (ids.length !== description.rows) return null
  const [lines, lineStarts] = [reader.bytes('lines'), reader.uint32('lineStarts')]
  const start: CatalogStart = {
    columns: readColumns(reader, description),
    ids,
    lineAt: (row) => lines.subarray(lineStarts[row], lineStarts[row + 1]),
  }
  return { start, files: readFiles(reader, description) }
}
