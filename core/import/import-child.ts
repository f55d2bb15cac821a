import { isMainThread, Worker } from 'node:worker_threads'
import { isAppError } from '../contract/app-error.ts'
import { hearParent, tellParent } from '../processes/parent-channel.ts'
import { readArticles } from './read-articles.ts'
import type { ReadCall, ReadReply } from './read-messages.ts'

/*
 * Entry of the child processes that read sources. They get bytes and names and answer with articles; they are given no
 * path and open no file. Reading can be one long synchronous call, so the memory is watched by a second thread, which
 * kills the whole process when it grows too large; the time is watched by the parent.
 */

const MEMORY_LIMIT_BYTES = 512_000_000
const MEMORY_CHECK_MS = 100

function watchMemory(): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > MEMORY_LIMIT_BYTES) process.kill(process.pid, 'SIGKILL')
  }, MEMORY_CHECK_MS)
}

async function answer({ call, order }: ReadCall): Promise<ReadReply> {
  try {
    return { call, ok: true, value: await readArticles(order) }
  } catch (error) {
    if (isAppError(error)) return { call, ok: false, code: error.code, message: error.message }
    const reason = error instanceof Error ? error.message : String(error)
    return { call, ok: false, code: 'unreadable-source', message: `The file could not be read: ${reason}` }
  }
}

function serve(): void {
  new Worker(new URL(import.meta.url)).unref()
  // The parent is this program itself and sends nothing but calls.
  hearParent((message) => void answer(message as ReadCall).then(tellParent))
}

if (isMainThread) serve()
else watchMemory()
