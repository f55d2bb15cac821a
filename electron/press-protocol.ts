import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { FILE_POLICY, SECURITY_HEADERS } from '../core/contract/content-policy.ts'
import type { Envelope } from '../core/contract/envelope.ts'
import { builtFileType } from '../core/model/built-file-type.ts'
import { mediaTypeOf } from '../core/model/media-type.ts'
import type { CoreCall, FileBytes } from './core-messages.ts'
import { readPressAddress } from './press-address.ts'

/** How the scheme behaves in Chromium: like https, with an origin of its own and fetch. */
export const PRESS_SCHEME = { scheme: 'press', privileges: { standard: true, secure: true, supportFetchAPI: true } }

/** The built files of the interface by the path in their address; only what stands here is ever read. */
export async function listInterface(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && builtFileType(extname(entry.name)) !== null)
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [`/${relative(folder, path).split(sep).join('/')}`, path]
    }),
  )
}

export interface PressPorts {
  readonly interfaceFiles: ReadonlyMap<string, string>
  readonly callCore: (call: CoreCall) => Promise<Envelope<unknown>>
}

/** Answers requests of the program's own scheme; everything it does not know is 404, everything but reading 405. */
export function createPressHandler({ interfaceFiles, callCore }: PressPorts): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405)
    const target = readPressAddress(request.url)
    if (target === null) return empty(404)
    if (target.kind === 'interface') return sendInterface(interfaceFiles.get(target.path))
    return sendFile(
      await callCore(
        target.kind === 'document'
          ? { kind: 'read-document', document: target.document }
          : { kind: 'read-attachment', article: target.article, name: target.name },
      ),
    )
  }
}

function empty(status: number): Response {
  return new Response(null, { status, headers: { ...SECURITY_HEADERS } })
}

async function sendInterface(path: string | undefined): Promise<Response> {
  const type = path === undefined ? null : builtFileType(extname(path))
  if (path === undefined || type === null) return empty(404)
  const headers = { ...SECURITY_HEADERS, 'content-type': type }
  return new Response(new Uint8Array(await readFile(path)), { headers })
}

function sendFile(envelope: Envelope<unknown>): Response {
  if (!('ok' in envelope)) return empty(404)
  // The core answers these two calls with a file's bytes and nothing else.
  const { fileName, bytes } = envelope.value as FileBytes
  const headers = {
    ...SECURITY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'content-type': mediaTypeOf(fileName),
  }
  return new Response(new Uint8Array(bytes), { headers })
}
