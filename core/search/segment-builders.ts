import { availableParallelism } from 'node:os'
import { launchChild, type ChildProgram } from '../processes/launch-child.ts'
import type { BuildTask } from './storage/build-file.ts'

/** More would only wait for the files to be read. */
const MOST_BUILDERS = 3

/** What a builder answers to a task: null, or why it failed. */
export interface BuildReply {
  readonly failure: string | null
}

interface Builder {
  readonly program: ChildProgram
  /** Hears how the task at hand ended; null while there is none. */
  finish: ((failure: string | null) => void) | null
}

/**
 * Makes segments of many articles in processes of their own, so that searches are answered meanwhile and every processor
 * works. What threads have used a hundred megabytes of, the program never gives back; processes end with `close`.
 */
export class SegmentBuilders {
  /** Tasks that run at once. */
  readonly size = Math.max(1, Math.min(MOST_BUILDERS, availableParallelism()))
  private readonly builders = new Set<Builder>()

  /** Rejects where the segment could not be written. At most `size` tasks may run at once. */
  build(task: BuildTask): Promise<void> {
    const builder = [...this.builders].find(({ finish }) => finish === null) ?? this.start()
    return new Promise<void>((resolve, reject) => {
      builder.finish = (failure) => {
        builder.finish = null
        if (failure === null) resolve()
        else reject(new Error(failure))
      }
      builder.program.send(task)
    })
  }

  private start(): Builder {
    const program = launchChild('segment-child', {
      // The child is our own program and sends nothing but replies.
      onMessage: (message) => builder.finish?.((message as BuildReply).failure),
      onExit: (code) => {
        this.builders.delete(builder)
        builder.finish?.(`The process that builds the index ended with code ${String(code)}.`)
      },
    })
    const builder: Builder = { program, finish: null }
    this.builders.add(builder)
    return builder
  }

  /** Ends the processes; a task that still runs is rejected. */
  close(): void {
    for (const { program } of this.builders) program.kill()
  }
}
