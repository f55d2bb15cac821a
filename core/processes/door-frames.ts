import type { Socket } from 'node:net'
import type { ArchiveEvent } from '../contract/archive-events.ts'
import type { Envelope } from '../contract/envelope.ts'

/** What a second process asks the first one. The first message of a connection carries the secret. */
export type DoorCall =
  | { readonly call: number; readonly kind: 'enter'; readonly secret: string }
  | { readonly call: number; readonly kind: 'request'; readonly name: string; readonly argument: unknown }
  | { readonly call: number; readonly kind: 'addPath'; readonly path: string }
  | { readonly call: number; readonly kind: 'copyTo'; readonly document: string; readonly path: string }

/** What comes back: the reply to a call, or an event about a task of the second process. */
export type DoorReply =
  { readonly call: number; readonly envelope: Envelope<unknown> } | { readonly event: ArchiveEvent }

/** Longest message, in UTF-16 units. */
const LONGEST_MESSAGE = 50_000_000

/** Sends one message: one line of JSON. */
export function sendFrame(socket: Socket, message: DoorCall | DoorReply): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`)
}

/** Hands over each message as it comes. Whoever sends no JSON, or lines without end, is cut off. */
export function readFrames(socket: Socket, take: (message: unknown) => void): void {
  let waiting = ''
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    waiting += text
    const lines = waiting.split('\n')
    waiting = lines.pop() ?? ''
    if (waiting.length > LONGEST_MESSAGE) socket.destroy()
    for (const line of lines) {
      const message = parse(line)
      if (message === undefined) socket.destroy()
      else take(message)
    }
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
