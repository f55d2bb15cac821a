import { AppError } from '../contract/app-error.ts'
import { systemCode } from './file-system.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const NOT_WRITABLE = new Set(['EROFS'])
const UNAVAILABLE = new Set(['EIO', 'ETIMEDOUT', 'EINVAL', 'UNKNOWN', 'ESTALE', 'ENXIO', 'EHOSTDOWN', 'ENETUNREACH'])

/**
 * Turns a failed file system call into an expected failure that names the operation and the file: `disk-full`,
 * `read-only` or `save-failed`. Failures that are expected already pass through, and so do bugs.
 */
export function saveError(error: unknown, operation: string, file: string): unknown {
  const code = systemCode(error)
  if (error instanceof AppError || code === '') return error
  const details = { operation, file, system: code }
  if (FULL.has(code))
    return new AppError('disk-full', `${operation} ${file}: no room left (${code}).`, details, { cause: error })
  if (NOT_WRITABLE.has(code)) {
    return new AppError('read-only', `${operation} ${file}: the disk takes no changes (${code}).`, details, {
      cause: error,
    })
  }
  return new AppError('save-failed', `${operation} ${file}: failed (${code}).`, details, { cause: error })
}

/** The same for a call that only looks: `file-unavailable`, never "empty" or "deleted". */
export function lookError(error: unknown, path: string): unknown {
  const code = systemCode(error)
  if (error instanceof AppError || code === '') return error
  const details = { file: path, system: code }
  return new AppError('file-unavailable', `Looking at ${path}: failed (${code}).`, details, { cause: error })
}

/**
 * True for failures that mean "cannot be had at this moment": placeholder files of sync clients, dropped shares. Such a
 * file is neither empty nor deleted.
 */
export function isUnavailable(error: unknown): boolean {
  return UNAVAILABLE.has(systemCode(error))
}
