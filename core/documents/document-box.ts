import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import type { HostFile } from '../contract/host-core.ts'

/** A finished document in the work folder. */
interface Kept {
  readonly path: string
  readonly fileName: string
}

/** Finished documents, known by id until they are discarded or the program ends. */
export interface DocumentBox {
  /** Path for a new file of the box, outside every archive. */
  reserve(): Promise<{ readonly document: string; readonly path: string }>
  /** Makes a reserved file known under its id. */
  keep(document: string, path: string, fileName: string): void
  open(document: string): Promise<HostFile>
  /** Copies a document to a path that the user chose: whole, or not at all. */
  copyTo(document: string, path: string): Promise<void>
  discard(document: string): Promise<void>
  close(): Promise<void>
}

/** Makes a box in `folder`, which belongs to it alone and is removed when it closes. */
export function createDocumentBox(folder: string): DocumentBox {
  const kept = new Map<string, Kept>()
  const find = (document: string): Kept => {
    const entry = kept.get(document)
    if (entry === undefined) throw new AppError('not-found', 'There is no such document any more.', { document })
    return entry
  }
  return {
    reserve: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const document = randomUUID()
      return { document, path: join(folder, `${document}.finished`) }
    },
    keep: (document, path, fileName) => {
      kept.set(document, { path, fileName })
    },
    open: async (document) => {
      const { path, fileName } = find(document)
      const { size } = await stat(path)
      return { fileName, size, content: createReadStream(path) }
    },
    copyTo: (document, path) => copyWhole(find(document).path, path),
    discard: async (document) => {
      const entry = kept.get(document)
      kept.delete(document)
      if (entry) await rm(entry.path, { force: true })
    },
    close: async () => {
      kept.clear()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function copyWhole(source: string, target: string): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 80)}.${randomUUID()}.tmp`)
  try {
    if (await isFolder(target)) throw new AppError('not-a-file', `${target} is a folder.`, { path: target })
    await copyFile(source, temporary)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    if (error instanceof AppError) throw error
    throw saveError(target, error)
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

function saveError(path: string, error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error)
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return new AppError(
    full ? 'disk-full' : 'save-failed',
    `Writing ${path} failed: ${reason}`,
    { path },
    { cause: error },
  )
}
