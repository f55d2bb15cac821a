import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { AppError, throwIfCancelled } from '../contract/app-error.ts'
import type { BackupReport } from '../contract/results.ts'
import { saveError } from '../files/save-error.ts'
import { isInside } from '../files/safe-path.ts'
import { parseTemporaryName } from '../files/safe-save.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArchiveContext } from './archive-context.ts'
import { MANIFEST_NAME, type BackupFile, type BackupManifest } from './backup-manifest.ts'
import type { FolderTools } from './folder.ts'
import type { JobOptions } from './in-parallel.ts'
import { ARTICLES_FOLDER } from './layout.ts'
import { verifyBackup } from './read-backup.ts'

/** Every file of the archive, history and trash too; temporaries are left out. */
async function listFiles(context: ArchiveContext, folder = ''): Promise<readonly string[]> {
  const files: string[] = []
  for (const { name, kind } of await context.folder.list(folder)) {
    const path = folder === '' ? name : `${folder}/${name}`
    if (kind === 'folder') files.push(...(await listFiles(context, path)))
    if (kind === 'file' && parseTemporaryName(name) === null) files.push(path)
  }
  return files
}

/** A stream of a file that hands over length and checksum of what it let through. */
function readCounted(path: string, done: (size: number, hash: string) => void): NodeJS.ReadableStream {
  const hash = createHash('sha256')
  let size = 0
  const counted = new PassThrough({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      size += chunk.length
      next(null, chunk)
    },
    flush(next) {
      done(size, hash.digest('hex'))
      next()
    },
  })
  createReadStream(path)
    .on('error', (error) => counted.destroy(error))
    .pipe(counted)
  return counted
}

interface Packing {
  readonly zip: ZipFile
  readonly manifest: () => BackupManifest
}

function pack(context: ArchiveContext, files: readonly string[], options: JobOptions): Packing {
  const zip = new ZipFile()
  const packed: BackupFile[] = []
  const { id, name } = context.info
  const created = context.clock().toISOString()
  const manifest = (): BackupManifest => ({ backup: 1, archive: id, name, created, files: packed })
  for (const path of files) {
    zip.addReadStreamLazy(path, { compress: !/\.(?:docx|zip|jpe?g|png|pdf)$/i.test(path) }, (answer) => {
      const use = (absolute: string) => {
        throwIfCancelled(options.signal)
        options.onProgress?.(packed.length, files.length, path)
        answer(
          null,
          readCounted(absolute, (size, hash) => packed.push({ path, size, sha256: hash })),
        )
      }
      // yazl takes a stream or an error; only one of the two is there.
      context.folder
        .resolve(path)
        .then(use)
        .catch((error: unknown) => answer(error, new Readable()))
    })
  }
  // Asked for last, when all checksums are known.
  zip.addReadStreamLazy(MANIFEST_NAME, (answer) =>
    answer(null, Readable.from([Buffer.from(JSON.stringify(manifest()))])),
  )
  zip.end()
  return { zip, manifest }
}

async function writeZip({ zip }: Packing, path: string): Promise<void> {
  const output = new PassThrough()
  zip.on('error', (error: Error) => output.destroy(error))
  zip.outputStream.pipe(output)
  await pipeline(output, createWriteStream(path, { flags: 'wx' }))
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Writes the whole archive into one zip file with a manifest of checksums, reads it back and compares. A file of that
 * name is replaced only when the new one is proven whole.
 *
 * @param target absolute path outside the archive
 * @throws AppError `unsafe-name` inside the archive, `disk-full`, `save-failed`, `backup-damaged`, `cancelled`
 */
export async function backUpArchive(
  context: ArchiveContext,
  tools: FolderTools,
  target: string,
  options: JobOptions = {},
): Promise<BackupReport> {
  const path = resolve(target)
  if (isInside(context.folder.root, path)) {
    throw new AppError('unsafe-name', 'A backup inside the archive would vanish with it.', { file: path })
  }
  const temporary = join(dirname(path), `.${context.info.id}.${String(process.pid)}.zip.tmp`)
  try {
    const files = await listFiles(context)
    const packing = pack(context, files, options)
    await tools.saver.remove(temporary)
    await writeZip(packing, temporary)
    const manifest = packing.manifest()
    await verifyBackup(temporary, manifest, options)
    await tools.system.rename(temporary, path)
    await tools.system.syncFolder(dirname(path))
    return reportOf(path, manifest)
  } catch (error) {
    await tools.saver.remove(temporary)
    throw saveError(error, 'Backing up to', path)
  }
}

/** Figures of a backup. */
export function reportOf(path: string, manifest: BackupManifest): BackupReport {
  return {
    path,
    articles: manifest.files.filter((file) => file.path.startsWith(`${ARTICLES_FOLDER}/`)).length,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { size }) => sum + size, 0),
    checksum: sha256(JSON.stringify(manifest)),
  }
}
