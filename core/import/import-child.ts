import { Worker } from 'node:worker_threads'
import { isAppError, type ErrorCode } from '../contract/app-error.ts'
import { isBundled } from '../processes/entry-url.ts'
import { hearParent, tellParent } from '../processes/parent-channel.ts'
import { readArticles, type ReadOrder } from './read-articles.ts'
import type { ReadCall, ReaderReady, ReadOutcome, ReadReply, ReadTask, ReadValue } from './read-messages.ts'

/*
 * Entry of the child processes that read sources. They get bytes and names and answer with articles; they are given no
 * path and open no file. Reading can be one long synchronous call, so the memory is watched by a second thread, which
 * kills the whole process when it grows too large; the time is watched by the parent.
 */

/** Where Node runs the sources themselves it compiles them first, and what that takes is no fault of a file. */
const COMPILER_BYTES = isBundled() ? 0 : process.memoryUsage.rss()
const MEMORY_LIMIT_BYTES = COMPILER_BYTES + 512_000_000
/** Beyond this size a reader gives back what its sources left behind, which takes far less time than a new reader. */
const FULL_BYTES = COMPILER_BYTES + 180_000_000
/** By so much it must have grown before that is worth doing again. */
const GROWTH_BYTES = 25_000_000
/**
 * A reader that is still of this size then goes after its answer: no source fails for what others have left behind, and two
 * readers with the host stay below 600 MB together.
 */
const WORN_BYTES = COMPILER_BYTES + 230_000_000
const MEMORY_CHECK_MS = 100

/** Text, not this file again: the second thread must not load all the readers too. */
const MEMORY_WATCH = `setInterval(() => {
  if (process.memoryUsage.rss() > ${MEMORY_LIMIT_BYTES}) process.kill(process.pid, 'SIGKILL')
}, ${MEMORY_CHECK_MS})`

let full = FULL_BYTES

function isWorn(): boolean {
  if (process.memoryUsage.rss() <= full) return false
  globalThis.gc?.()
  const left = process.memoryUsage.rss()
  full = Math.max(FULL_BYTES, left + GROWTH_BYTES)
  return left > WORN_BYTES
}

function faultOf(error: unknown): { readonly code: ErrorCode; readonly message: string } {
  if (isAppError(error)) return { code: error.code, message: error.message }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'unreadable-source', message: `The file could not be read: ${reason}` }
}

async function readOne(order: ReadOrder): Promise<ReadOutcome> {
  try {
    return { ok: true, articles: await readArticles(order) }
  } catch (error) {
    return { ok: false, ...faultOf(error) }
  }
}

async function work(task: ReadTask): Promise<ReadValue> {
  switch (task.kind) {
    case 'articles':
      return { kind: 'articles', articles: await readArticles(task.order) }
    case 'texts': {
      const outcomes: ReadOutcome[] = []
      for (const order of task.orders) outcomes.push(await readOne(order))
      return { kind: 'texts', outcomes }
    }
    case 'page': {
      // Loaded when the first page is asked for, as the readers are.
      const { drawPage } = await import('./pdf/page-picture.ts')
      return { kind: 'page', page: await drawPage(task.order) }
    }
  }
}

async function answer({ call, task }: ReadCall): Promise<ReadReply> {
  try {
    const value = await work(task)
    return { call, worn: isWorn(), ok: true, value }
  } catch (error) {
    return { call, worn: isWorn(), ok: false, ...faultOf(error) }
  }
}

new Worker(MEMORY_WATCH, { eval: true }).unref()
// The parent is this program itself and sends nothing but calls.
hearParent((message) => void answer(message as ReadCall).then(tellParent))
const READY: ReaderReady = { ready: true }
await tellParent(READY)
