import { AppError } from '../contract/app-error.ts'
import { launchChild, type ChildProgram } from '../processes/launch-child.ts'
import type { PageOrder, PagePicture } from './pdf/page-picture.ts'
import type { ArticlesOfSource, ReadOrder } from './read-articles.ts'
import type { ReaderReady, ReadOutcome, ReadReply, ReadTask, ReadValue } from './read-messages.ts'

/** Where sources are read: a few child processes, replaced when they misbehave and after a number of files. */
export interface ReadPool {
  /** @throws AppError with the reason why the source could not be read, `cancelled` */
  read(order: ReadOrder, signal?: AbortSignal): Promise<ArticlesOfSource>
  /** Reads several short sources in one go; an outcome for each. @throws AppError where the reader did not survive them */
  readTexts(orders: readonly ReadOrder[], signal?: AbortSignal): Promise<readonly ReadOutcome[]>
  /** Draws a page of a PDF. @throws AppError `not-found`, `unreadable-source` */
  draw(order: PageOrder): Promise<PagePicture>
  /** Ends all children; what they were reading fails. */
  close(): Promise<void>
}

export interface ReadPoolOptions {
  /** Children at the same time; default 2. */
  readonly size?: number
  /** Longest time for one source, in milliseconds, without that in which a reader starts; default 30 s. */
  readonly timeLimitMs?: number
}

const FILES_PER_CHILD = 500
/** A child without work ends after this time, so that its memory goes back. */
const IDLE_MS = 10_000
/** A child that has not loaded its code by then never will, also on a slow and busy computer. */
const START_LIMIT_MS = 120_000

interface Job {
  readonly task: ReadTask
  readonly resolve: (value: ReadValue) => void
  readonly reject: (error: AppError) => void
  /** A reader that had read other sources before died of this one: perhaps of what they had left behind. */
  secondTry: boolean
}

interface Reader {
  readonly program: ChildProgram
  ready: boolean
  job: Job | null
  files: number
  call: number
  timer: NodeJS.Timeout | undefined
  /** Why it is being ended, for the one whose job it was. */
  stopped: AppError | null
}

/** Makes the pool; children are started when there is work. */
export function createReadPool({ size = 2, timeLimitMs = 30_000 }: ReadPoolOptions = {}): ReadPool {
  const readers = new Set<Reader>()
  const waiting: Job[] = []

  const stop = (reader: Reader, reason: AppError | null): void => {
    clearTimeout(reader.timer)
    reader.stopped ??= reason
    readers.delete(reader)
    reader.program.kill()
  }

  const limit = (reader: Reader): void => {
    clearTimeout(reader.timer)
    const milliseconds = reader.ready ? timeLimitMs : START_LIMIT_MS
    reader.timer = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1_000)
      stop(reader, new AppError('unreadable-source', `Reading took longer than ${seconds} seconds and was stopped.`))
    }, milliseconds)
  }

  const give = (reader: Reader, job: Job): void => {
    reader.job = job
    reader.call += 1
    reader.files += 1
    limit(reader)
    reader.program.send({ call: reader.call, task: job.task })
  }

  const finish = (reader: Reader, worn: boolean): void => {
    reader.job = null
    clearTimeout(reader.timer)
    if (worn || reader.files >= FILES_PER_CHILD) stop(reader, null)
    else {
      reader.timer = setTimeout(() => stop(reader, null), IDLE_MS)
      reader.timer.unref()
    }
    assign()
  }

  const hear = (reader: Reader, reply: ReadReply | ReaderReady): void => {
    const { job } = reader
    if ('ready' in reply) {
      reader.ready = true
      if (job !== null) limit(reader)
      return
    }
    if (job === null || reply.call !== reader.call) return
    if (reply.ok) job.resolve(reply.value)
    else job.reject(new AppError(reply.code, reply.message))
    finish(reader, reply.worn)
  }

  const lose = (reader: Reader, code: number | null): void => {
    const { job, stopped } = reader
    reader.job = null
    if (job === null) return
    if (stopped === null && code === null && reader.files > 1 && !job.secondTry) {
      job.secondTry = true
      waiting.unshift(job)
      return
    }
    const died = code === null ? 'needs more memory than a reader may have' : `ended its reader with code ${code}`
    job.reject(stopped ?? new AppError('unreadable-source', `The file ${died}.`))
  }

  const launch = (): Reader => {
    const program = launchChild('import-child', {
      // The child is our own program and sends nothing but replies.
      onMessage: (message) => hear(reader, message as ReadReply | ReaderReady),
      onExit: (code) => {
        clearTimeout(reader.timer)
        readers.delete(reader)
        lose(reader, code)
        assign()
      },
    })
    const reader: Reader = { program, ready: false, job: null, files: 0, call: 0, timer: undefined, stopped: null }
    readers.add(reader)
    return reader
  }

  const assign = (): void => {
    while (waiting.length > 0) {
      const idle = [...readers].find(({ job }) => job === null) ?? (readers.size < size ? launch() : undefined)
      const job = idle === undefined ? undefined : waiting.shift()
      if (idle === undefined || job === undefined) return
      give(idle, job)
    }
  }

  const cancel = (job: Job): void => {
    const reason = new AppError('cancelled', 'The import was stopped while this file was being read.')
    const place = waiting.indexOf(job)
    if (place >= 0) waiting.splice(place, 1)
    const reader = [...readers].find((candidate) => candidate.job === job)
    if (reader !== undefined) stop(reader, reason)
    else if (place >= 0) job.reject(reason)
  }

  const run = (task: ReadTask, signal?: AbortSignal): Promise<ReadValue> =>
    new Promise((resolve, reject) => {
      const off = (): void => signal?.removeEventListener('abort', onAbort)
      const job: Job = {
        task,
        resolve: (value) => {
          off()
          resolve(value)
        },
        reject: (error) => {
          off()
          reject(error)
        },
        secondTry: false,
      }
      const onAbort = (): void => cancel(job)
      if (signal?.aborted === true) {
        reject(new AppError('cancelled', 'The import was stopped before this file was read.'))
        return
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      waiting.push(job)
      assign()
    })

  const surprise = (): TypeError => new TypeError('A reader answered what it was not asked.')
  return {
    read: async (order, signal) => {
      const value = await run({ kind: 'articles', order }, signal)
      if (value.kind === 'articles') return value.articles
      throw surprise()
    },
    readTexts: async (orders, signal) => {
      const value = await run({ kind: 'texts', orders }, signal)
      if (value.kind === 'texts' && value.outcomes.length === orders.length) return value.outcomes
      throw surprise()
    },
    draw: async (order) => {
      const value = await run({ kind: 'page', order })
      if (value.kind === 'page') return value.page
      throw surprise()
    },
    close: () => {
      const closed = new AppError('cancelled', 'The archive was closed.')
      for (const job of waiting.splice(0)) job.reject(closed)
      for (const reader of [...readers]) stop(reader, closed)
      return Promise.resolve()
    },
  }
}
