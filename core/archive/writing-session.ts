import { join } from 'node:path'
import { takeArchiveLock, type ArchiveLock, type TakeLock } from '../files/archive-lock.ts'
import { AppError } from '../contract/app-error.ts'
import type { ArchiveContext } from './archive-context.ts'
import { finishActs } from './finish-acts.ts'
import type { FolderTools } from './folder.ts'
import { setSessionMark, type SessionMark } from './session-mark.ts'
import { removeTemporaries, sweepTemporaries } from './sweep.ts'

/** The time during which this process is the one writer of an archive on this computer. */
export interface WritingSession {
  /** Becomes the writer, or marks the archive as busy. May be tried again. */
  begin(): Promise<void>
  /** Lets others write. */
  end(): Promise<void>
}

/** How a session gets hold of the archive. */
export interface SessionOptions {
  readonly privateFolder: string
  readonly cacheFolder: string
  /** Null: the caller sees to it that nobody else writes. */
  readonly lock?: TakeLock | null
}

const NO_LOCK: ArchiveLock = { release: () => Promise.resolve() }

/** Makes the session of an archive; nothing is taken yet. */
export function createSession(context: ArchiveContext, tools: FolderTools, options: SessionOptions): WritingSession {
  let lock: ArchiveLock | null = null
  let mark: SessionMark | null = null
  /** False where something is left for the next start. */
  let isTidy = true

  /** A share that takes no writes, or a full disk, still opens for reading; what fails is tried again by the next start. */
  async function attempt<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      context.log.error('What the last session left could not be tidied up', error)
      isTidy = false
      return null
    }
  }

  async function tidyUp(): Promise<void> {
    isTidy = true
    mark = await attempt(() => setSessionMark(tools, options.privateFolder, context.info.id))
    // Each of these alone is worth doing where another fails.
    const finished = await attempt(() => finishActs(context))
    if (mark?.crashed === false && finished === 0) return
    await attempt(() => sweepTemporaries(context))
    for (const folder of [options.privateFolder, options.cacheFolder])
      await attempt(() => removeTemporaries(tools, join(folder, context.info.id)))
  }

  return {
    async begin() {
      if (lock !== null || context.readOnly === 'newer-format') return
      const take = options.lock === undefined ? takeArchiveLock : options.lock
      lock = take === null ? NO_LOCK : await take(context.folder.root)
      if (lock === null) {
        context.readOnly ??= 'busy'
        return
      }
      if (context.readOnly === 'busy') context.readOnly = null
      await tidyUp()
    },
    async end() {
      if (isTidy && !tools.saver.hasLeftovers() && !tools.bulk.hasLeftovers()) await mark?.remove()
      await lock?.release()
      lock = null
    },
  }
}
