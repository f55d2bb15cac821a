import { basename, dirname } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import { outcomeOf, type FileContent, type Outcome } from './batch-calls.ts'
import { isMissing } from './file-system.ts'
import { makeFolders } from './make-folders.ts'
import { temporaryPath, type SaveTools } from './safe-save.ts'
import { saveError } from './save-error.ts'
import { sha256 } from './sha256.ts'
import { begin, check, createUnderwaySteps, fail, isGoingOn, type Underway } from './underway.ts'

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

/** Saves many files at once. Replacing them is safe by a restore point with all contents, written before. */
export interface BulkSave {
  /** @throws AppError `disk-full`, `read-only`, `save-failed` */
  grow(path: string): Promise<GrowingFile>
  /**
   * Puts the bytes in the place of each file, whole or not at all, and reads them back. The value is their SHA-256; the
   * errors are those of `saveFile`.
   */
  replaceMany(list: readonly Replacement[]): Promise<readonly Outcome<string>[]>
  /**
   * Saves files that are not there yet, each whole or not at all; missing folders are made. Resolves once contents and
   * names are on the disk and were read back. The value is their SHA-256; the errors are those of `saveFile`.
   */
  saveNew(list: readonly FileContent[]): Promise<readonly Outcome<string>[]>
  /** Waits until files and their names are on the disk. @throws AppError as `saveFile` */
  settle(paths: readonly string[]): Promise<void>
  /** True after a failure whose temporary could not be removed. */
  hasLeftovers(): boolean
}

/** Bytes of a growing file that are gathered before they are written in one go. */
const LARGEST_WAITING = 1_048_576

interface UnderwayReplacement extends Underway {
  readonly replaces: string
}

/** Makes the writer of many files. */
export function createBulkSave({ system, wait }: SaveTools): BulkSave {
  const steps = createUnderwaySteps({ system, wait })

  async function requireVersions(items: readonly UnderwayReplacement[]): Promise<void> {
    const current = await system.readMany(items.map(({ path }) => path))
    for (const [place, item] of items.entries()) {
      check(item, current[place], (bytes) => {
        if (sha256(bytes) === item.replaces) return
        const message = `Saving ${item.path}: the file has changed since it was read.`
        throw new AppError('version-conflict', message, { file: item.path })
      })
    }
  }

  async function replaceMany(list: readonly Replacement[]): Promise<readonly Outcome<string>[]> {
    const items = list.map((item): UnderwayReplacement => begin(item))
    await steps.writeTemporaries(items, false)
    await requireVersions(items.filter(isGoingOn))
    await steps.rename(items.filter(isGoingOn))
    return finish(items)
  }

  async function finish(items: readonly Underway[]): Promise<readonly Outcome<string>[]> {
    for (const item of items) if (!isGoingOn(item)) await steps.drop(item.temporary)
    const versions = await steps.readBack(items.filter(isGoingOn))
    return items.map((item) =>
      isGoingOn(item) ? { done: true, value: versions.get(item) ?? '' } : { done: false, error: item.failure },
    )
  }

  async function requireNothing(items: readonly Underway[]): Promise<void> {
    for (const [folder, inside] of Map.groupBy(items, ({ path }) => dirname(path))) {
      const found = await outcomeOf(() =>
        system.infos(
          folder,
          inside.map(({ path }) => basename(path)),
        ),
      )
      for (const [place, item] of inside.entries()) {
        check(item, found, (infos) => {
          // Of two with one name the first would be lost.
          const isFirst = inside.findIndex(({ path }) => path === item.path) === place
          if (infos[place] === null && isFirst) return
          throw new AppError('version-conflict', `Saving ${item.path}: there is such a file already.`, {
            file: item.path,
          })
        })
      }
    }
  }

  async function syncNames(items: readonly Underway[]): Promise<void> {
    const folders = [...Map.groupBy(items, ({ path }) => dirname(path))]
    const outcomes = await Promise.all(folders.map(([folder]) => outcomeOf(() => system.syncFolder(folder))))
    for (const [place, [, inside]] of folders.entries()) {
      for (const item of inside) check(item, outcomes[place], () => undefined)
    }
  }

  async function saveNew(list: readonly FileContent[]): Promise<readonly Outcome<string>[]> {
    const items = list.map((item) => begin(item))
    const failures = await makeFolders(system, new Set(items.map(({ path }) => dirname(path))))
    for (const item of items) {
      const failure = failures.get(dirname(item.path))
      if (failure !== undefined) fail(item, failure)
    }
    await steps.writeTemporaries(items.filter(isGoingOn), true)
    await requireNothing(items.filter(isGoingOn))
    await steps.rename(items.filter(isGoingOn))
    await syncNames(items.filter(isGoingOn))
    return finish(items)
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
        await steps.drop(temporary)
      },
    }
  }

  return { grow, replaceMany, saveNew, settle, hasLeftovers: () => steps.hasLeftovers() }
}
