import { isAppError, type ErrorCode } from '../../core/contract/app-error.ts'
import type { Translate } from '../../core/translate/create-translator.ts'

/** What went wrong, in the user's language. Every code of the closed list has its message: a missing one fails the type check. */
export function errorText(error: unknown, translate: Translate): string {
  const code: ErrorCode = isAppError(error) ? error.code : 'internal'
  return translate(`errors.${code}`)
}
