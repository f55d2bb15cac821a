import { isAppError } from '../../contract/app-error.ts'
import type { ArticleId } from '../../model/article-id.ts'
import type { ImportArchive } from '../import-archive.ts'
import { markdownToPlain } from '../text/markdown-blocks.ts'
import { shapeOf, type ShinglesOf } from './near-texts.ts'

/** Shingles of articles that were added or compared lately, so that they are not read and cut up again. */
export interface RecentShingles {
  put(id: ArticleId, version: string, shingles: ReadonlySet<number>): void
  readonly shinglesOf: ShinglesOf
}

/** Shingles that are kept at most, about 10 MB. */
const MOST_SHINGLES = 200_000

/** Makes an empty memory over the articles of an archive. */
export function createRecentShingles(archive: Pick<ImportArchive, 'readArticle' | 'catalog'>): RecentShingles {
  const recent = new Map<ArticleId, { readonly version: string; readonly shingles: ReadonlySet<number> }>()
  let count = 0

  const drop = (id: ArticleId): void => {
    count -= recent.get(id)?.shingles.size ?? 0
    recent.delete(id)
  }
  const put = (id: ArticleId, version: string, shingles: ReadonlySet<number>): void => {
    drop(id)
    recent.set(id, { version, shingles })
    count += shingles.size
    for (const oldest of recent.keys()) {
      if (count <= MOST_SHINGLES) return
      drop(oldest)
    }
  }
  return {
    put,
    shinglesOf: async (id) => {
      const known = recent.get(id)
      if (known !== undefined && archive.catalog.summaryOf(id)?.version === known.version) return known.shingles
      try {
        const article = await archive.readArticle(id)
        const { shingles } = shapeOf(markdownToPlain(article.body))
        put(id, article.version, shingles)
        return shingles
      } catch (error) {
        // It went away meanwhile, or cannot be read now: then it cannot be compared.
        if (isAppError(error)) return null
        throw error
      }
    },
  }
}
