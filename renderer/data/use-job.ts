import { useState } from 'react'
import { isAppError } from '../../core/contract/app-error.ts'
import type { MessageKey } from '../../core/translate/create-translator.ts'
import { useConnection } from '../client/client.ts'
import { startTask } from '../state/task-store.ts'

/** A long job that the person waits for: one runs at a time, and it can be stopped. */
export interface Job {
  /** Task id while it runs, or null. */
  readonly task: string | null
  readonly error: unknown
  /** Resolves to null where the work failed or was stopped. */
  readonly run: <Result>(work: (task: string) => Promise<Result>) => Promise<Result | null>
  readonly stop: () => void
  /** Takes the failure off the screen. */
  readonly forget: () => void
}

/** Runs long jobs with progress in the status bar, and keeps their failure. One that the user stopped is no failure. */
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
        return await work(started.id)
      } catch (failure) {
        if (!isAppError(failure, 'cancelled')) setError(failure)
        return null
      } finally {
        started.end()
        setTask(null)
      }
    },
    stop: () => {
      if (task !== null) void request('tasks.cancel', { task })
    },
    forget: () => setError(null),
  }
}
