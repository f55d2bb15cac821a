import type * as v from 'valibot'

/** Whether a request changes the archive; a read-only archive refuses those that do. */
export type Effect = 'read' | 'write'

/** What is known of a request at run time; the type of its one result travels only in the type. */
export interface RequestDeclaration<Schema extends v.GenericSchema = v.GenericSchema, Result = unknown> {
  readonly effect: Effect
  readonly schema: Schema
  /** Type only, never set. */
  readonly result?: Result
}

/**
 * Declares one request.
 *
 * @example const read = declareRequest('read', v.object({ id: articleId })).returns<Article>()
 */
export function declareRequest<Schema extends v.GenericSchema>(
  effect: Effect,
  schema: Schema,
): { returns<Result>(): RequestDeclaration<Schema, Result> } {
  return {
    returns: <Result>(): RequestDeclaration<Schema, Result> => ({ effect, schema }),
  }
}
