import { realpath } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { resolve } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import type { ArchiveClient, RequestName, RequestResult } from '../contract/archive-api.ts'
import type { ArchiveEvent } from '../contract/archive-events.ts'
import { openEnvelope, type Envelope } from '../contract/envelope.ts'
import type { HostCore } from '../contract/host-core.ts'
import { findDoor } from './door-address.ts'
import { readFrames, sendFrame, type DoorCall, type DoorReply } from './door-frames.ts'

/** The part of a core that another process can use. */
export interface JoinedCore {
  readonly client: ArchiveClient
  readonly subscribe: HostCore['subscribe']
  readonly intake: Pick<HostCore['intake'], 'addPath'>
  readonly documents: Pick<HostCore['documents'], 'copyTo'>
  close(): void
}

type Question = DoorCall extends infer Call ? (Call extends DoorCall ? Omit<Call, 'call'> : never) : never

function reach(address: string): Promise<Socket | null> {
  return new Promise((found) => {
    const socket = connect({ path: address })
    socket.once('connect', () => found(socket))
    // Nobody is there any more.
    socket.once('error', () => found(null))
  })
}

/** Asks over a connection; the answers come in any order. */
function createAsker(socket: Socket, tell: (event: ArchiveEvent) => void) {
  const waiting = new Map<number, (envelope: Envelope<unknown>) => void>()
  let last = 0
  readFrames(socket, (message) => {
    // The other side is this program too, proven by the secret.
    const reply = message as DoorReply
    if ('event' in reply) {
      tell(reply.event)
      return
    }
    waiting.get(reply.call)?.(reply.envelope)
    waiting.delete(reply.call)
  })
  const gone = new AppError('archive-busy', 'The program that has the archive open has ended or does not answer.')
  const isGone: Envelope<never> = { error: { code: gone.code, message: gone.message, details: {} } }
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    for (const answer of waiting.values()) answer(isGone)
    waiting.clear()
  })
  return (question: Question): Promise<Envelope<unknown>> =>
    new Promise((answer) => {
      if (socket.destroyed) {
        answer(isGone)
        return
      }
      last += 1
      waiting.set(last, answer)
      // A question with its number is a call.
      sendFrame(socket, { ...question, call: last })
    })
}

/**
 * Becomes a client of the process that has the archive open for writing; null where none offers it. What is asked is
 * done there, with the same checks and errors.
 */
export async function joinFirstProcess(privateFolder: string, folder: string): Promise<JoinedCore | null> {
  const root = await realpath(folder).catch(() => resolve(folder))
  const door = await findDoor(privateFolder, root)
  const socket = door === null ? null : await reach(door.address)
  if (door === null || socket === null) return null
  const listeners = new Set<(event: ArchiveEvent) => void>()
  const ask = createAsker(socket, (event) => {
    for (const listener of listeners) listener(event)
  })
  if ('error' in (await ask({ kind: 'enter', secret: door.secret }))) return null
  const client = async <Name extends RequestName>(name: Name, argument: unknown): Promise<RequestResult<Name>> =>
    // The service behind the name made the value.
    openEnvelope((await ask({ kind: 'request', name, argument })) as Envelope<RequestResult<Name>>)
  return {
    client,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    intake: {
      addPath: async (path) =>
        // The intake behind the door made the value.
        openEnvelope((await ask({ kind: 'addPath', path: resolve(path) })) as Envelope<readonly string[]>),
    },
    documents: {
      copyTo: async (document, path) => {
        openEnvelope(await ask({ kind: 'copyTo', document, path: resolve(path) }))
      },
    },
    close: () => socket.destroy(),
  }
}
