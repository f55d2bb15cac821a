import { useEffect, useState } from 'react'
import type { ArchiveClient, RequestInput } from '../../../core/contract/archive-api.ts'
import type { DocumentOrder } from '../../../core/contract/document-order.ts'
import type { DocumentMade } from '../../../core/contract/results.ts'
import { useConnection } from '../../client/client.ts'
import { startTask } from '../../state/task-store.ts'

/** Typing and clicking on is not disturbed by a document for every step on the way. */
const PAUSE_MS = 400

/** A finished document with its bytes. */
export interface FinishedDocument {
  readonly made: DocumentMade
  readonly blob: Blob
}

/** What is to be made. The same object means the same document. */
export type DocumentJob =
  | { readonly kind: 'clipping'; readonly clipping: Omit<RequestInput<'documents.clipping'>, 'task'> }
  | { readonly kind: 'order'; readonly order: DocumentOrder }

/** Makes a document; `task` is the id under which it tells its progress and can be cancelled. */
export function makeDocument(request: ArchiveClient, job: DocumentJob, task: string): Promise<DocumentMade> {
  return job.kind === 'clipping'
    ? request('documents.clipping', { ...job.clipping, task })
    : request('documents.make', { order: job.order, task })
}

interface DocumentState {
  /** The last finished document; it stays on the screen while the next one is made. */
  readonly finished: FinishedDocument | null
  readonly making: boolean
  /** Task id of the document in the making, or null. */
  readonly task: string | null
  readonly error: unknown
  readonly stop: () => void
  readonly retry: () => void
}

/** How the last job ended, and which attempt at which job it was. */
interface Outcome {
  readonly job: DocumentJob | null
  readonly attempt: number
  readonly finished: FinishedDocument | null
  readonly error: unknown
}

/** Makes the document anew after every change of the job; an overtaken one is cancelled. Null: nothing to make. */
export function useDocument(job: DocumentJob | null): DocumentState {
  const { request, host } = useConnection()
  const [attempt, setAttempt] = useState(0)
  const [task, setTask] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome>({ job: null, attempt, finished: null, error: null })
  const cancel = (id: string): void => void request('tasks.cancel', { task: id })
  useEffect(() => {
    if (job === null) return
    let overtaken = false
    let running: string | null = null
    const settle = (change: Partial<Outcome>): void => {
      if (!overtaken) setOutcome((before) => ({ ...before, error: null, ...change, job, attempt }))
    }
    const make = async (): Promise<void> => {
      const { id, end } = startTask('documents.making')
      running = id
      setTask(id)
      try {
        const made = await makeDocument(request, job, id)
        settle({ finished: { made, blob: await host.readDocument(made.document) } })
      } catch (error) {
        settle({ error })
      } finally {
        running = null
        end()
        setTask((current) => (current === id ? null : current))
      }
    }
    const pause = setTimeout(() => void make(), PAUSE_MS)
    return () => {
      overtaken = true
      clearTimeout(pause)
      if (running !== null) void request('tasks.cancel', { task: running })
    }
  }, [request, host, job, attempt])
  return {
    finished: outcome.finished,
    making: job !== null && (outcome.job !== job || outcome.attempt !== attempt),
    task,
    error: job === null ? null : outcome.error,
    stop: () => (task === null ? undefined : cancel(task)),
    retry: () => setAttempt(attempt + 1),
  }
}
