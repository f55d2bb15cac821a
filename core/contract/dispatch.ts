import { AppError } from './app-error.ts'
import { REQUEST_BY_NAME, type RequestHandlers, type RequestName } from './archive-api.ts'
import { envelopeOfError, type Envelope } from './envelope.ts'
import { validate } from './validate.ts'

/** Answers a request that came over any transport. Never rejects: every outcome is an envelope. */
export type Dispatch = (name: unknown, argument: unknown) => Promise<Envelope<unknown>>

/**
 * Joins the services to the border: looks the name up in the allow-list, checks the argument, calls, packs the reply.
 * `reportBug` gets every failure that is not an `AppError`.
 */
export function createDispatch(
  handlers: RequestHandlers,
  reportBug: (request: string, error: unknown) => void,
): Dispatch {
  return async (name, argument) => {
    try {
      const declaration = typeof name === 'string' ? REQUEST_BY_NAME.get(name) : undefined
      if (declaration === undefined) throw new AppError('unknown-request', 'There is no such request.')
      const checked = validate(declaration.schema, name as string, argument)
      // The allow-list has just named it, and the schema of that name has checked the argument.
      const handler = handlers[name as RequestName] as (argument: unknown) => Promise<unknown>
      return { ok: true, value: await handler(checked) }
    } catch (error) {
      if (!(error instanceof AppError)) reportBug(String(name), error)
      return envelopeOfError(error)
    }
  }
}
