import type { ArticleId } from '../../model/article-id.ts'
import type { ArticleSummary } from '../../model/article.ts'
import type { ArticleFilter, SortOrder } from '../../model/article-filter.ts'
import type { Facets } from '../../model/search-result.ts'
import type { TagId } from '../../model/tag.ts'

/** Stands in a day column for "no date". */
export const NO_DAY = -2_147_483_648

/**
 * Columns of the catalog, one entry per row. Rows are numbered from 0 in order of arrival and never reused while the
 * archive is open; a removed article leaves a dead row. Arrays may be longer than `rows` and are replaced when they grow:
 * take them anew for each computation.
 */
export interface CatalogColumns {
  readonly rows: number
  /** 1 for rows in use. */
  readonly live: Uint8Array
  /** First and last day that the article's date may mean, in days since 1970-01-01, or `NO_DAY`. */
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  /** Index in `ARTICLE_LANGUAGES`. */
  readonly language: Uint8Array
  /** Index in `ARTICLE_KINDS`. */
  readonly kind: Uint8Array
  /** Index in `outletNames`; 0 is the empty name. */
  readonly outlet: Uint32Array
  readonly outletNames: readonly string[]
  /** 1 where there are doubts to review. */
  readonly doubtful: Uint8Array
  /** Numbers of the row's tags, in `tagIds`. */
  readonly tags: readonly (readonly number[])[]
  readonly tagIds: readonly TagId[]
}

/** Rows as a set: one byte per row, 1 for members. */
export type RowSet = Uint8Array

/** Metadata of all articles in memory. Read-only for everybody but the archive itself. */
export interface Catalog {
  /** Number of articles. */
  readonly size: number
  readonly columns: CatalogColumns
  rowOf(id: ArticleId): number | undefined
  /** The id of a row, or empty text for a row never used. */
  idAt(row: number): ArticleId | ''
  /** The version of a live row's article, or empty text; cheaper than its whole line. */
  versionAt(row: number): string
  /** The story of a live row's article, or empty text; cheaper than its whole line. */
  storyAt(row: number): string
  /** The article of a live row, else undefined. */
  summaryAt(row: number): ArticleSummary | undefined
  summaryOf(id: ArticleId): ArticleSummary | undefined
  /** Ids that begin with the prefix, at most `limit`. */
  idsWithPrefix(prefix: string, limit: number): readonly ArticleId[]
  /** Live rows that pass the filter. */
  filter(filter: ArticleFilter): RowSet
  /** Exact counts over a set of rows. */
  facets(rows: RowSet): Facets
  /** The rows of a set in an order that needs no scores (`relevance` counts as `newest`). */
  sorted(rows: RowSet, order: SortOrder): Uint32Array
}
