import { isAppError } from '../../contract/app-error.ts'
import type { Article, Attachment } from '../../model/article.ts'
import type { ImportArchive } from '../import-archive.ts'

/** The file that an article came from. */
export interface Original {
  readonly attachment: Attachment
  readonly bytes: Uint8Array
}

/** The original of an article, or null where it is not kept or cannot be read. */
export async function readOriginal(archive: ImportArchive, article: Article): Promise<Original | null> {
  const attachment = article.attachments.find(({ role }) => role === 'original')
  if (attachment === undefined) return null
  try {
    return { attachment, bytes: (await archive.readAttachment(article.id, attachment.name)).bytes }
  } catch (error) {
    // The health screen names missing originals; the review goes on without.
    if (isAppError(error)) return null
    throw error
  }
}
