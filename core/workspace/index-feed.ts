import { isAppError } from '../contract/app-error.ts'
import type { Log } from '../contract/log.ts'
import type { OpenArchive } from '../archive/open-archive.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import type { IndexableArticle } from '../search/indexable-article.ts'
import type { SearchService } from '../search/search-service.ts'

/** Carries changes of the archive to the search index, one after the other. */
export interface IndexFeed {
  /** Takes in changed, added or removed articles. */
  follow(ids: readonly ArticleId[]): void
  /** Resolves when a search finds everything that was followed so far. */
  settled(): Promise<void>
}

/** What the index needs of an article. */
export function indexableOf(article: Article): IndexableArticle {
  const { id, version, title, subtitle, body, language, outlet, authors, tags } = article
  return {
    id,
    version,
    title,
    subtitle,
    body,
    language,
    outlet,
    authors,
    tags: [...tags.initiative, ...tags.partner, ...tags.topic],
  }
}

/** The texts of articles for the index; those that cannot be read are left out and stay listed as unreadable. */
export async function* indexableTexts(
  archive: OpenArchive,
  ids: readonly ArticleId[] | null,
): AsyncIterable<IndexableArticle> {
  for await (const article of archive.articleTexts(ids ?? undefined)) yield indexableOf(article)
}

/** Joins an archive with its index. `onTaken` is called after changes have reached the index. */
export function createIndexFeed(archive: OpenArchive, search: SearchService, log: Log, onTaken: () => void): IndexFeed {
  let last: Promise<void> = Promise.resolve()

  const takeIn = async (ids: readonly ArticleId[]): Promise<void> => {
    const present = ids.filter((id) => archive.catalog.rowOf(id) !== undefined)
    const wanted = new Set(present)
    const upserts: IndexableArticle[] = []
    for await (const article of indexableTexts(archive, present)) if (wanted.has(article.id)) upserts.push(article)
    await search.articlesChanged(
      upserts,
      ids.filter((id) => !wanted.has(id)),
    )
  }

  return {
    follow: (ids) => {
      last = last
        .then(() => takeIn(ids))
        .then(onTaken)
        .catch((error: unknown) => {
          // The next start compares hashes and mends the index; a closed archive needs none.
          if (!isAppError(error, 'cancelled')) log.error('Taking changes into the index', error)
        })
    },
    settled: () => last,
  }
}
