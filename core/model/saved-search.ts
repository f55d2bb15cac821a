import type { ArticleFilter, SortOrder } from './article-filter.ts'

/** A search that the office keeps under a name, in `searches.yaml`. */
export interface SavedSearch {
  /** Unique in the archive: 8 to 40 letters, digits and hyphens. */
  readonly id: string
  readonly name: string
  readonly query: string
  readonly filter: ArticleFilter
  readonly sort: SortOrder
}
