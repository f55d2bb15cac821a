import { AppError } from '../contract/app-error.ts'
import { valueOf, type Outcome } from './batch-calls.ts'
import { isMissing, systemCode } from './file-system.ts'
import { HELD, RENAME_WAITS, temporaryPath, type SaveTools } from './safe-save.ts'
import { saveError } from './save-error.ts'
import { sha256 } from './sha256.ts'

/** A file whose new content is on its way. */
export interface Underway {
  /** Absolute path, checked before by `safe-path.ts`. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly temporary: string
  /** Why it went wrong, or null. */
  failure: unknown
}

/** The steps that saving many files at once is made of. A file that fails in one is left out of the next ones. */
export interface UnderwaySteps {
  /** Writes the temporaries; `synced`: and waits until they are on the disk. */
  writeTemporaries(items: readonly Underway[], synced: boolean): Promise<void>
  /** Gives the temporaries the names of the files. */
  rename(items: readonly Underway[]): Promise<void>
  /** Compares what the files hold with what was written. Returns the SHA-256 of each. */
  readBack(items: readonly Underway[]): Promise<ReadonlyMap<Underway, string>>
  /** Removes the temporary of a file that failed. */
  drop(temporary: string): Promise<void>
  /** True after a failure whose temporary could not be removed. */
  hasLeftovers(): boolean
}

/** Begins the save of a file. */
export function begin<Item extends Pick<Underway, 'path' | 'bytes'>>(item: Item): Item & Underway {
  return { ...item, temporary: temporaryPath(item.path), failure: null }
}

/** Marks a file as failed. */
export function fail(item: Underway, error: unknown): void {
  item.failure = saveError(error, 'Saving', item.path)
}

/** Takes the outcome of a step for one file; what the step or `judge` throws is the file's failure. */
export function check<Value>(item: Underway, outcome: Outcome<Value> | undefined, judge: (value: Value) => void): void {
  try {
    judge(valueOf(outcome))
  } catch (error) {
    fail(item, error)
  }
}

/** True for a file that has not failed. */
export function isGoingOn(item: Underway): boolean {
  return item.failure === null
}

/** Makes the steps out of a file system. */
export function createUnderwaySteps({ system, wait }: SaveTools): UnderwaySteps {
  let leftovers = false

  async function drop(temporary: string): Promise<void> {
    try {
      await system.remove(temporary)
    } catch (error) {
      // The failure of the save is what the user must hear; the next start sweeps what stayed.
      if (!isMissing(error)) leftovers = true
    }
  }

  async function writeTemporaries(items: readonly Underway[], synced: boolean): Promise<void> {
    const files = items.map(({ temporary, bytes }) => ({ path: temporary, bytes }))
    const made = await (synced ? system.createSynced(files) : system.createMany(files))
    for (const [place, item] of items.entries()) {
      check(item, made[place], (size) => {
        if (size === item.bytes.length) return
        const message = `Saving ${item.path}: ${String(size)} of ${String(item.bytes.length)} bytes arrived.`
        throw new AppError('save-failed', message, { file: item.path })
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

  async function readBack(items: readonly Underway[]): Promise<ReadonlyMap<Underway, string>> {
    const versions = new Map<Underway, string>()
    const written = await system.readMany(items.map(({ path }) => path))
    for (const [place, item] of items.entries()) {
      check(item, written[place], (bytes) => {
        const version = sha256(bytes)
        versions.set(item, version)
        if (version === sha256(item.bytes)) return
        const message = `Saving ${item.path}: what was read back differs from what was written.`
        throw new AppError('save-failed', message, { file: item.path })
      })
    }
    return versions
  }

  return { writeTemporaries, rename, readBack, drop, hasLeftovers: () => leftovers }
}
