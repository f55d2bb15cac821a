import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ArchiveClient, RequestName, RequestResult } from '../../core/contract/archive-api.ts'
import type { ArchiveEvent, SubscribeToEvents } from '../../core/contract/archive-events.ts'
import { openEnvelope, type Envelope } from '../../core/contract/envelope.ts'
import { answerCoreCall, type WorkCall } from '../../electron/answer-core-call.ts'
import { createAnswerMessage, type AnswerMessage } from '../../electron/ipc.ts'
import type { FileBytes } from '../../electron/core-messages.ts'
import { createStagedFiles } from '../../electron/stage-files.ts'
import { startWebServer } from '../../web/server.ts'
import { startCore, type CoreUnderTest } from '../support/core-under-test.ts'

/** One way from a caller to the core. Everything on it is as in the program; only the wire between processes is short. */
export interface Transport extends CoreUnderTest {
  /** Sends anything under any name and returns the envelope as it arrives. */
  send(name: unknown, argument: unknown): Promise<Envelope<unknown>>
  readonly client: ArchiveClient
  readonly subscribe: SubscribeToEvents
  stage(name: string, bytes: Uint8Array): Promise<string>
  readDocument(document: string): Promise<Uint8Array>
  readAttachment(article: string, name: string): Promise<Uint8Array>
}

type Wire = Omit<Transport, 'client' | keyof CoreUnderTest>

function joinTransport(under: CoreUnderTest, wire: Wire): Transport {
  const client: ArchiveClient = async <Name extends RequestName>(name: Name, argument: unknown) =>
    openEnvelope((await wire.send(name, argument)) as Envelope<RequestResult<Name>>)
  return { ...under, ...wire, client }
}

/** The core itself. */
export async function startDirect(): Promise<Transport> {
  const under = await startCore()
  const { core } = under
  return joinTransport(under, {
    send: core.dispatch,
    subscribe: core.subscribe,
    stage: (name, bytes) => core.intake.addBytes(name, piecesOf(bytes)),
    readDocument: async (document) => collect((await core.documents.open(document)).content),
    readAttachment: async (article, name) => collect((await core.attachments.open(article, name)).content),
  })
}

/** Electron's messages: checked by the main process, answered by the core's process, cloned on each of the two ways. */
export async function startIpc(): Promise<Transport> {
  const under = await startCore()
  const { core, log } = under
  const staged = createStagedFiles(core.intake)
  const answer = createAnswerMessage({
    callCore: async (call) =>
      structuredClone(
        await answerCoreCall(structuredClone(call) as WorkCall, core, staged, (where, error) =>
          log.error(where, error),
        ),
      ),
    host: refusingHost(),
    reportBug: (where, error) => log.error(where, error),
  })
  const frame = { url: 'press://app/index.html' }
  const ask = async (...[channel, ...given]: readonly [Parameters<AnswerMessage>[0], ...unknown[]]) =>
    structuredClone(await answer(channel, { senderFrame: frame, sender: { mainFrame: frame } }, structuredClone(given)))
  return joinTransport(under, {
    send: (name, argument) => ask('press:request', name, argument),
    subscribe: (listener) => core.subscribe((event) => listener(structuredClone(event))),
    stage: async (name, bytes) => {
      const stage = openEnvelope(await ask('press:stage-begin', name))
      openEnvelope(await ask('press:stage-chunk', stage, bytes))
      return openEnvelope(await ask('press:stage-end', stage)) as string
    },
    readDocument: async (document) => (openEnvelope(await ask('press:read-document', document)) as FileBytes).bytes,
    readAttachment: async (article, name) =>
      (openEnvelope(await ask('press:read-attachment', article, name)) as FileBytes).bytes,
  })
}

/** The loopback host, over a real socket. */
export async function startHttp(): Promise<Transport> {
  const under = await startCore()
  const { core, folder, log } = under
  const interfaceFolder = join(folder, 'interface')
  await mkdir(interfaceFolder)
  await writeFile(join(interfaceFolder, 'index.html'), '<!doctype html>')
  const server = await startWebServer({
    core,
    interfaceFolder,
    port: 0,
    clock: Date.now,
    idleTime: 600_000,
    onIdle: () => undefined,
    reportBug: (where, error) => log.error(where, error),
  })
  onTestFinished(() => server.close())
  const { origin } = server
  const code = new URL(server.newLink()).hash.slice('#code='.length)
  const session = await post(`${origin}/session`, origin, '', JSON.stringify({ code }))
  const { token } = (await session.json()) as { token: string }
  const get = async (path: string): Promise<Uint8Array> => {
    const response = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${token}` } })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    return openEnvelope((await response.json()) as Envelope<never>)
  }
  return joinTransport(under, {
    send: async (name, argument) => {
      const response = await post(`${origin}/api/${String(name)}`, origin, token, JSON.stringify(argument))
      return (await response.json()) as Envelope<unknown>
    },
    subscribe: (listener) => followEvents(`${origin}/events`, token, listener),
    stage: async (name, bytes) => {
      const response = await post(`${origin}/files/stage?name=${encodeURIComponent(name)}`, origin, token, bytes)
      return (openEnvelope((await response.json()) as Envelope<unknown>) as { source: string }).source
    },
    readDocument: (document) => get(`/files/documents/${document}`),
    readAttachment: (article, name) => get(`/files/attachments/${article}/${encodeURIComponent(name)}`),
  })
}

function post(url: string, origin: string, token: string, body: string | Uint8Array): Promise<Response> {
  const headers = { origin, authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: body as BodyInit })
}

function followEvents(url: string, token: string, listener: (event: ArchiveEvent) => void): () => void {
  const stop = new AbortController()
  const read = async (): Promise<void> => {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal })
    let rest = ''
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const lines = (rest + new TextDecoder().decode(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines.filter((text) => text !== '')) listener(JSON.parse(line) as ArchiveEvent)
    }
  }
  read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return () => stop.abort()
}

function refusingHost() {
  const refuse = (): Promise<never> => Promise.reject(new Error('no dialogs in this test'))
  return { pickFolder: refuse, saveDocument: refuse, saveAttachment: refuse, openLink: refuse, revealArchive: refuse }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

async function collect(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
