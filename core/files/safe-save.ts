import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../contract/app-error.ts'
import { isMissing, systemCode, type FileSystem } from './file-system.ts'
import { readIfPresent, readWhole } from './read-file.ts'
import { saveError } from './save-error.ts'
import { sha256 } from './sha256.ts'

/** One file to be written. */
export interface SaveRequest {
  /** Absolute path, checked before by `safe-path.ts`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** SHA-256 of the content that this one replaces; null: there must be no such file yet. */
  readonly replaces: string | null
  /** Keeps the content that is about to be replaced. A failure stops the save. */
  readonly keepOld?: (old: Uint8Array) => Promise<void>
}

/** What saving needs besides the file system; tests shorten the waits. */
export interface SaveTools {
  readonly system: FileSystem
  /** Waits for milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** The only writer of files. */
export interface SafeSave {
  /**
   * Puts the bytes in the place of the file: whole, or not at all. Resolves with their SHA-256 once they are on the disk
   * and were read back. Missing folders are made.
   *
   * @throws AppError `version-conflict`, `disk-full`, `read-only`, `save-failed`, `file-unavailable`.
   */
  saveFile(request: SaveRequest): Promise<string>
  /** Gives a file or folder another name. Nothing may be of that name yet. */
  move(from: string, to: string): Promise<void>
  /** Makes a folder and those above it, as far as they are missing. */
  makeFolder(path: string): Promise<void>
  /** Writes a file that can be made anew, such as a cache: whole or not at all, but without waiting for the disk. */
  saveDisposable(path: string, bytes: Uint8Array): Promise<void>
  /** True after a failed save whose temporary could not be removed: the next start has to sweep. */
  hasLeftovers(): boolean
  /** Removes a file for good: caches, drafts and what the user empties from the trash. */
  remove(path: string): Promise<void>
  /** Removes a folder that is empty, and those in it that are; what holds a file stays. */
  removeEmptyFolder(path: string): Promise<void>
}

/** Waits between tries to rename over a file that another program holds, in milliseconds. */
export const RENAME_WAITS = [10, 20, 40, 80, 160, 320, 640, 640, 640, 640, 640, 640]
/** What the system says of a file that another program holds. */
export const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** What systems say of a folder that is not empty. */
const NOT_EMPTY = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY'])

/** Marks temporaries of this computer: another one's process numbers mean nothing here. */
const HOST_MARK = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
const TEMPORARY_PATTERN = /^\..+\.(\d+)-([0-9a-f]{6})[0-9a-f]{10}\.tmp$/

/** What the name of a temporary tells, or null where it is not one of ours. */
export function parseTemporaryName(name: string): { readonly process: number; readonly thisComputer: boolean } | null {
  const match = TEMPORARY_PATTERN.exec(name)
  return match ? { process: Number(match[1]), thisComputer: match[2] === HOST_MARK } : null
}

/** A name for the new content of a file, in the same folder. */
export function temporaryPath(path: string): string {
  const unique = `${String(process.pid)}-${HOST_MARK}${randomUUID().replace('-', '').slice(0, 10)}`
  return join(dirname(path), `.${basename(path).slice(0, 40)}.${unique}.tmp`)
}

function conflict(path: string): AppError {
  return new AppError('version-conflict', `Saving ${path}: the file has changed since it was read.`, { file: path })
}

async function requireVersion(system: FileSystem, request: SaveRequest): Promise<Uint8Array | null> {
  const current = await readIfPresent(system, request.path)
  const version = current === null ? null : sha256(current)
  if (version !== request.replaces) throw conflict(request.path)
  return current
}

async function fill(system: FileSystem, temporary: string, bytes: Uint8Array, durable = true): Promise<void> {
  const file = await system.create(temporary)
  try {
    let position = 0
    while (position < bytes.length) {
      const taken = await file.write(bytes.subarray(position), position)
      if (taken <= 0)
        throw new AppError('save-failed', `Writing ${temporary}: the disk took no bytes.`, { file: temporary })
      position += taken
    }
    const size = await file.size()
    if (size !== bytes.length) {
      throw new AppError(
        'save-failed',
        `Writing ${temporary}: ${String(size)} of ${String(bytes.length)} bytes arrived.`,
        {
          file: temporary,
        },
      )
    }
    if (durable) await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the only writer of files out of a file system. */
export function createSafeSave(tools: SaveTools): SafeSave {
  const { system } = tools

  async function renameWithPatience(from: string, to: string): Promise<void> {
    for (const wait of [...RENAME_WAITS, null]) {
      try {
        await system.rename(from, to)
        return
      } catch (error) {
        if (wait === null || !HELD.has(systemCode(error))) throw error
        // Jitter, so that two programs that met once do not meet again.
        await tools.wait(wait * (0.75 + Math.random() / 2))
      }
    }
  }

  let leftovers = false

  async function dropTemporary(temporary: string): Promise<void> {
    try {
      await system.remove(temporary)
    } catch {
      // The failure of the save is what the user must hear; the next start sweeps what stayed.
      leftovers = true
    }
  }

  async function replace(request: SaveRequest, temporary: string): Promise<void> {
    await fill(system, temporary, request.bytes)
    await requireVersion(system, request)
    await renameWithPatience(temporary, request.path)
  }

  async function makeOneFolder(path: string): Promise<void> {
    try {
      await system.makeFolder(path)
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return
      throw error
    }
    await system.syncFolder(dirname(path))
  }

  async function makeFolder(path: string): Promise<void> {
    try {
      await makeOneFolder(path).catch(async (error: unknown) => {
        if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error
        await makeFolder(dirname(path))
        // Missing still, above a link to a drive that is gone: tried once, or it would be tried for ever.
        await makeOneFolder(path)
      })
    } catch (error) {
      throw saveError(error, 'Making the folder', path)
    }
  }

  async function saveFile(request: SaveRequest): Promise<string> {
    const { path, bytes } = request
    try {
      const old = await requireVersion(system, request)
      if (old === null) await makeFolder(dirname(path))
      else await request.keepOld?.(old)
      const temporary = temporaryPath(path)
      try {
        await replace(request, temporary)
      } catch (error) {
        await dropTemporary(temporary)
        throw error
      }
      await system.syncFolder(dirname(path))
      const version = sha256(bytes)
      if (sha256(await readWhole(system, path)) !== version) {
        throw new AppError('save-failed', `Saving ${path}: what was read back differs from what was written.`, {
          file: path,
        })
      }
      return version
    } catch (error) {
      throw saveError(error, 'Saving', path)
    }
  }

  async function saveDisposable(path: string, bytes: Uint8Array): Promise<void> {
    const temporary = temporaryPath(path)
    try {
      await makeFolder(dirname(path))
      await fill(system, temporary, bytes, false)
      await renameWithPatience(temporary, path)
    } catch (error) {
      await dropTemporary(temporary)
      throw saveError(error, 'Saving', path)
    }
  }

  async function move(from: string, to: string): Promise<void> {
    try {
      if (await exists(system, to)) throw conflict(to)
      await makeFolder(dirname(to))
      await renameWithPatience(from, to)
      await system.syncFolder(dirname(to))
      if (dirname(from) !== dirname(to)) await system.syncFolder(dirname(from))
    } catch (error) {
      throw saveError(error, 'Moving', from)
    }
  }

  async function remove(path: string): Promise<void> {
    try {
      await system.remove(path)
      await system.syncFolder(dirname(path))
    } catch (error) {
      if (!isMissing(error)) throw saveError(error, 'Removing', path)
    }
  }

  async function removeEmptyFolder(path: string): Promise<void> {
    try {
      for (const { name, kind } of await system.list(path))
        if (kind === 'folder') await removeEmptyFolder(join(path, name))
      await system.removeFolder(path)
    } catch (error) {
      if (!NOT_EMPTY.has(systemCode(error)) && !isMissing(error)) throw saveError(error, 'Removing', path)
    }
  }

  return { saveFile, move, makeFolder, saveDisposable, hasLeftovers: () => leftovers, remove, removeEmptyFolder }
}

/** True where the path names anything, links not followed. */
export async function exists(system: FileSystem, path: string): Promise<boolean> {
  try {
    await system.info(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Waits for real. */
export function waitFor(milliseconds: number): Promise<unknown> {
  return delay(milliseconds)
}
