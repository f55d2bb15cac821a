import { AppError } from '../../core/contract/app-error.ts'
import type { ArchiveClient, RequestName, RequestResult } from '../../core/contract/archive-api.ts'
import { openEnvelope, type Envelope } from '../../core/contract/envelope.ts'
import type { HostApi, HostConnection } from '../../core/contract/host-api.ts'
import { followEvents } from './http-events.ts'
import { saveBlob } from './save-blob.ts'

const TOKEN_KEY = 'press-archive-token'

/** The parts of a browser window that the loopback client uses. */
export type BrowserWindow = Pick<Window, 'location' | 'history' | 'sessionStorage'>

/**
 * Connects to the loopback host. The launch code in the URL fragment is taken out of the address at once and exchanged
 * for a token, which lives as long as the tab.
 *
 * @throws AppError `unauthorised` when there is neither a token nor a code that the host accepts.
 */
export async function connectOverHttp(window: BrowserWindow): Promise<HostConnection> {
  const token = await obtainToken(window)
  const send = createSender(token)
  const request: ArchiveClient = async <Name extends RequestName>(name: Name, argument: unknown) => {
    const response = await send(`api/${name}`, { method: 'POST', body: JSON.stringify(argument) }, 'application/json')
    // The contract ties the result to the name; the host answers from the same table.
    return openEnvelope(await readEnvelope(response)) as RequestResult<Name>
  }
  return { request, subscribe: followEvents(send), host: createWebHost(send) }
}

/** Sends one request with the token. Rejects with `archive-offline` when the host does not answer. */
export type Send = (path: string, init: RequestInit, contentType?: string) => Promise<Response>

function createSender(token: string): Send {
  return async (path, init, contentType) => {
    const headers = new Headers({ authorization: `Bearer ${token}` })
    if (contentType !== undefined) headers.set('content-type', contentType)
    return fetchFromHost(path, { ...init, headers })
  }
}

async function fetchFromHost(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, document.baseURI), init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new AppError('unauthorised', `The host did not answer ${path}.`, {}, { cause })
  }
}

async function readEnvelope(response: Response): Promise<Envelope<unknown>> {
  const reply: unknown = await response.json().catch(() => null)
  if (isEnvelope(reply)) return reply
  const code = response.status === 401 ? 'unauthorised' : 'internal'
  throw new AppError(code, `The host answered ${String(response.status)} without an envelope.`)
}

function isEnvelope(reply: unknown): reply is Envelope<unknown> {
  return typeof reply === 'object' && reply !== null && ('ok' in reply || 'error' in reply)
}

async function obtainToken({ location, history, sessionStorage }: BrowserWindow): Promise<string> {
  const code = /^#code=([^&]+)/.exec(location.hash)?.[1]
  if (code === undefined) return keptToken(sessionStorage)
  history.replaceState(null, '', location.pathname + location.search)
  const body = JSON.stringify({ code: decodeURIComponent(code) })
  const response = await fetchFromHost('session', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  const reply: unknown = await response.json().catch(() => null)
  const token = tokenIn(reply)
  if (!response.ok || token === null) return keptToken(sessionStorage)
  sessionStorage.setItem(TOKEN_KEY, token)
  return token
}

function tokenIn(reply: unknown): string | null {
  if (typeof reply !== 'object' || reply === null) return null
  if ('token' in reply && typeof reply.token === 'string') return reply.token
  return 'value' in reply ? tokenIn(reply.value) : null
}

function keptToken(storage: Storage): string {
  const token = storage.getItem(TOKEN_KEY)
  if (token === null) throw new AppError('unauthorised', 'This page has no launch code and no token.')
  return token
}

function createWebHost(send: Send): HostApi {
  const blobAt = async (path: string): Promise<Blob> => {
    const response = await send(path, {})
    if (response.ok) return response.blob()
    openEnvelope(await readEnvelope(response))
    throw new AppError('internal', `The host answered ${String(response.status)} to ${path}.`)
  }
  const attachmentPath = (article: string, name: string): string =>
    `files/attachments/${article}/${encodeURIComponent(name)}`
  return {
    capabilities: { kind: 'web', pickFolder: false, revealFiles: false, ownsAllKeys: false },
    pickFolder: () => Promise.resolve(null),
    stageFiles: async (files) => {
      const sources: string[] = []
      for (const file of files) sources.push(await stageFile(send, file))
      return sources
    },
    readDocument: (document) => blobAt(`files/documents/${document}`),
    saveDocument: async (document, fileName) => {
      saveBlob(await blobAt(`files/documents/${document}`), fileName)
      return null
    },
    readAttachment: (article, name) => blobAt(attachmentPath(article, name)),
    saveAttachment: async (article, name) => saveBlob(await blobAt(attachmentPath(article, name)), name),
    openLink: (url) => {
      window.open(url, '_blank', 'noopener,noreferrer')
      return Promise.resolve()
    },
    revealArchive: () => Promise.resolve(),
  }
}

async function stageFile(send: Send, file: File): Promise<string> {
  // A dropped folder's files carry their path below it; the ledger shows it.
  const name = file.webkitRelativePath || file.name
  const response = await send(`files/stage?name=${encodeURIComponent(name)}`, { method: 'POST', body: file })
  const value: unknown = openEnvelope(await readEnvelope(response))
  if (typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string') {
    return value.source
  }
  throw new AppError('internal', 'The host took a file without naming it.')
}
