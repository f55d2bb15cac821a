import { dirname } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import { valueOf, type Outcome } from './batch-calls.ts'
import { isMissing, systemCode } from './file-system.ts'
import { HELD, RENAME_WAITS, temporaryPath, type SaveTools } from './safe-save.ts'
import { saveError } from './save-error.ts'
import { sha256 } from './sha256.ts'

/** A file that gets new content. The content must already be kept elsewhere on the disk: here nothing is waited for. */
export interface Replacement {
  /** Absolute path, checked before by `safe-path.ts`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** SHA-256 of the content that this one replaces. */
  readonly replaces: string
}

/** A file that grows piece by piece and gets its name when it is whole and on the disk. */
export interface GrowingFile {
  /** Returns the position at which the bytes begin. */
  append(bytes: Uint8Array): Promise<number>
  /** Waits for the disk and gives the file its name. */
  finish(): Promise<void>
  discard(): Promise<void>
}

/** Saves many files as one act. What makes it safe is a restore point with all contents, written before. */
export interface BulkSave {
  /** @throws AppError `disk-full`, `read-only`, `save-failed` */
  grow(path: string): Promise<GrowingFile>
  /**
   * Puts the bytes in the place of each file, whole or not at all, and reads them back. The value is their SHA-256; the
   * errors are those of `saveFile`.
   */
  replaceMany(list: readonly Replacement[]): Promise<readonly Outcome<string>[]>
  /** Waits until files and their names are on the disk. @throws AppError as `saveFile` */
  settle(paths: readonly string[]): Promise<void>
  /** True after a failure whose temporary could not be removed. */
  hasLeftovers(): boolean
}

/** Bytes of a growing file that are gathered before they are written in one go. */
const LARGEST_WAITING = 1_048_576

interface Underway extends Replacement {
  readonly temporary: string
  failure: unknown
}

function fail(item: Underway, error: unknown): void {
  item.failure = saveError(error, 'Saving', item.path)
}

function check<Value>(item: Underway, outcome: Outcome<Value> | undefined, judge: (value: Value) => void): void {
  try {
    judge(valueOf(outcome))
  } catch (error) {
    fail(item, error)
  }
}

const isGoingOn = (item: Underway): boolean => item.failure === null

