import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError, type ErrorCode } from '../core/contract/app-error.ts'
import type { Envelope } from '../core/contract/envelope.ts'
import { SECURITY_HEADERS } from '../core/contract/content-policy.ts'

/** Ends a reply with a status and no body. */
export function replyEmpty(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-length': 0 })
  response.end()
}

/** Ends a reply with JSON. */
export function replyJson(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  })
  response.end(bytes)
}

/** Ends a reply with an envelope; its failure, if it is one, also chooses the status. */
export function replyEnvelope(response: ServerResponse, envelope: Envelope<unknown>): void {
  replyJson(response, statusOf(envelope), envelope)
}

const STATUS_BY_ERROR: ReadonlyMap<ErrorCode, number> = new Map([
  ['unauthorised', 401],
  ['unknown-request', 404],
  ['not-found', 404],
  ['too-large', 413],
  ['internal', 500],
])

function statusOf(envelope: Envelope<unknown>): number {
  return 'ok' in envelope ? 200 : (STATUS_BY_ERROR.get(envelope.error.code) ?? 400)
}

/**
 * The body of a request, counted while it flows.
 *
 * @throws AppError `too-large` as soon as more than `limit` bytes are announced or came.
 */
export async function* readBody(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  const tooLarge = (): AppError => new AppError('too-large', `The request is longer than ${limit} bytes.`, { limit })
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  let length = 0
  // A request without setEncoding gives buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw tooLarge()
    yield chunk
  }
}

/**
 * Reads a whole JSON body.
 *
 * @throws AppError `too-large`, or `bad-request` where it is no JSON.
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new AppError('bad-request', 'The body must be application/json.')
  }
  const chunks: Buffer[] = []
  for await (const chunk of readBody(request, limit)) chunks.push(chunk)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (error) {
    throw new AppError('bad-request', 'The body is not valid JSON.', {}, { cause: error })
  }
}
