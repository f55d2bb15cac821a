import type { ServerResponse } from 'node:http'
import type { SubscribeToEvents } from '../core/contract/archive-events.ts'
import { SECURITY_HEADERS } from '../core/contract/content-policy.ts'

/** An empty line this often, in milliseconds, shows both ends that the other is still there. */
const HEARTBEAT = 15_000
/** A reader that lets this many bytes pile up is cut off; its client connects again and reads anew. */
const MOST_WAITING = 8_000_000

/**
 * Answers `GET /events`: one JSON object per line, for as long as the reader stays. (EventSource cannot send the token.)
 * Empty lines mean nothing.
 */
export function streamEvents(response: ServerResponse, subscribe: SubscribeToEvents): void {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' })
  const send = (line: string): void => {
    if (response.writableLength > MOST_WAITING) response.destroy()
    else response.write(line)
  }
  // The first line tells the reader that from here on it misses nothing.
  send('\n')
  const unsubscribe = subscribe((event) => send(`${JSON.stringify(event)}\n`))
  const heartbeat = setInterval(() => send('\n'), HEARTBEAT)
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
}
