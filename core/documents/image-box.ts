import { isAppError } from '../contract/app-error.ts'
import { imageKind } from '../pdf/image-kind.ts'
import type { Article } from '../model/article.ts'
import type { ArticleId } from '../model/article-id.ts'

/** What documents read of the archive's files. */
export type ReadAttachment = (id: ArticleId, name: string) => Promise<Uint8Array>

/** An image file of a document, laid beside its data. Read when it is laid there: the photographs of a book fill memory. */
export interface BoxedImage {
  readonly fileName: string
  /** Null where it has gone since it was found. */
  readonly read: () => Promise<Uint8Array | null>
}

/** Images of one document; each file goes in once. */
export interface ImageBox {
  /** Name of the file inside the document, or null where the archive has no such image of a kind that can be printed. */
  add(article: Article, url: string): Promise<string | null>
  readonly images: readonly BoxedImage[]
}

/** Larger files are not printed: a photograph of a good camera has a third of it. */
const MOST_IMAGE_BYTES = 40_000_000

/** Makes the empty box of one document. */
export function createImageBox(readAttachment: ReadAttachment): ImageBox {
  const names = new Map<string, string | null>()
  const images: BoxedImage[] = []
  const load = async (article: Article, name: string): Promise<string | null> => {
    const attachment = article.attachments.find((candidate) => candidate.name === name)
    if (attachment === undefined || attachment.size > MOST_IMAGE_BYTES) return null
    const bytes = await readOrNull(readAttachment, article.id, name)
    if (!bytes || imageKind(bytes) === null) return null
    // Without an ending: the engines go by the first bytes, which may be of another kind than the file's name says.
    const fileName = `image-${String(images.length + 1)}`
    images.push({ fileName, read: () => readOrNull(readAttachment, article.id, name) })
    return fileName
  }
  return {
    add: async (article, url) => {
      const name = fileNameOf(url)
      const key = `${article.id}/${name}`
      const known = names.get(key)
      if (known !== undefined) return known
      const fileName = await load(article, name)
      names.set(key, fileName)
      return fileName
    },
    images,
  }
}

/** An attachment that is missing or unreadable is named in the document; it does not stop it. */
export async function readOrNull(
  readAttachment: ReadAttachment,
  id: ArticleId,
  name: string,
): Promise<Uint8Array | null> {
  try {
    return await readAttachment(id, name)
  } catch (error) {
    if (isAppError(error)) return null
    throw error
  }
}

/** The last part of an image's address in Markdown: attachments of an article lie in one folder. */
export function fileNameOf(url: string): string {
  const last = url.split(/[/\\]/).at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
