import { useState } from 'react'
import { isAppError } from '../../../core/contract/app-error.ts'
import type { MessageKey } from '../../../core/translate/create-translator.ts'
import { useConnection } from '../../client/client.ts'
import { startTask } from '../../state/task-store.ts'

/** A long job of this screen: one runs at a time, and it can be stopped. */
export interface Job {
  /** Task id while it runs, or null. */
  readonly task: string | null
  readonly error: unknown
  readonly run: (work: (task: string) => Promise<void>) => Promise<void>
  readonly stop: () => void
}

/** Runs long jobs with progress in the status bar. A job that the user stopped is no failure. */
export function useJob(label: MessageKey): Job {
  const { request } = useConnection()
  const [task, setTask] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  return {
    task,
    error,
    run: async (work) => {
      const started = startTask(label)
      setTask(started.id)
      setError(null)
      try {
        await work(started.id)
      } catch (failure) {
        if (!isAppError(failure, 'cancelled')) setError(failure)
      } finally {
        started.end()
        setTask(null)
      }
    },
    stop: () => {
      if (task !== null) void request('tasks.cancel', { task })
    },
  }
}
