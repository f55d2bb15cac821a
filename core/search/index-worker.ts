import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { createIndexHost } from './index-host.ts'
import type { MergeOutcome } from './merge-runner.ts'
import { IndexDamaged } from './storage/index-damaged.ts'
import { mergeFiles, type MergeTask } from './storage/merge-files.ts'
import type { CallMessage, NewsMessage, ReplyMessage, WorkerSetup } from './worker-protocol.ts'

/** What the thread was started for: the searches of an archive, or one merge. */
type Start = WorkerSetup | { readonly merge: MergeTask }

/** Answers one call after the other, in the order they come. */
function serve(port: MessagePort, setup: WorkerSetup): void {
  const tell = (message: NewsMessage): void => port.postMessage(message)
  const host = createIndexHost(setup, {
    info: (text) => tell({ news: 'info', text }),
    warn: (text) => tell({ news: 'warn', text }),
    lost: (rows) => tell({ news: 'lost', rows }),
  })
  port.on('message', ({ number, name, argument }: CallMessage) => {
    port.postMessage(answer(number, () => host.call(name, argument)))
    if (name === 'close') port.close()
  })
}

function answer(number: number, call: () => unknown): ReplyMessage {
  try {
    return { number, value: call() }
  } catch (error) {
    return { number, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function merge(port: MessagePort, task: MergeTask): void {
  let outcome: MergeOutcome
  try {
    outcome = { check: mergeFiles(task) }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    outcome = { failure, damagedFile: error instanceof IndexDamaged ? error.file : null }
  }
  port.postMessage(outcome)
}

if (parentPort === null) throw new Error('The search worker was started as a program of its own.')
// Only our own code starts this thread, with one of the two.
const start = workerData as Start
if ('merge' in start) merge(parentPort, start.merge)
else serve(parentPort, start)
