import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { AppError } from '../core/contract/app-error.ts'
import { envelopeOfError } from '../core/contract/envelope.ts'
import type { HostCore } from '../core/contract/host-core.ts'
import { createAccess, type Access } from './access.ts'
import { answerApi } from './api-route.ts'
import { streamEvents } from './event-stream.ts'
import { sendFile, stageFile } from './file-route.ts'
import { judgeRequest } from './guard.ts'
import { readJson, replyEmpty, replyEnvelope, replyJson } from './reply.ts'
import { listStaticFiles, sendStaticFile, type StaticFiles } from './static-route.ts'

const ADDRESS = '127.0.0.1'
/** The body of a code exchange is one short object. */
const MOST_CODE_BYTES = 1_000

export interface WebServerOptions {
  readonly core: HostCore
  /** Folder of the built interface. */
  readonly interfaceFolder: string
  /** 0 for a free port of the system's choice. */
  readonly port: number
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Life of a launch code in milliseconds. */
  readonly codeTime?: number
  /** After this many milliseconds without a request or an open window `onIdle` is called. */
  readonly idleTime: number
  readonly onIdle: () => void
  readonly onCodeUsed?: () => void
  /** Gets every failure that is a bug. */
  readonly reportBug: (where: string, error: unknown) => void
  /** How long a client may take for its headers, in milliseconds. */
  readonly headerTime?: number
}

export interface WebServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** An address with a fresh launch code in its fragment, which no browser sends and no log shows. */
  newLink(): string
  close(): Promise<void>
}

interface Context {
  readonly options: WebServerOptions
  readonly access: Access
  readonly staticFiles: StaticFiles
}

/** Starts the loopback host. Every request passes the guard first, and everything but the interface's own files needs the token. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { clock, codeTime, core } = options
  const access = createAccess({ clock, ...(codeTime === undefined ? {} : { codeTime }) })
  const context = { options, access, staticFiles: await listStaticFiles(options.interfaceFolder) }
  const idle = watchIdleness(options)
  const server = createServer({ keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 }, (request, response) => {
    idle.begin()
    response.on('close', () => idle.end())
    void answer(request, response, portOf(server), context)
  })
  setLimits(server, options.headerTime ?? 10_000)
  refuseUpgrades(server)
  await listen(server, options.port)
  const origin = `http://${ADDRESS}:${portOf(server)}`
  return {
    origin,
    newLink: () => `${origin}/#code=${access.newCode()}`,
    close: async () => {
      idle.stop()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await core.close()
    },
  }
}

function setLimits(server: Server, headerTime: number): void {
  server.headersTimeout = headerTime
  // A large file may take its time; a client that sends nothing is cut by the socket's own limit.
  server.requestTimeout = 600_000
  server.setTimeout(0)
  server.maxConnections = 100
  server.maxHeadersCount = 60
  server.on('clientError', (_, socket) => socket.destroy())
}

/** Nothing here speaks another protocol: upgrades and tunnels are refused, whoever asks. */
function refuseUpgrades(server: Server): void {
  const refuse = (_: IncomingMessage, socket: Duplex): void => {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  }
  server.on('upgrade', refuse)
  server.on('connect', refuse)
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, ADDRESS, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function portOf(server: Server): number {
  // A TCP server that listens has an address object.
  return (server.address() as AddressInfo).port
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  context: Context,
): Promise<void> {
  const [method, target] = [request.method ?? '', request.url ?? '']
  const verdict = judgeRequest({ method, target, rawHeaders: request.rawHeaders }, port)
  if (!verdict.allowed) {
    response.shouldKeepAlive = false
    replyEmpty(response, verdict.status)
    return
  }
  try {
    await route(request, response, new URL(target, `http://${ADDRESS}:${port}`), context)
  } catch (error) {
    if (!(error instanceof AppError)) context.options.reportBug(`${method} ${target.split('?')[0] ?? ''}`, error)
    // What is left of the body is not worth reading.
    response.shouldKeepAlive = false
    if (response.headersSent) response.destroy()
    else replyEnvelope(response, envelopeOfError(error))
  }
}

async function route(request: IncomingMessage, response: ServerResponse, url: URL, context: Context): Promise<void> {
  const isPost = request.method === 'POST'
  const file = context.staticFiles.get(url.pathname)
  if (file !== undefined) {
    if (isPost) replyEmpty(response, 405)
    else await sendStaticFile(response, file, request.method === 'GET')
    return
  }
  if (context.access.isRefusing()) {
    response.shouldKeepAlive = false
    replyEmpty(response, 429)
    return
  }
  if (isPost && url.pathname === '/session') await exchangeCode(request, response, context)
  else if (!context.access.accepts(request.headers.authorization)) refuseStranger(response)
  else await routeKnown(request, response, url, context.options.core)
}

function refuseStranger(response: ServerResponse): void {
  response.shouldKeepAlive = false
  replyEnvelope(response, envelopeOfError(new AppError('unauthorised', 'This needs the token of the running program.')))
}

async function exchangeCode(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const body = await readJson(request, MOST_CODE_BYTES)
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : ''
  const token = context.access.exchange(typeof code === 'string' ? code : '')
  if (token === null) {
    refuseStranger(response)
    return
  }
  context.options.onCodeUsed?.()
  replyJson(response, 200, { token })
}

/** Routes of those who have the token. */
async function routeKnown(request: IncomingMessage, response: ServerResponse, url: URL, core: HostCore): Promise<void> {
  const [, area = '', ...parts] = decodeParts(url.pathname)
  const route = `${request.method ?? ''} ${area}${area === 'files' ? `/${parts[0] ?? ''}` : ''} ${parts.length}`
  const [first = '', second = '', third = ''] = parts
  switch (route) {
    case 'POST api 1':
      return answerApi(first, request, response, core.dispatch)
    case 'GET events 0':
      streamEvents(response, core.subscribe)
      return
    case 'POST files/stage 1':
      return stageFile(url.searchParams.get('name') ?? '', request, response, core.intake)
    case 'GET files/documents 2':
      return sendFile(response, core.documents.open(second))
    case 'GET files/attachments 3':
      return sendFile(response, core.attachments.open(second, third))
    default:
      replyEmpty(response, 404)
  }
}

/** Parts of a path, each decoded once and on its own, so that an encoded slash stays inside its part. */
function decodeParts(path: string): readonly string[] {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch (error) {
    throw new AppError('bad-request', 'The address is not well encoded.', {}, { cause: error })
  }
}

/** Calls `onIdle` once nothing was asked and nobody listened for the idle time. */
function watchIdleness({ clock, idleTime, onIdle }: WebServerOptions): {
  readonly begin: () => void
  readonly end: () => void
  readonly stop: () => void
} {
  let open = 0
  let last = clock()
  const timer = setInterval(
    () => {
      if (open > 0 || clock() - last < idleTime) return
      clearInterval(timer)
      onIdle()
    },
    Math.min(30_000, Math.max(50, idleTime / 4)),
  )
  timer.unref()
  return {
    begin: () => {
      open += 1
      last = clock()
    },
    end: () => {
      open -= 1
      last = clock()
    },
    stop: () => clearInterval(timer),
  }
}
