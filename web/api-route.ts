import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Dispatch } from '../core/contract/dispatch.ts'
import { MOST_REQUEST_BYTES } from '../core/contract/limits.ts'
import { readJson, replyJson } from './reply.ts'

/**
 * Answers `POST /api/<request>` by the same dispatch as every other transport. An expected failure is a reply like any
 * other, with status 200: browsers write every other status into their log of errors.
 */
export async function answerApi(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  dispatch: Dispatch,
): Promise<void> {
  const argument = await readJson(request, MOST_REQUEST_BYTES)
  replyJson(response, 200, await dispatch(name, argument))
}
