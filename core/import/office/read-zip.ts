import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '../../contract/app-error.ts'

/** Bounds for a zip. All sizes are of what comes out, in bytes. */
export interface ZipLimits {
  readonly entries: number
  readonly entryBytes: number
  readonly totalBytes: number
  /** Most that the whole may grow. */
  readonly ratio: number
}

/** For documents that are zips of XML. */
export const DOCUMENT_LIMITS: ZipLimits = {
  entries: 2_000,
  entryBytes: 100_000_000,
  totalBytes: 200_000_000,
  ratio: 200,
}
/** For archives of sources. */
export const ARCHIVE_LIMITS: ZipLimits = {
  entries: 20_000,
  entryBytes: 200_000_000,
  totalBytes: 1_000_000_000,
  ratio: 200,
}

/** A zip smaller than this may grow by any ratio. */
const SMALL_ENOUGH = 10_000_000

interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, strictFileNames: false, validateEntrySizes: true, decodeStrings: true },
      (error, zip) => {
        if (error) reject(error)
        else resolve(zip)
      },
    )
  })
}

function listEntries(zip: ZipFile, limits: ZipLimits): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    let total = 0
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      total += entry.uncompressedSize
      if (entries.length > limits.entries || entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes) {
        reject(new AppError('too-large', 'The archive would unpack to more than is read.'))
        return
      }
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // yauzl ends the stream with an error as soon as more comes out than the directory declares.
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else buffer(stream).then((content) => resolve(new Uint8Array(content)), reject)
    })
  })
}

/** The same stretch of the file under many names is the mark of a bomb. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const places = entries
    .map(
      (entry) => [entry.relativeOffsetOfLocalHeader, entry.relativeOffsetOfLocalHeader + entry.compressedSize] as const,
    )
    .sort((one, other) => one[0] - other[0])
  places.forEach(([from], place) => {
    if (place > 0 && from < (places[place - 1]?.[1] ?? 0)) {
      throw new AppError('too-large', 'The archive has entries that lie over each other.')
    }
  })
}

/**
 * Unpacks the entries of a zip that are wanted, in memory. Sizes are checked in the directory first and again on what
 * comes out, since declared sizes can lie.
 *
 * @throws AppError `too-large`, `unreadable-source`
 */
export async function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean,
): Promise<readonly ZipEntry[]> {
  try {
    const zip = await openZip(bytes)
    const entries = await listEntries(zip, limits)
    refuseOverlaps(entries)
    const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (total > SMALL_ENOUGH && total > bytes.length * limits.ratio) {
      throw new AppError('too-large', `The archive would grow more than ${limits.ratio} times.`)
    }
    const read: ZipEntry[] = []
    for (const entry of entries) {
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue
      if (entry.isEncrypted()) throw new AppError('unreadable-source', 'The archive is locked with a password.')
      read.push({ name: entry.fileName, bytes: await readEntry(zip, entry) })
    }
    return read
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The file is damaged: ${reason}`, {}, { cause: error })
  }
}

/**
 * Refuses XML with a document type: office programs write none, and entities in it can grow without bound.
 *
 * @throws AppError `unreadable-source`
 */
export function refuseDoctype(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new AppError('unreadable-source', 'The file holds a document type declaration, which is refused.')
  }
}
