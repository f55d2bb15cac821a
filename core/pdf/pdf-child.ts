import { isMainThread, Worker } from 'node:worker_threads'
import { AppError } from '../contract/app-error.ts'
import { hearParent, tellParent } from '../processes/parent-channel.ts'
import type { PagesSet, PdfJob, PdfReply } from './pdf-job.ts'
import { runJob } from './run-job.ts'

/*
 * Entry of the child process that writes one PDF and ends. Setting pages is one long synchronous call, so the memory is
 * watched by a second thread, which kills the whole process when it grows too large.
 */

const MEMORY_LIMIT_BYTES = 1_500_000_000
const MEMORY_CHECK_MS = 100

function watchMemory(): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > MEMORY_LIMIT_BYTES) process.kill(process.pid, 'SIGKILL')
  }, MEMORY_CHECK_MS)
}

function answer(reply: PdfReply): void {
  // Whoever asked ends this process once it has the reply.
  void tellParent(reply)
}

function failureOf(error: unknown): PdfReply {
  if (!(error instanceof AppError)) return { kind: 'failed', message: String(error) }
  const { code, message, details } = error
  if (code !== 'program-damaged') return { kind: 'failed', message }
  return { kind: 'damaged-program', message, file: String(details['file'] ?? '') }
}

function serve(): void {
  const watcher = new Worker(new URL(import.meta.url))
  watcher.unref()
  // The parent is this program itself and sends exactly one job.
  hearParent((job) => {
    const tellPages = (pages: number): void => void tellParent({ kind: 'pages-set', pages } satisfies PagesSet)
    runJob(job as PdfJob, tellPages).then(answer, (error: unknown) => {
      answer(failureOf(error))
    })
  })
}

if (isMainThread) serve()
else watchMemory()
