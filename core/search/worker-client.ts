import { Worker } from 'node:worker_threads'
import type { Log } from '../contract/log.ts'
import { entryUrl } from '../processes/entry-url.ts'
import type {
  CallArgument,
  CallMessage,
  CallResult,
  NewsMessage,
  ReplyMessage,
  WorkerCall,
  WorkerSetup,
} from './worker-protocol.ts'

/** Megabytes for short-lived objects: more would only be slower to give back. */
const YOUNG_MEMORY = 32

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Talks to the search worker. */
export interface WorkerClient {
  call<Name extends WorkerCall>(name: Name, argument: CallArgument<Name>): Promise<CallResult<Name>>
  /** Ends the worker once it has answered what was asked before. */
  close(): Promise<void>
}

export interface ClientOptions {
  readonly log: Log
  /** The worker is gone. */
  readonly onFailure: (error: Error) => void
  /** Rows of the catalog that the index no longer has. */
  readonly onLost: (rows: Uint32Array) => void
}

/** Starts the search worker. Calls made after it failed are rejected with the reason. */
export function startSearchWorker(setup: WorkerSetup, { log, onFailure, onLost }: ClientOptions): WorkerClient {
  const worker = new Worker(entryUrl('search-worker'), {
    workerData: setup,
    name: 'search',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEMORY },
  })
  const waiting = new Map<number, Waiting>()
  let failure: Error | null = null
  let closing = false
  let last = 0

  /** An error comes before the end of the thread: a death is told once. */
  const fail = (error: Error): void => {
    if (failure !== null) return
    failure = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    if (!closing) onFailure(error)
  }
  worker.on('message', (message: ReplyMessage | NewsMessage) => {
    if ('news' in message) {
      if (message.news === 'lost') onLost(message.rows)
      else log[message.news](message.text)
      return
    }
    const caller = waiting.get(message.number)
    waiting.delete(message.number)
    if (message.failure === undefined) caller?.resolve(message.value)
    else caller?.reject(new Error(`The search worker failed: ${message.failure}`))
  })
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => fail(new Error(`The search worker ended with code ${code}.`)))

  const call = <Name extends WorkerCall>(name: Name, argument: CallArgument<Name>): Promise<CallResult<Name>> => {
    if (failure !== null) return Promise.reject(failure)
    last += 1
    const message: CallMessage = { number: last, name, argument }
    return new Promise((resolve, reject) => {
      // The worker answers each call with the result that the protocol pairs with its name.
      waiting.set(message.number, { resolve: (value) => resolve(value as CallResult<Name>), reject })
      worker.postMessage(message)
    })
  }
  return {
    call,
    close: async () => {
      closing = true
      if (failure === null) {
        const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
        await call('close', undefined as never)
        await ended
      }
      await worker.terminate()
    },
  }
}
