import { takeArchiveLock, type ArchiveLock, type TakeLock } from '../files/archive-lock.ts'
import { AppError } from '../contract/app-error.ts'
import type { ArchiveContext } from './archive-context.ts'
import { finishActs } from './finish-acts.ts'
import type { FolderTools } from './folder.ts'
import { setSessionMark, type SessionMark } from './session-mark.ts'
import { sweepTemporaries } from './sweep.ts'

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
  /** Null: the caller sees to it that nobody else writes. */
  readonly lock?: TakeLock | null
}

const NO_LOCK: ArchiveLock = { release: () => Promise.resolve() }

/** Makes the session of an archive; nothing is taken yet. */
export function createSession(context: ArchiveContext, tools: FolderTools, options: SessionOptions): WritingSession {
  let lock: ArchiveLock | null = null
  let mark: SessionMark | null = null

  /** A share that takes no writes, or a full disk, still opens for reading. */
  async function tidyUp(): Promise<void> {
    try {
      mark = await setSessionMark(tools, options.privateFolder, context.info.id)
      const finished = await finishActs(context)
      if (mark.crashed || finished > 0) await sweepTemporaries(context)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      context.log.error('What the last session left could not be tidied up', error)
    }
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
      if (!tools.saver.hasLeftovers() && !tools.bulk.hasLeftovers()) await mark?.remove()
      await lock?.release()
      lock = null
    },
  }
}
