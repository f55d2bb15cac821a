import { EVENT_NAMES, type ArchiveEvent, type SubscribeToEvents } from '../../core/contract/archive-events.ts'
import type { Send } from './http-client.ts'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

type Listener = (event: ArchiveEvent) => void

/**
 * Events of the loopback host: one stream of JSON lines, opened with the first listener and closed with the last. A
 * broken stream is opened again with growing pauses.
 */
export function followEvents(send: Send): SubscribeToEvents {
  const listeners = new Set<Listener>()
  let stop: AbortController | null = null
  const tell = (event: ArchiveEvent): void => listeners.forEach((listener) => listener(event))
  return (listener) => {
    listeners.add(listener)
    if (stop === null) {
      stop = new AbortController()
      void keepReading(send, tell, stop.signal)
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stop?.abort()
      stop = null
    }
  }
}

async function keepReading(send: Send, tell: Listener, signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT_MS
  while (!signal.aborted) {
    try {
      const response = await send('events', { signal })
      if (response.ok && response.body !== null) {
        wait = FIRST_WAIT_MS
        await readLines(response.body, tell)
      }
    } catch {
      // The host is gone or the stream broke: requests report it to the user, the stream only tries again.
    }
    await pause(wait, signal)
    wait = Math.min(LONGEST_WAIT_MS, wait * 2)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

async function readLines(body: ReadableStream<Uint8Array>, tell: Listener): Promise<void> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) tellLine(line, tell)
  }
}

function tellLine(line: string, tell: Listener): void {
  if (line.trim() === '') return
  const event: unknown = JSON.parse(line)
  if (isEvent(event)) tell(event)
}

function isEvent(event: unknown): event is ArchiveEvent {
  if (typeof event !== 'object' || event === null || !('name' in event)) return false
  const { name } = event
  return EVENT_NAMES.some((known) => known === name)
}
