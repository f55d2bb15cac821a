import { parentPort, workerData } from 'node:worker_threads'
import { createIndexHost } from './index-host.ts'
import type { CallMessage, NewsMessage, ReplyMessage, WorkerSetup } from './worker-protocol.ts'

/** The search worker: answers one call after the other, in the order they come. */
function serve(): void {
  const port = parentPort
  if (port === null) throw new Error('The search worker was started as a program of its own.')
  const news = (message: NewsMessage): void => port.postMessage(message)
  const host = createIndexHost(workerData as WorkerSetup, {
    info: (text) => news({ log: 'info', text }),
    warn: (text) => news({ log: 'warn', text }),
  })
  port.on('message', ({ number, name, argument }: CallMessage) => {
    let reply: ReplyMessage
    try {
      reply = { number, value: host.call(name, argument) }
    } catch (error) {
      reply = { number, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    port.postMessage(reply)
    if (name === 'close') port.close()
  })
}

serve()
