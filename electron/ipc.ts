import * as v from 'valibot'
import { AppError } from '../core/contract/app-error.ts'
import { REQUEST_BY_NAME } from '../core/contract/archive-api.ts'
import { envelopeOfError, type Envelope } from '../core/contract/envelope.ts'
import { MOST_FILE_NAME, MOST_REQUEST_BYTES } from '../core/contract/limits.ts'
import { articleId } from '../core/contract/schemas.ts'
import { validate } from '../core/contract/validate.ts'
import { ASKING_CHANNELS, PIECE_BYTES, type AskingChannel } from './channels.ts'
import type { CoreCall } from './core-messages.ts'
import type { DesktopHost } from './host-api.ts'
import { isTrustedSender, type SenderEvent } from './trusted-sender.ts'

/** Sends a call to the core's process. */
export type CallCore = (call: CoreCall) => Promise<Envelope<unknown>>

export interface IpcPorts {
  readonly callCore: CallCore
  readonly host: DesktopHost
  readonly reportBug: (where: string, error: unknown) => void
}

/** Answers one message of a window. Never rejects: also a refused caller gets an envelope, and nothing else. */
export type AnswerMessage = (
  channel: AskingChannel,
  event: SenderEvent,
  given: readonly unknown[],
) => Promise<Envelope<unknown>>

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MOST_FILE_NAME))
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))
const stage = v.pipe(v.number(), v.integer(), v.minValue(1))
const piece = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= PIECE_BYTES),
)

type Handle = (given: readonly unknown[], ports: IpcPorts) => Promise<Envelope<unknown>>

/** What each channel takes and does. */
const HANDLERS: Readonly<Record<AskingChannel, Handle>> = {
  'press:request': ([request, argument], { callCore }) =>
    callCore({ kind: 'request', name: knownRequest(request), argument: asPlainJson(argument) }),
  'press:pick-folder': async (_, { host }) => done(await host.pickFolder()),
  'press:stage-begin': ([file], { callCore }) => callCore({ kind: 'stage-begin', name: checked(name, file) }),
  'press:stage-chunk': ([number, bytes], { callCore }) =>
    callCore({ kind: 'stage-chunk', stage: checked(stage, number), bytes: checked(piece, bytes) }),
  'press:stage-end': ([number], { callCore }) => callCore({ kind: 'stage-end', stage: checked(stage, number) }),
  'press:stage-cancel': ([number], { callCore }) => callCore({ kind: 'stage-cancel', stage: checked(stage, number) }),
  'press:read-document': ([document], { callCore }) =>
    callCore({ kind: 'read-document', document: checked(id, document) }),
  'press:save-document': async ([document, file], { host }) =>
    done(await host.saveDocument(checked(id, document), checked(name, file))),
  'press:read-attachment': ([article, file], { callCore }) =>
    callCore({ kind: 'read-attachment', article: checked(articleId, article), name: checked(name, file) }),
  'press:save-attachment': async ([article, file], { host }) =>
    done(await host.saveAttachment(checked(articleId, article), checked(name, file))),
  'press:open-link': async ([url], { host }) =>
    done(await host.openLink(checked(v.pipe(v.string(), v.maxLength(8_000)), url))),
  'press:reveal-archive': async (_, { host }) => done(await host.revealArchive()),
}

/** Makes the one function behind all channels: checks who asks, then what is asked. */
export function createAnswerMessage(ports: IpcPorts): AnswerMessage {
  return async (channel, event, given) => {
    try {
      if (!isTrustedSender(event)) throw new AppError('unauthorised', 'This page may not ask.')
      return await HANDLERS[channel](given, ports)
    } catch (error) {
      if (!(error instanceof AppError)) ports.reportBug(channel, error)
      return envelopeOfError(error)
    }
  }
}

/** The part of Electron's `ipcMain` that is used. */
export interface MessageSource {
  handle(channel: string, listener: (event: SenderEvent, ...given: unknown[]) => Promise<Envelope<unknown>>): void
  removeHandler(channel: string): void
}

/** Listens on all channels; the function it returns stops that. */
export function registerChannels(source: MessageSource, answer: AnswerMessage): () => void {
  for (const channel of ASKING_CHANNELS) {
    source.handle(channel, (event, ...given) => answer(channel, event, given))
  }
  return () => {
    for (const channel of ASKING_CHANNELS) source.removeHandler(channel)
  }
}

function done(value: unknown): Envelope<unknown> {
  return { ok: true, value }
}

function checked<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  return validate(schema, 'message', value)
}

/** The core looks the name up again; here it keeps anything but a known name from crossing at all. */
function knownRequest(request: unknown): string {
  if (typeof request === 'string' && REQUEST_BY_NAME.has(request)) return request
  throw new AppError('unknown-request', 'There is no such request.')
}

/** A copy that is plain JSON, so that nothing with a prototype, a cycle or a buffer goes on. */
function asPlainJson(argument: unknown): unknown {
  const text = jsonOf(argument)
  if (text.length > MOST_REQUEST_BYTES) {
    throw new AppError('too-large', 'The request is too long.', { limit: MOST_REQUEST_BYTES })
  }
  return JSON.parse(text)
}

function jsonOf(argument: unknown): string {
  try {
    // For undefined and functions there is no JSON; JSON.stringify's declared type leaves that out.
    const text = JSON.stringify(argument) as string | undefined
    if (text !== undefined) return text
  } catch (error) {
    throw new AppError('bad-request', 'The argument is no plain JSON.', {}, { cause: error })
  }
  throw new AppError('bad-request', 'The argument is no plain JSON.')
}
