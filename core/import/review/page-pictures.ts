import { AppError } from '../../contract/app-error.ts'
import type { Article } from '../../model/article.ts'
import type { PageView } from '../../model/review-sheet.ts'
import { detectFormat } from '../detect-format.ts'
import type { ImportArchive } from '../import-archive.ts'
import type { PageOrder, PagePicture } from '../pdf/page-picture.ts'
import { readOriginal } from './original-file.ts'

/** What pages are shown with. */
export interface PagePorts {
  readonly archive: ImportArchive
  readonly draw: (order: PageOrder) => Promise<PagePicture>
  /** Lays a finished file ready to be fetched. */
  readonly keepFile: (fileName: string, bytes: Uint8Array) => Promise<{ readonly document: string }>
  /** Removes such a file. */
  readonly dropFile: (document: string) => Promise<void>
}

/** Pages of originals, as pictures that lie ready to be fetched. */
export interface PagePictures {
  /** @throws AppError `not-found` where the original is not kept, is no PDF or has no such page, `unreadable-source` */
  show(article: Article, page: number): Promise<PageView>
}

/** Pictures that lie ready at the same time; the oldest goes first. */
const MOST_KEPT = 12

function noPage(article: Article): AppError {
  return new AppError('not-found', `The original of ${article.id} has no pages to show.`, { id: article.id })
}

/** Makes the pages of the archive's originals; each is drawn when it is asked for. */
export function createPagePictures({ archive, draw, keepFile, dropFile }: PagePorts): PagePictures {
  const kept = new Map<string, PageView>()
  return {
    show: async (article, page) => {
      const original = await readOriginal(archive, article)
      if (original === null) throw noPage(article)
      const { name, sha256 } = original.attachment
      const key = `${sha256} ${String(page)}`
      const known = kept.get(key)
      if (known !== undefined) return known
      if (detectFormat(name, original.bytes) !== 'pdf') throw noPage(article)
      const { png, width, height, pages } = await draw({ bytes: original.bytes, page })
      const { document } = await keepFile(`${name}-${String(page)}.png`, png)
      const view: PageView = { document, width, height, page, pages }
      kept.set(key, view)
      for (const [oldest, { document: old }] of [...kept].slice(0, -MOST_KEPT)) {
        kept.delete(oldest)
        await dropFile(old)
      }
      return view
    },
  }
}
