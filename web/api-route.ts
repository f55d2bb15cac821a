import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Dispatch } from '../core/contract/dispatch.ts'
import { MOST_REQUEST_BYTES } from '../core/contract/limits.ts'
import { readJson, replyEnvelope } from './reply.ts'

/** Answers `POST /api/<request>` by the same dispatch as every other transport. */
export async function answerApi(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  dispatch: Dispatch,
): Promise<void> {
  const argument = await readJson(request, MOST_REQUEST_BYTES)
  replyEnvelope(response, await dispatch(name, argument))
}
