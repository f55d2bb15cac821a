import type { EmitEvent } from '../contract/event-hub.ts'

/** What a long job gets: a signal to watch and a way to tell how far it is. */
export interface TaskContext {
  readonly signal: AbortSignal
  /** `total` 0: not known yet. Cheap to call for every item; listeners hear at most ten times a second. */
  readonly onProgress: (done: number, total: number, current: string) => void
}

export interface TaskRegistry {
  /** Runs work under an id that the caller chose, or under none; a task without id shows no progress and cannot be cancelled. */
  run<Result>(task: string | undefined, work: (context: TaskContext) => Promise<Result>): Promise<Result>
  /** True when a task of this id was running. */
  cancel(task: string): boolean
  /** Resolves when everything that runs now has ended. */
  settle(): Promise<void>
  /** Cancels everything that runs; resolves when all of it has ended. */
  close(): Promise<void>
}

const PROGRESS_INTERVAL_MS = 100

/** Makes the registry of running long jobs. `now` gives milliseconds and is used only to bound the rate of progress. */
export function createTaskRegistry(emit: EmitEvent, now: () => number): TaskRegistry {
  const controllers = new Map<string, AbortController>()
  const running = new Set<Promise<unknown>>()
  const anonymous = new Set<AbortController>()

  const progressOf = (task: string | undefined): TaskContext['onProgress'] => {
    if (task === undefined) return () => undefined
    let told = Number.NEGATIVE_INFINITY
    return (done, total, current) => {
      const time = now()
      if (time - told < PROGRESS_INTERVAL_MS && done !== total) return
      told = time
      emit('task.progress', { task, done, total, current })
    }
  }

  return {
    run: async (task, work) => {
      const controller = new AbortController()
      if (task === undefined) anonymous.add(controller)
      else controllers.set(task, controller)
      const result = work({ signal: controller.signal, onProgress: progressOf(task) })
      running.add(result)
      try {
        return await result
      } finally {
        running.delete(result)
        anonymous.delete(controller)
        if (task !== undefined && controllers.get(task) === controller) controllers.delete(task)
      }
    },
    cancel: (task) => {
      const controller = controllers.get(task)
      controller?.abort()
      return controller !== undefined
    },
    settle: async () => {
      await Promise.allSettled([...running])
    },
    close: async () => {
      for (const controller of [...controllers.values(), ...anonymous]) controller.abort()
      await Promise.allSettled([...running])
    },
  }
}
