import { Worker } from 'node:worker_threads'
import { entryUrl } from '../../processes/entry-url.ts'
import type { SiteText } from './build-site-index.ts'
import { PART_SIZE } from './site-shards.ts'
import type { SiteOrder, SiteReply } from './site-worker.ts'

/** A finished script of the search. */
export interface SiteShard {
  /** Number of the part that it belongs to, from 0. */
  readonly part: number
  readonly name: string
  /** Its terms as JSON. */
  readonly json: string
}

/** Builds the search of a static site beside the thread that makes its pages. */
export interface SiteIndexer {
  /** Takes in an article; gives the shards of a part when it is full, else nothing. */
  add(text: SiteText): Promise<readonly SiteShard[]>
  /** The shards of the last part. */
  finish(): Promise<readonly SiteShard[]>
  /** Ends the thread, whatever it does. */
  close(): Promise<void>
}

/** Texts sent at once. */
const BATCH = 50

/** Starts the thread. It must be closed in every case. */
export function startSiteIndexer(): SiteIndexer {
  const ask = startWorker()
  let batch: SiteText[] = []
  let [part, filled] = [0, 0]
  let taken: Promise<unknown> = Promise.resolve()
  const send = async (): Promise<void> => {
    // One batch may wait while the next is collected.
    await taken
    taken = ask.call({ add: batch })
    // The failure is told to whoever waits next.
    taken.catch(() => undefined)
    batch = []
  }
  const finish = async (): Promise<readonly SiteShard[]> => {
    if (batch.length > 0) await send()
    await taken
    if (filled === 0) return []
    const number = part
    part += 1
    filled = 0
    return (await ask.call('shards')).map(([name, json]) => ({ part: number, name, json }))
  }
  return {
    add: async (text) => {
      batch.push(text)
      filled += 1
      if (batch.length === BATCH) await send()
      return filled === PART_SIZE ? finish() : []
    },
    finish,
    close: ask.close,
  }
}

interface SiteWorker {
  readonly call: (order: SiteOrder) => Promise<SiteReply>
  readonly close: () => Promise<void>
}

function startWorker(): SiteWorker {
  const worker = new Worker(entryUrl('site-worker'), { name: 'site' })
  const waiting: { readonly resolve: (reply: SiteReply) => void; readonly reject: (error: Error) => void }[] = []
  let failure: Error | null = null
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  worker.on('message', (reply: SiteReply) => waiting.shift()?.resolve(reply))
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => fail(new Error('The thread that builds the search of a site has ended.')))
  return {
    call: (order) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure)
          return
        }
        waiting.push({ resolve, reject })
        worker.postMessage(order)
      }),
    close: async () => {
      await worker.terminate()
    },
  }
}
