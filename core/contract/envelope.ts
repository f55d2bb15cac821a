import { AppError, ERROR_CODES, type ErrorCode, type ErrorDetails } from './app-error.ts'

/** The one shape of every reply on every transport: Electron keeps only an error's message across `invoke`. */
export type Envelope<Value> = { readonly ok: true; readonly value: Value } | { readonly error: WireError }

export interface WireError {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

/** Packs a failure for the wire. The text of a bug stays in the log; the user sees that it was one. */
export function envelopeOfError(error: unknown): Envelope<never> {
  if (error instanceof AppError) {
    return { error: { code: error.code, message: error.message, details: error.details } }
  }
  return {
    error: { code: 'internal', message: 'An unexpected fault in the program; the log has its details.', details: {} },
  }
}

/** Takes the value out of a reply, or throws its failure as an `AppError`. */
export function openEnvelope<Value>(envelope: Envelope<Value>): Value {
  if ('ok' in envelope) return envelope.value
  const { code, message, details } = envelope.error
  throw new AppError(ERROR_CODES.includes(code) ? code : 'internal', message, details)
}
