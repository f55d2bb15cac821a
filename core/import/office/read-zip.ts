import { buffer } from 'node:stream/consumers'
import { fromBuffer, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl'
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

/** An entry that is not unpacked while the others are. */
export interface RefusedEntry {
  readonly name: string
  readonly code: 'unsafe-name' | 'unreadable-source'
  readonly message: string
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { lazyEntries: true, strictFileNames: false, validateEntrySizes: true, decodeStrings: false },
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

/** The name of an entry. Names are read here, since the library gives up a whole zip for one bad name. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
}

function refusalOf(entry: Entry, name: string): RefusedEntry | null {
  if (validateFileName(name) !== null) {
    return { name, code: 'unsafe-name', message: 'Its name points out of the archive.' }
  }
  if (entry.isEncrypted()) {
    return { name, code: 'unreadable-source', message: 'It is locked with a password.' }
  }
  return null
}

/** What a zip is unpacked to. */
export interface UnpackedZip {
  readonly entries: readonly ZipEntry[]
  readonly refused: readonly RefusedEntry[]
}

function damaged(error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError('unreadable-source', `The file is damaged: ${reason}`, {}, { cause: error })
}

async function unpackEntry(zip: ZipFile, entry: Entry, name: string): Promise<ZipEntry | RefusedEntry> {
  try {
    return { name, bytes: await readEntry(zip, entry) }
  } catch (error) {
    return { name, code: 'unreadable-source', message: damaged(error).message }
  }
}

/**
 * Unpacks the entries of a zip that are wanted, in memory; those that cannot be unpacked are named. Sizes are checked in
 * the directory first and again on what comes out, since declared sizes can lie.
 *
 * @throws AppError `too-large`, `unreadable-source` where the zip as a whole cannot be read
 */
export async function unpackZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean,
): Promise<UnpackedZip> {
  try {
    const zip = await openZip(bytes)
    const all = await listEntries(zip, limits)
    refuseOverlaps(all)
    const total = all.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (total > SMALL_ENOUGH && total > bytes.length * limits.ratio) {
      throw new AppError('too-large', `The archive would grow more than ${limits.ratio} times.`)
    }
    const entries: ZipEntry[] = []
    const refused: RefusedEntry[] = []
    for (const entry of all) {
      const name = nameOf(entry)
      if (name.endsWith('/') || !wanted(name)) continue
      const read = refusalOf(entry, name) ?? (await unpackEntry(zip, entry, name))
      if ('bytes' in read) entries.push(read)
      else refused.push(read)
    }
    return { entries, refused }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error)
  }
}

/**
 * Unpacks the entries of a document that is a zip: all that are wanted, or none.
 *
 * @throws AppError `too-large`, `unreadable-source`
 */
export async function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean,
): Promise<readonly ZipEntry[]> {
  const { entries, refused } = await unpackZip(bytes, limits, wanted)
  const [first] = refused
  if (first !== undefined) throw new AppError('unreadable-source', `${first.name}: ${first.message}`)
  return entries
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
