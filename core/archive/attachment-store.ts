import { AppError } from '../contract/app-error.ts'
import { nameKey, safeName } from '../files/safe-name.ts'
import { sha256 } from '../files/sha256.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Attachment } from '../model/article.ts'
import type { ArchiveFolder } from './folder.ts'
import { ATTACHMENTS_FOLDER, shortIdOf } from './layout.ts'

/** A file to be kept with a new article. */
export interface NewAttachment {
  /** Any name; it is made safe. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly role: Attachment['role']
}

/**
 * Folder of an article's attachments: named by the short id, or by the whole id where two articles made at the same
 * moment share the short one.
 */
export async function attachmentFolder(folder: ArchiveFolder, id: ArticleId): Promise<string> {
  const whole = `${ATTACHMENTS_FOLDER}/${id}`
  if (await folder.exists(whole)) return whole
  return `${ATTACHMENTS_FOLDER}/${shortIdOf(id)}`
}

function freeName(wanted: string, taken: Set<string>): string {
  const name = safeName(wanted, 'attachment')
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  let free = name
  for (let number = 2; taken.has(nameKey(free)); number += 1) free = `${stem}-${number}${extension}`
  taken.add(nameKey(free))
  return free
}

/** An attachment with the place that it gets. */
export interface PlacedAttachment {
  readonly attachment: Attachment
  /** Path in the archive. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Names and places for the attachments of a new article.
 *
 * @param shared true where another article has the same short id
 */
export function placeAttachments(
  id: ArticleId,
  shared: boolean,
  attachments: readonly NewAttachment[],
): readonly PlacedAttachment[] {
  const target = `${ATTACHMENTS_FOLDER}/${shared ? id : shortIdOf(id)}`
  const taken = new Set<string>()
  return attachments.map(({ name, bytes, role }) => {
    const free = freeName(name, taken)
    const attachment = { name: free, size: bytes.length, sha256: sha256(bytes), role }
    return { attachment, path: `${target}/${free}`, bytes }
  })
}

/**
 * Path of an attachment in the archive.
 *
 * @throws AppError `not-found` where the article has no attachment of this name
 */
export async function attachmentPath(
  folder: ArchiveFolder,
  id: ArticleId,
  attachments: readonly Attachment[],
  name: string,
): Promise<string> {
  if (!attachments.some((attachment) => attachment.name === name)) {
    throw new AppError('not-found', `The article ${id} has no attachment ${JSON.stringify(name.slice(0, 200))}.`, {
      id,
      name,
    })
  }
  return `${await attachmentFolder(folder, id)}/${name}`
}
