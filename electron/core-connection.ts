import { AppError } from '../core/contract/app-error.ts'
import type { ArchiveEvent } from '../core/contract/archive-events.ts'
import { envelopeOfError, type Envelope } from '../core/contract/envelope.ts'
import { isChildOrder, type ChildOrder } from '../core/processes/child-messages.ts'
import type { EntryName } from '../core/processes/entry-url.ts'
import { createChildPrograms, type Program } from './child-programs.ts'
import type { CoreCall, CoreCallMessage, CoreReplyMessage } from './core-messages.ts'

export interface CoreConnectionPorts {
  /** Starts the core's process; nothing has been said to it yet. */
  readonly fork: () => Program
  /** The first call of every process. */
  readonly startCall: () => CoreCall
  /** Starts one of the core's own children. */
  readonly forkChild: (entry: EntryName) => Program
  readonly onEvent: (event: ArchiveEvent) => void
  /** The process ended without being asked to; a new one is running already. */
  readonly onRestart: (exitCode: number) => void
}

export interface CoreConnection {
  call(call: CoreCall): Promise<Envelope<unknown>>
  stop(): Promise<void>
}

/** A core that dies more often than this in a row, without answering in between, is not started again. */
const MOST_RESTARTS = 3
/** A core that does not stop by itself within this time, in milliseconds, is killed; every save is safe on disk before. */
const STOP_TIME = 5_000

type Waiting = (envelope: Envelope<unknown>) => void

/** Keeps the core's process running and matches its replies to the calls. Calls lost with a process fail, they never hang. */
export function connectCore(ports: CoreConnectionPorts): CoreConnection {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let restarts = 0
  let isStopping = false
  let child = startProcess()
  const children = createChildPrograms(ports.forkChild, (news) => child.postMessage(news))

  function startProcess(): Program {
    const started = ports.fork()
    started.on('message', (message: CoreReplyMessage | ChildOrder) => {
      if (isChildOrder(message)) children.follow(message)
      else if ('event' in message) ports.onEvent(message.event)
      else settle(message.id, message.envelope)
    })
    started.on('exit', (exitCode) => restart(exitCode))
    return started
  }

  function settle(id: number, envelope: Envelope<unknown>): void {
    restarts = 0
    const resolve = waiting.get(id)
    waiting.delete(id)
    resolve?.(envelope)
  }

  function restart(exitCode: number): void {
    children.killAll()
    for (const id of [...waiting.keys()]) settleLost(id)
    if (isStopping || restarts >= MOST_RESTARTS) return
    restarts += 1
    child = startProcess()
    void call(ports.startCall())
    ports.onRestart(exitCode)
  }

  function settleLost(id: number): void {
    const resolve = waiting.get(id)
    waiting.delete(id)
    resolve?.(envelopeOfError(new AppError('internal', 'A part of the program stopped unexpectedly.')))
  }

  function call(work: CoreCall): Promise<Envelope<unknown>> {
    lastId += 1
    const message: CoreCallMessage = { id: lastId, call: work }
    return new Promise((resolve) => {
      waiting.set(message.id, resolve)
      child.postMessage(message)
    })
  }

  return {
    call,
    stop: async () => {
      isStopping = true
      const killing = setTimeout(() => child.kill(), STOP_TIME)
      await call({ kind: 'stop' })
      clearTimeout(killing)
      child.kill()
    },
  }
}
