import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of a zip archive; `path` is relative, its parts divided by `/`. */
export interface ZipEntry {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes a zip file entry by entry, so that only one of them is in memory at a time. Entries bear one time, that of
 * `time`, so that the same entries give the same bytes.
 */
export async function writeZip(file: string, entries: AsyncIterable<ZipEntry>, time: Date): Promise<void> {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(file))
  const filled = (async () => {
    for await (const entry of entries) {
      zip.addBuffer(Buffer.from(entry.bytes), entry.path, { mtime: time, mode: 0o100644 })
    }
    zip.end()
  })()
  await Promise.all([written, filled])
}
