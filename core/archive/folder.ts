import { AppError } from '../contract/app-error.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readIfPresent, readWhole } from '../files/read-file.ts'
import { resolveInside } from '../files/safe-path.ts'
import { createSafeSave, waitFor, type SafeSave } from '../files/safe-save.ts'
import { sha256 } from '../files/sha256.ts'

/** Bytes of a file and the version that a later save must state. */
export interface ReadFile {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes. */
  readonly version: string
}

/**
 * An archive's folder on disk. Every path is relative to it, segments parted by `/`, and is proven to lie in it before
 * anything is touched.
 */
export interface ArchiveFolder {
  /** The real, absolute path. */
  readonly root: string
  readonly system: FileSystem
  /** @throws AppError `not-found`, `file-unavailable`, `unsafe-name` */
  read(path: string): Promise<ReadFile>
  /** As `read`, but null where there is no such file. */
  readIfPresent(path: string): Promise<ReadFile | null>
  /** Saves by `safe-save.ts`; `replaces` is the version that the new content was made from, null for a new file. */
  save(
    path: string,
    bytes: Uint8Array,
    replaces: string | null,
    keepOld?: (old: Uint8Array) => Promise<void>,
  ): Promise<string>
  /** Gives a file or folder another place in the archive. */
  move(from: string, to: string): Promise<void>
  /** Removes a file for good. */
  remove(path: string): Promise<void>
  resolve(path: string): Promise<string>
}

/** What the archive needs from the outside; tests put faults behind `system`. */
export interface FolderTools {
  readonly system: FileSystem
  readonly saver: SafeSave
}

/** The tools of everyday work. */
export function createFolderTools(system: FileSystem = nodeFileSystem, wait = waitFor): FolderTools {
  return { system, saver: createSafeSave({ system, wait }) }
}

/** Binds the tools to one archive. `root` is its real path. */
export function createArchiveFolder(root: string, { system, saver }: FolderTools): ArchiveFolder {
  const resolve = (path: string) => resolveInside(system, root, path)
  return {
    root,
    system,
    resolve,
    async read(path) {
      const bytes = await readWhole(system, await resolve(path))
      return { bytes, version: sha256(bytes) }
    },
    async readIfPresent(path) {
      const bytes = await readIfPresent(system, await resolve(path))
      return bytes === null ? null : { bytes, version: sha256(bytes) }
    },
    async save(path, bytes, replaces, keepOld) {
      return saver.saveFile({ path: await resolve(path), bytes, replaces, ...(keepOld ? { keepOld } : {}) })
    },
    async move(from, to) {
      await saver.move(await resolve(from), await resolve(to))
    },
    async remove(path) {
      await saver.remove(await resolve(path))
    },
  }
}

/** The absolute path of an archive's folder without links. */
export async function realFolder(system: FileSystem, folder: string): Promise<string> {
  try {
    const root = await system.realPath(folder)
    if ((await system.info(root)).kind !== 'folder')
      throw new AppError('not-a-folder', `${folder} is not a folder.`, { folder })
    return root
  } catch (error) {
    throw folderError(error, folder)
  }
}

function folderError(error: unknown, folder: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR'
  const details = { folder, system: String(error.code) }
  return missing
    ? new AppError('no-archive', `There is no folder ${folder}.`, details, { cause: error })
    : new AppError('archive-offline', `The folder ${folder} cannot be reached (${String(error.code)}).`, details, {
        cause: error,
      })
}
