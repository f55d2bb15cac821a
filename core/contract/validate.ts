import * as v from 'valibot'
import { AppError } from './app-error.ts'

/**
 * Checks an argument from outside against its schema and returns it with defaults filled in.
 *
 * @throws AppError `bad-request` that names the request and the first field that does not fit.
 */
export function validate<Schema extends v.GenericSchema>(
  schema: Schema,
  name: string,
  argument: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, argument, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const field = v.getDotPath(issue) ?? 'argument'
  throw new AppError('bad-request', `${name}: ${field}: ${issue.message}`, { request: name, field })
}
