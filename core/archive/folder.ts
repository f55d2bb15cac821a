import { dirname } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import { nodeFileSystem } from '../files/node-file-system.ts'
import { isMissing, type FileInfo, type FileSystem, type FolderEntry } from '../files/file-system.ts'
import { lookError } from '../files/save-error.ts'
import { walk, type WalkResult } from '../files/walk.ts'
import { readIfPresent, readWhole } from '../files/read-file.ts'
import { resolveInside } from '../files/safe-path.ts'
import { createBulkSave, type BulkSave, type GrowingFile } from '../files/bulk-save.ts'
import { createBulkMove, type BulkMove } from '../files/bulk-move.ts'
import type { FileContent, FilePart, NewName, Outcome } from '../files/batch-calls.ts'
import { createSafeSave, exists, waitFor, type SafeSave } from '../files/safe-save.ts'
import { sha256 } from '../files/sha256.ts'
import { foldersOfMoves, movePlaces } from './move-places.ts'
import {
  placesIn,
  readPlaces,
  replacePlaces,
  savePlaces,
  type PlaceReplacement,
  type ReadFile,
  type ReadPlace,
} from './many-places.ts'

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
  /** Saves new files by `bulk-save.ts`, safely without a restore point. The value says what the system then says of the file. */
  saveNew(list: readonly FileContent[]): Promise<readonly Outcome<FileInfo>[]>
  /** `read` for many files at once. */
  readMany(paths: readonly string[]): Promise<readonly Outcome<ReadPlace>[]>
  /** Parts of one file. @throws AppError `file-unavailable`, `unsafe-name` */
  readParts(path: string, parts: readonly FilePart[]): Promise<readonly Uint8Array[]>
  /**
   * Replaces many files by `bulk-save.ts`: their contents must be in a restore point. The value says what the system
   * then says of the file.
   */
  replaceMany(list: readonly PlaceReplacement[]): Promise<readonly Outcome<FileInfo>[]>
  /** Waits until files that were replaced together are on the disk. */
  settle(paths: readonly string[]): Promise<void>
  /** A new file that is written piece by piece. Its folder is made. */
  grow(path: string): Promise<GrowingFile>
  /** Gives a file or folder another place in the archive. */
  move(from: string, to: string): Promise<void>
  /**
   * Moves many files and folders without waiting for the disk: a list of the moves must be on it. Where something lies at
   * a new place, that one fails with `version-conflict`.
   */
  moveMany(list: readonly NewName[]): Promise<readonly Outcome<null>[]>
  /** Waits until moves from and to these places are on the disk. */
  settleMoves(list: readonly NewName[]): Promise<void>
  /** Removes a file for good. */
  remove(path: string): Promise<void>
  /** Removes a folder in which there is no file. */
  removeEmptyFolder(path: string): Promise<void>
  exists(path: string): Promise<boolean>
  /** Size and times of a file or folder. */
  info(path: string): Promise<FileInfo>
  /** Names in a folder; none where there is no such folder. Empty text stands for the archive's own folder. */
  list(path: string): Promise<readonly FolderEntry[]>
  /** All files below a folder. */
  walk(path: string): Promise<WalkResult>
  resolve(path: string): Promise<string>
}

/** What the archive needs from the outside; tests put faults behind `system`. */
export interface FolderTools {
  readonly system: FileSystem
  readonly saver: SafeSave
  readonly bulk: BulkSave
  readonly mover: BulkMove
}

/** The tools of everyday work. */
export function createFolderTools(system: FileSystem = nodeFileSystem, wait = waitFor): FolderTools {
  return {
    system,
    saver: createSafeSave({ system, wait }),
    bulk: createBulkSave({ system, wait }),
    mover: createBulkMove({ system, wait }),
  }
}

async function looking<Result>(path: string, look: () => Promise<Result>): Promise<Result> {
  try {
    return await look()
  } catch (error) {
    throw lookError(error, path)
  }
}

async function listIfPresent(system: FileSystem, path: string): Promise<readonly FolderEntry[]> {
  try {
    return await system.list(path)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Binds the tools to one archive. `root` is its real path. */
export function createArchiveFolder(root: string, { system, saver, bulk, mover }: FolderTools): ArchiveFolder {
  const resolve = (path: string) =>
    looking(path, () => (path === '' ? Promise.resolve(root) : resolveInside(system, root, path)))
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
    saveNew: (list) => savePlaces({ system, bulk }, root, list),
    readMany: (paths) => readPlaces(system, root, paths),
    async readParts(path, parts) {
      const absolute = await resolve(path)
      return looking(path, () => system.readParts(absolute, parts))
    },
    replaceMany: (list) => replacePlaces({ system, bulk }, root, list),
    async settle(paths) {
      await bulk.settle(await placesIn(system, root, paths))
    },
    async grow(path) {
      const absolute = await resolve(path)
      await saver.makeFolder(dirname(absolute))
      return bulk.grow(absolute)
    },
    async move(from, to) {
      await saver.move(await resolve(from), await resolve(to))
    },
    moveMany: (list) => movePlaces({ system, mover }, root, list),
    async settleMoves(list) {
      await mover.settleFolders(foldersOfMoves(root, list))
    },
    async remove(path) {
      await saver.remove(await resolve(path))
    },
    async removeEmptyFolder(path) {
      await saver.removeEmptyFolder(await resolve(path))
    },
    async exists(path) {
      const absolute = await resolve(path)
      return looking(path, () => exists(system, absolute))
    },
    async info(path) {
      const absolute = await resolve(path)
      return looking(path, () => system.info(absolute))
    },
    async list(path) {
      const absolute = await resolve(path)
      return looking(path, () => listIfPresent(system, absolute))
    },
    walk: (path) => looking(path, () => walk(system, root, path)),
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
