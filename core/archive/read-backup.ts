import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { open as openZip, type Entry, type Options, type ZipFile } from 'yauzl'
import { AppError, throwIfCancelled } from '../contract/app-error.ts'
import { isMissing } from '../files/file-system.ts'
import { damagedBackup, MANIFEST_NAME, parseManifest, type BackupFile, type BackupManifest } from './backup-manifest.ts'
import type { JobOptions } from './in-parallel.ts'

/** Longest manifest that is read, in bytes: a million files. */
const LARGEST_MANIFEST = 250_000_000

const openFile = promisify<string, Options, ZipFile>(openZip)

function openStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error)
      else resolve(stream)
    })
  })
}

/** Calls `visit` for each entry, one after the other. */
function eachEntry(zip: ZipFile, visit: (entry: Entry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      visit(entry).then(() => zip.readEntry(), reject)
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
}

async function withZip<Result>(path: string, work: (zip: ZipFile) => Promise<Result>): Promise<Result> {
  let zip: ZipFile | null = null
  try {
    zip = await openFile(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
    return await work(zip)
  } catch (error) {
    if (error instanceof AppError) throw error
    if (isMissing(error))
      throw new AppError('not-found', `There is no backup ${path}.`, { file: path }, { cause: error })
    throw damagedBackup(error instanceof Error ? error.message : 'it cannot be read.')
  } finally {
    zip?.close()
  }
}

/** Reads at most `most` bytes; what declares less and holds more is refused. */
async function readAll(stream: Readable, most: number, name: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    // A stream of a file gives buffers.
    const bytes = chunk as Buffer
    length += bytes.length
    if (length > most) throw damagedBackup(`${name} is longer than it says.`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, length)
}

/**
 * Reads the manifest of a backup.
 *
 * @throws AppError `backup-damaged`, `unsafe-name`
 */
export function readManifest(path: string): Promise<BackupManifest> {
  return withZip(path, async (zip) => {
    const found: BackupManifest[] = []
    await eachEntry(zip, async (entry) => {
      if (entry.fileName !== MANIFEST_NAME) return
      found.push(parseManifest(await readAll(await openStream(zip, entry), LARGEST_MANIFEST, MANIFEST_NAME)))
    })
    const [manifest, second] = found
    if (!manifest || second) throw damagedBackup('it has not exactly one manifest.')
    return manifest
  })
}

/**
 * Gives the content of each file of a backup to `use`, checked against the manifest.
 *
 * @throws AppError `backup-damaged` where a file is missing, added or different
 */
export async function readBackup(
  path: string,
  manifest: BackupManifest,
  use: (file: BackupFile, bytes: Uint8Array) => Promise<void>,
  { signal, onProgress }: JobOptions = {},
): Promise<void> {
  const expected = new Map(manifest.files.map((file) => [file.path, file]))
  let done = 0
  await withZip(path, (zip) =>
    eachEntry(zip, async (entry) => {
      throwIfCancelled(signal)
      if (entry.fileName === MANIFEST_NAME) return
      const file = expected.get(entry.fileName)
      if (!file) throw damagedBackup(`${entry.fileName} is not in its manifest.`)
      expected.delete(entry.fileName)
      const bytes = await readAll(await openStream(zip, entry), file.size, file.path)
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (bytes.length !== file.size || hash !== file.sha256) throw damagedBackup(`${file.path} has another checksum.`)
      await use(file, bytes)
      done += 1
      onProgress?.(done, manifest.files.length, file.path)
    }),
  )
  const [missing] = expected.keys()
  if (missing !== undefined) throw damagedBackup(`${missing} is missing.`)
}

/** Reads a backup from the first byte to the last and compares it with what was packed. */
export async function verifyBackup(path: string, manifest: BackupManifest, options: JobOptions = {}): Promise<void> {
  const written = await readManifest(path)
  if (JSON.stringify(written) !== JSON.stringify(manifest)) throw damagedBackup('its manifest is another one.')
  await readBackup(path, manifest, () => Promise.resolve(), { ...options, onProgress: undefined })
}
