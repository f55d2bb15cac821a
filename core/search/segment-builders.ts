import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { entryUrl } from '../processes/entry-url.ts'
import type { BuildTask } from './storage/build-file.ts'

/** More would only wait for the files to be read. */
const MOST_BUILDERS = 3

/** What a builder answers to a task: null, or why it failed. */
export interface BuildReply {
  readonly failure: string | null
}

interface Builder {
  readonly worker: Worker
  busy: boolean
}

/**
 * Makes segments of many articles in threads of their own, so that searches are answered meanwhile and every processor
 * works. The threads end with `close`, and give their memory back.
 */
export class SegmentBuilders {
  /** Tasks that run at once. */
  readonly size = Math.max(1, Math.min(MOST_BUILDERS, availableParallelism()))
  private readonly builders: Builder[] = []

  /** Rejects where the segment could not be written. At most `size` tasks may run at once. */
  build(task: BuildTask): Promise<void> {
    const builder = this.builders.find(({ busy }) => !busy) ?? this.start()
    builder.busy = true
    const { worker } = builder
    return new Promise<void>((resolve, reject) => {
      const finish = (failure: string | null): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        builder.busy = false
        if (failure === null) resolve()
        else reject(new Error(failure))
      }
      const lose = (failure: string): void => {
        this.builders.splice(this.builders.indexOf(builder), 1)
        finish(failure)
      }
      const onMessage = ({ failure }: BuildReply): void => finish(failure)
      const onError = (error: unknown): void => lose(String(error))
      const onExit = (): void => lose('The thread that builds the index ended.')
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage(task)
    })
  }

  private start(): Builder {
    const worker = new Worker(entryUrl('search-worker'), { workerData: { build: true }, name: 'search-build' })
    const builder = { worker, busy: false }
    this.builders.push(builder)
    return builder
  }

  /** Ends the threads; a task that still runs is rejected. */
  async close(): Promise<void> {
    await Promise.all(this.builders.splice(0).map(({ worker }) => worker.terminate()))
  }
}
