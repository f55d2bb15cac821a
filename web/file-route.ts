import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError, isAppError } from '../core/contract/app-error.ts'
import { FILE_POLICY, SECURITY_HEADERS } from '../core/contract/content-policy.ts'
import type { HostCore, HostFile } from '../core/contract/host-core.ts'
import { MOST_FILE_BYTES, MOST_FILE_NAME } from '../core/contract/limits.ts'
import { mediaTypeOf } from '../core/model/media-type.ts'
import { readBody, replyEnvelope } from './reply.ts'

/** Answers `POST /files/stage?name=<file name>`: takes one file in for import, as a stream, and names its source id. */
export async function stageFile(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  intake: HostCore['intake'],
): Promise<void> {
  if (name === '' || name.length > MOST_FILE_NAME) throw new AppError('bad-request', 'The file has no usable name.')
  const source = await intake.addBytes(name, readBody(request, MOST_FILE_BYTES))
  replyEnvelope(response, { ok: true, value: { source } })
}

/** Sends a finished document or an attachment piece by piece, always as a download and without any right. */
export async function sendFile(response: ServerResponse, opened: Promise<HostFile>): Promise<void> {
  const file = await opened
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-security-policy': FILE_POLICY,
    'content-type': mediaTypeOf(file.fileName),
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(file.fileName)}`,
  })
  try {
    await pipeline(Readable.from(file.content), response)
  } catch (error) {
    // The reader went away, or the file broke off after the head was sent: nothing more can be told.
    response.destroy()
    if (!isClosedEarly(error) && !isAppError(error)) throw error
  }
}

function isClosedEarly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

/** Percent-encodes what RFC 8187 does not allow in a file name. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
