import { isAppError } from '../../../core/contract/app-error.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** What a press officer can do about a document that could not be made: where the fault lies. Null where nothing more is known. */
export function failureDetail(error: unknown, translate: Translate): string | null {
  if (!isAppError(error)) return null
  const { title, file, line, reason, path } = error.details
  if (error.code === 'unreadable-source' && typeof path === 'string') return path
  if (error.code !== 'pdf-failed') return null
  if (typeof title === 'string') return translate('documents.failedByArticle', { title })
  if (typeof file === 'string' && file !== '' && typeof line === 'number') {
    return translate('documents.failedInDesign', { reason: String(reason) })
  }
  return typeof reason === 'string' ? reason : null
}
