import { timingSafeEqual } from 'node:crypto'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import { envelopeOfError, type Envelope } from '../contract/envelope.ts'
import type { HostCore } from '../contract/host-core.ts'
import { announceDoor, newDoorAddress } from './door-address.ts'
import { readFrames, sendFrame } from './door-frames.ts'

/** A way for other processes of the same user to have this one do what only the writer of the archive can do. */
export interface Door {
  close(): Promise<void>
}

/** What a door leads to. */
export type DoorCore = Pick<HostCore, 'dispatch' | 'subscribe'> & {
  readonly intake: Pick<HostCore['intake'], 'addPath'>
  readonly documents: Pick<HostCore['documents'], 'copyTo'>
}

const callSchema = v.variant('kind', [
  v.object({ call: v.number(), kind: v.literal('enter'), secret: v.string() }),
  v.object({ call: v.number(), kind: v.literal('request'), name: v.string(), argument: v.unknown() }),
  v.object({ call: v.number(), kind: v.literal('addPath'), path: v.string() }),
  v.object({ call: v.number(), kind: v.literal('copyTo'), document: v.string(), path: v.string() }),
])
type CheckedCall = v.InferOutput<typeof callSchema>

const taskSchema = v.object({ task: v.string() })

/** Which archive is open and how the program is set is for the person at the window to say. */
function isOfWindow(name: string): boolean {
  return name.startsWith('workspace.') || name === 'settings.write'
}

function isSame(secret: string, expected: string): boolean {
  const [given, right] = [Buffer.from(secret), Buffer.from(expected)]
  return given.length === right.length && timingSafeEqual(given, right)
}

async function envelopeOf(work: () => Promise<unknown>): Promise<Envelope<unknown>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return envelopeOfError(error)
  }
}

async function answer(core: DoorCore, call: Exclude<CheckedCall, { kind: 'enter' }>): Promise<Envelope<unknown>> {
  switch (call.kind) {
    case 'request':
      if (!isOfWindow(call.name)) return core.dispatch(call.name, call.argument)
      return envelopeOfError(new AppError('bad-request', `${call.name} is not for other programs.`))
    case 'addPath':
      return envelopeOf(() => core.intake.addPath(call.path))
    case 'copyTo':
      return envelopeOf(async () => {
        await core.documents.copyTo(call.document, call.path)
        return null
      })
  }
}

/** One process that has come in. Its tasks end with it. */
function serve(core: DoorCore, socket: Socket, secret: string): void {
  let entered = false
  const tasks = new Set<string>()
  const unsubscribe = core.subscribe((event) => {
    if (event.name === 'task.progress' && tasks.has(event.value.task)) sendFrame(socket, { event })
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    unsubscribe()
    for (const task of tasks) void core.dispatch('tasks.cancel', { task })
  })
  const take = async (call: CheckedCall): Promise<void> => {
    if (call.kind === 'enter') {
      entered = isSame(call.secret, secret)
      if (entered) sendFrame(socket, { call: call.call, envelope: { ok: true, value: null } })
      else socket.destroy()
      return
    }
    const named = v.safeParse(taskSchema, call.kind === 'request' ? call.argument : null)
    if (named.success && call.kind === 'request' && call.name !== 'tasks.cancel') tasks.add(named.output.task)
    sendFrame(socket, { call: call.call, envelope: await answer(core, call) })
    if (named.success) tasks.delete(named.output.task)
  }
  readFrames(socket, (message) => {
    const call = v.safeParse(callSchema, message)
    if (!call.success || (!entered && call.output.kind !== 'enter')) socket.destroy()
    else void take(call.output)
  })
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path: address }, () => resolve())
  })
}

/**
 * Opens the door of the archive at `root`, its real path. Socket, notice and secret are readable by this user alone, and
 * a caller must know the secret: names of sockets are known to everybody on some systems.
 */
export async function openDoor(core: DoorCore, privateFolder: string, root: string): Promise<Door> {
  const door = newDoorAddress(privateFolder)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serve(core, socket, door.secret)
  })
  const isFile = process.platform !== 'win32'
  if (isFile) await mkdir(dirname(door.address), { recursive: true, mode: 0o700 })
  await listen(server, door.address)
  // The door keeps no process alive.
  server.unref()
  if (isFile) await chmod(door.address, 0o600)
  await announceDoor(privateFolder, root, door)
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      if (isFile) await rm(door.address, { force: true })
    },
  }
}
