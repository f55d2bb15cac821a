import { parentPort } from 'node:worker_threads'
import { createSitePart, type SiteText } from './build-site-index.ts'

/*
 * Entry of the thread that builds the search of a static site: seconds of work in which the archive must still answer.
 */

/** Texts for the part that is being built, or the wish for its shards; each is answered once, in order. */
export type SiteOrder = { readonly add: readonly SiteText[] } | 'shards'
/** The scripts' contents by the names of the shards, as JSON, for `shards`; nothing for texts. */
export type SiteReply = readonly (readonly [name: string, json: string])[]

if (parentPort === null) throw new Error('The thread for sites was started as a program of its own.')
const port = parentPort
let part = createSitePart()

// Only our own code starts this thread.
port.on('message', (order: SiteOrder) => {
  if (order === 'shards') {
    const reply: SiteReply = [...part.shards()].map(([name, shard]) => [name, JSON.stringify(shard)] as const)
    part = createSitePart()
    port.postMessage(reply)
    return
  }
  for (const text of order.add) part.add(text)
  port.postMessage([] satisfies SiteReply)
})
