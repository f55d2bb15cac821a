import { Worker } from 'node:worker_threads'
import { entryUrl } from '../processes/entry-url.ts'
import type { MergeTask } from './storage/merge-files.ts'

/** How a merge ended: with the checksum of its file, or with the reason and, where one is to blame, the damaged file. */
export type MergeOutcome =
  { readonly check: number } | { readonly failure: string; readonly damagedFile: string | null }

/** Runs merges beside the searches, one at a time, each in a worker that ends with it. */
export class MergeRunner {
  private worker: Worker | null = null

  get busy(): boolean {
    return this.worker !== null
  }

  start(task: MergeTask, done: (outcome: MergeOutcome) => void): void {
    const worker = new Worker(entryUrl('search-worker'), { workerData: { merge: task }, name: 'search-merge' })
    this.worker = worker
    let outcome: MergeOutcome = { failure: 'The merge ended without a result.', damagedFile: null }
    worker.on('message', (message: MergeOutcome) => (outcome = message))
    worker.on('error', (error) => (outcome = { failure: String(error), damagedFile: null }))
    worker.on('exit', () => {
      if (this.worker !== worker) return
      this.worker = null
      done(outcome)
    })
  }

  /** Ends a running merge; its caller hears nothing more. */
  stop(): void {
    const worker = this.worker
    this.worker = null
    // Nobody waits for a merge that is given up; its half-written file is swept up later.
    void worker?.terminate()
  }
}
