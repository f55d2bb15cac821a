import { describe, expect, it, vi } from 'vitest'
import type { Program } from '../../../electron/child-programs.ts'
import { connectCore } from '../../../electron/core-connection.ts'
import type { CoreCallMessage } from '../../../electron/core-messages.ts'

/** A core's process whose messages a test sends and reads itself. */
interface FakeProcess extends Program {
  readonly sent: CoreCallMessage[]
  readonly kill: ReturnType<typeof vi.fn<() => boolean>>
  tell(name: string, value: unknown): void
}

function fakeProcess(): FakeProcess {
  const listeners = new Map<string, (value: never) => void>()
  const sent: CoreCallMessage[] = []
  const fake = {
    sent,
    kill: vi.fn(() => true),
    postMessage: (message: unknown) => void sent.push(message as CoreCallMessage),
    on: (name: string, listener: (value: never) => void) => listeners.set(name, listener),
    tell: (name: string, value: unknown) => listeners.get(name)?.(value as never),
  }
  // Electron's overloads of `on` return the process itself, which nobody here uses.
  return fake as unknown as FakeProcess
}

function start() {
  const processes: FakeProcess[] = []
  const children: FakeProcess[] = []
  const onEvent = vi.fn()
  const onRestart = vi.fn()
  const connection = connectCore({
    fork: () => {
      const started = fakeProcess()
      processes.push(started)
      return started
    },
    forkChild: () => {
      const started = fakeProcess()
      children.push(started)
      return started
    },
    startCall: () => ({ kind: 'stop' }),
    onEvent,
    onRestart,
  })
  return { connection, processes, children, onEvent, onRestart }
}

describe("the connection to the core's process", () => {
  it('gives every call its own reply, in whatever order they come', async () => {
    const { connection, processes } = start()
    const first = connection.call({ kind: 'read-document', document: '1' })
    const second = connection.call({ kind: 'read-document', document: '2' })
    const [one, two] = processes[0]!.sent
    processes[0]!.tell('message', { id: two!.id, envelope: { ok: true, value: 'two' } })
    processes[0]!.tell('message', { id: one!.id, envelope: { ok: true, value: 'one' } })
    expect(await first).toEqual({ ok: true, value: 'one' })
    expect(await second).toEqual({ ok: true, value: 'two' })
  })

  it('passes events on', () => {
    const { processes, onEvent } = start()
    const event = { name: 'tags.changed', value: {} }
    processes[0]!.tell('message', { event })
    expect(onEvent).toHaveBeenCalledWith(event)
  })

  it('fails the calls of a process that died and starts another one', async () => {
    const { connection, processes, onRestart } = start()
    const lost = connection.call({ kind: 'read-document', document: '1' })
    processes[0]!.tell('exit', 9)
    expect(await lost).toMatchObject({ error: { code: 'internal' } })
    expect(processes).toHaveLength(2)
    expect(processes[1]!.sent).toHaveLength(1)
    expect(onRestart).toHaveBeenCalledWith(9)
  })

  it('does not start a core for ever that dies at once', () => {
    const { processes } = start()
    for (let died = 0; died < 20; died += 1) processes.at(-1)!.tell('exit', 1)
    expect(processes.length).toBeLessThan(6)
  })

  it('stops the process without starting another one', async () => {
    const { connection, processes, onRestart } = start()
    const stopping = connection.stop()
    const [message] = processes[0]!.sent
    processes[0]!.tell('message', { id: message!.id, envelope: { ok: true, value: null } })
    await stopping
    processes[0]!.tell('exit', 0)
    expect(processes).toHaveLength(1)
    expect(processes[0]!.kill).toHaveBeenCalled()
    expect(onRestart).not.toHaveBeenCalled()
  })

  it("starts the core's children, passes messages both ways and tells of their end", () => {
    const { processes, children } = start()
    const [core] = processes
    core!.tell('message', { order: 'launch', child: 7, entry: 'pdf-child' })
    core!.tell('message', { order: 'send', child: 7, message: { job: 1 } })
    expect(children[0]!.sent).toEqual([{ job: 1 }])
    children[0]!.tell('message', { done: 1 })
    children[0]!.tell('exit', 0)
    expect(core!.sent).toEqual([
      { news: 'message', child: 7, message: { done: 1 } },
      { news: 'exit', child: 7, code: 0 },
    ])
  })

  it('kills the children of a core that died, and starts nothing that is not a program of the core', () => {
    const { processes, children } = start()
    processes[0]!.tell('message', { order: 'launch', child: 1, entry: 'pdf-child' })
    processes[0]!.tell('message', { order: 'launch', child: 2, entry: '../../evil' })
    processes[0]!.tell('exit', 1)
    expect(children).toHaveLength(1)
    expect(children[0]!.kill).toHaveBeenCalled()
    children[0]!.tell('exit', 0)
    expect(processes[1]!.sent.some((message) => 'news' in message)).toBe(false)
  })
})
