/** The closed list of expected failures. A host turns a code into an exit code or a message in the user's language. */
export const ERROR_CODES = [
  'bad-request',
  'unknown-request',
  'no-archive',
  'archive-exists',
  'archive-damaged',
  'archive-offline',
  'archive-busy',
  'read-only',
  'not-found',
  'ambiguous-id',
  'version-conflict',
  'unreadable-article',
  'file-unavailable',
  'backup-damaged',
  'nothing-to-undo',
  'needs-confirmation',
  'body-lost',
  'save-failed',
  'disk-full',
  'unsafe-name',
  'too-large',
  'not-a-file',
  'not-a-folder',
  'empty-file',
  'unknown-format',
  'unreadable-source',
  'tag-exists',
  'tags-damaged',
  'bad-date',
  'pdf-failed',
  'program-damaged',
  'cancelled',
  'unauthorised',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Details that a message may name: plain JSON. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/**
 * An expected failure: shown to the user, recoverable, safe to send over any transport. Everything else that is thrown is
 * a bug and reaches the user as `internal`.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  /** `message` is English and names the operation and the value; interfaces translate by `code` and `details`. */
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

/** True for an `AppError`, optionally of one code. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code)
}

/** Throws `cancelled` once the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled', 'The work was cancelled.')
}