/** Makes the writer of many files. */
export function createBulkSave({ system, wait }: SaveTools): BulkSave {
  let leftovers = false

  async function drop(temporary: string): Promise<void> {
    try {
      await system.remove(temporary)
    } catch (error) {
      // The failure of the save is what the user must hear; the next start sweeps what stayed.
      if (!isMissing(error)) leftovers = true
    }
  }

  async function writeTemporaries(items: readonly Underway[]): Promise<void> {
    const made = await system.createMany(items.map(({ temporary, bytes }) => ({ path: temporary, bytes })))
    for (const [place, item] of items.entries()) {
      check(item, made[place], (size) => {
        if (size === item.bytes.length) return
        const message = `Saving ${item.path}: ${String(size)} of ${String(item.bytes.length)} bytes arrived.`
        throw new AppError('save-failed', message, { file: item.path })
      })
    }
  }

  async function requireVersions(items: readonly Underway[]): Promise<void> {
    const current = await system.readMany(items.map(({ path }) => path))
    for (const [place, item] of items.entries()) {
      check(item, current[place], (bytes) => {
        if (sha256(bytes) === item.replaces) return
        const message = `Saving ${item.path}: the file has changed since it was read.`
        throw new AppError('version-conflict', message, { file: item.path })
      })
    }
  }

  async function rename(items: readonly Underway[]): Promise<void> {
    let waiting = items
    for (const pause of [...RENAME_WAITS, null]) {
      if (waiting.length === 0) return
      const renamed = await system.renameMany(waiting.map(({ temporary, path }) => ({ from: temporary, to: path })))
      const held: Underway[] = []
      for (const [place, item] of waiting.entries()) {
        const outcome = renamed[place]
        if (outcome?.done === true) continue
        if (pause !== null && HELD.has(systemCode(outcome?.error))) held.push(item)
        else check(item, outcome, () => undefined)
      }
      waiting = held
      // Jitter, so that two programs that met once do not meet again.
      if (pause !== null && held.length > 0) await wait(pause * (0.75 + Math.random() / 2))
    }
  }

  async function readBack(items: readonly Underway[], versions: Map<Underway, string>): Promise<void> {
    const written = await system.readMany(items.map(({ path }) => path))
    for (const [place, item] of items.entries()) {
      check(item, written[place], (bytes) => {
        versions.set(item, sha256(bytes))
        if (versions.get(item) === sha256(item.bytes)) return
        const message = `Saving ${item.path}: what was read back differs from what was written.`
        throw new AppError('save-failed', message, { file: item.path })
      })
    }
  }

  async function replaceMany(list: readonly Replacement[]): Promise<readonly Outcome<string>[]> {
    const items = list.map((item): Underway => ({ ...item, temporary: temporaryPath(item.path), failure: null }))
    const versions = new Map<Underway, string>()
    await writeTemporaries(items)
    await requireVersions(items.filter(isGoingOn))
    await rename(items.filter(isGoingOn))
    for (const item of items) if (!isGoingOn(item)) await drop(item.temporary)
    await readBack(items.filter(isGoingOn), versions)
    return items.map((item) =>
      isGoingOn(item) ? { done: true, value: versions.get(item) ?? '' } : { done: false, error: item.failure },
    )
  }

  async function settle(paths: readonly string[]): Promise<void> {
    const outcomes = await system.syncMany(paths)
    for (const [place, outcome] of outcomes.entries()) {
      // A file that was moved or deleted meanwhile has been taken care of by whoever did that.
      if (outcome.done || isMissing(outcome.error)) continue
      throw saveError(outcome.error, 'Saving', paths[place] ?? '')
    }
    for (const folder of new Set(paths.map((path) => dirname(path)))) await syncFolder(folder)
  }

  async function syncFolder(folder: string): Promise<void> {
    try {
      await system.syncFolder(folder)
    } catch (error) {
      if (!isMissing(error)) throw saveError(error, 'Saving', folder)
    }
  }

  async function grow(path: string): Promise<GrowingFile> {
    const temporary = temporaryPath(path)
    const file = await system.create(temporary).catch((error: unknown) => {
      throw saveError(error, 'Saving', path)
    })
    let written = 0
    let waiting: Uint8Array[] = []
    let length = 0
    const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      try {
        return await work()
      } catch (error) {
        throw saveError(error, 'Saving', path)
      }
    }
    const flush = async (): Promise<void> => {
      const bytes = Buffer.concat(waiting)
      const start = written
      waiting = []
      while (written < start + bytes.length) {
        const taken = await file.write(bytes.subarray(written - start), written)
        if (taken <= 0) throw new AppError('save-failed', `Saving ${path}: the disk took no bytes.`, { file: path })
        written += taken
      }
    }
    return {
      async append(bytes) {
        const start = length
        waiting.push(bytes)
        length += bytes.length
        if (length - written >= LARGEST_WAITING) await guarded(flush)
        return start
      },
      finish: () =>
        guarded(async () => {
          await flush()
          if ((await file.size()) !== length) {
            throw new AppError('save-failed', `Saving ${path}: not all bytes arrived.`, { file: path })
          }
          await file.sync()
          await file.close()
          await system.rename(temporary, path)
          await system.syncFolder(dirname(path))
        }),
      discard: async () => {
        // After a failed finish it may be closed already; then there is nothing left to close.
        await file.close().catch(() => undefined)
        await drop(temporary)
      },
    }
  }

  return { grow, replaceMany, settle, hasLeftovers: () => leftovers }
}
