import { useEffect, useState } from 'react'
import { isAppError } from '../../../core/contract/app-error.ts'
import type { RequestInput } from '../../../core/contract/archive-api.ts'
import type { DocumentMade } from '../../../core/contract/results.ts'
import { useConnection } from '../../client/client.ts'

/** Typing and clicking on is not disturbed by a document for every step on the way. */
const PAUSE_MS = 400

/** A finished document with its bytes. */
export interface FinishedDocument {
  readonly made: DocumentMade
  readonly blob: Blob
}

interface DocumentState {
  /** The last finished document; it stays on the screen while the next one is made. */
  readonly finished: FinishedDocument | null
  readonly making: boolean
  readonly error: unknown
}

type ClippingOrder = Omit<RequestInput<'documents.clipping'>, 'task'>

/** How the last job ended, and of which order. */
interface Outcome {
  readonly order: string
  readonly finished: FinishedDocument | null
  readonly error: unknown
}

/** Makes the document anew after every change of the order; an overtaken job is cancelled. */
export function useDocument({ id, language, standard, paper }: ClippingOrder): DocumentState {
  const { request, host } = useConnection()
  const order = [id, language, standard, paper].join(' ')
  const [outcome, setOutcome] = useState<Outcome>({ order: '', finished: null, error: null })
  useEffect(() => {
    const task = `preview-${crypto.randomUUID()}`
    let overtaken = false
    const settle = (change: Partial<Outcome>): void => {
      if (!overtaken) setOutcome((before) => ({ ...before, error: null, ...change, order }))
    }
    const make = async (): Promise<void> => {
      try {
        const made = await request('documents.clipping', { id, language, standard, paper, task })
        settle({ finished: { made, blob: await host.readDocument(made.document) } })
      } catch (error) {
        if (!isAppError(error, 'cancelled')) settle({ error })
      }
    }
    const pause = setTimeout(() => void make(), PAUSE_MS)
    return () => {
      overtaken = true
      clearTimeout(pause)
      void request('tasks.cancel', { task })
    }
  }, [request, host, order, id, language, standard, paper])
  return { finished: outcome.finished, making: outcome.order !== order, error: outcome.error }
}
