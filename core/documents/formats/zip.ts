import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of a zip archive; `path` is relative, its parts divided by `/`. */
export interface ZipEntry {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes a zip file entry by entry, so that only one of them is in memory at a time. A failure leaves no file. Entries bear one time, that of
 * `time`, so that the same entries give the same bytes.
 */
export async function writeZip(file: string, entries: AsyncIterable<ZipEntry>, time: Date): Promise<void> {
  const zip = new ZipFile()
  const stop = new AbortController()
  const written = pipeline(zip.outputStream, createWriteStream(file), { signal: stop.signal })
  try {
    for await (const entry of entries) await Promise.race([addEntry(zip, entry, time), written])
    zip.end()
    await written
  } catch (error) {
    stop.abort()
    await Promise.allSettled([written])
    await rm(file, { force: true })
    throw error
  }
}

/** Resolves when the entry went into the zip: the next one is made only then, so that they do not pile up. */
function addEntry(zip: ZipFile, { path, bytes }: ZipEntry, time: Date): Promise<void> {
  return new Promise((resolve) => {
    const options = { mtime: time, mode: 0o100644, size: bytes.length }
    zip.addReadStreamLazy(path, options, (give) => {
      const content = Readable.from([Buffer.from(bytes)])
      content.once('end', resolve)
      give(null, content)
    })
  })
}
