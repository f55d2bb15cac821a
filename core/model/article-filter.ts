import type { ArticleId } from './article-id.ts'
import type { ArticleKind } from './article.ts'
import type { ArticleLanguage } from './language.ts'
import type { TagId } from './tag.ts'

/**
 * One filter shared by list, facets, timeline and export. Lists are alternatives (or), different fields and `tags`
 * are all required (and). A day range takes every article whose date may lie in it.
 */
export interface ArticleFilter {
  /** First day wanted, `yyyy-MM-dd`, or null. */
  readonly from: string | null
  /** Last day wanted, `yyyy-MM-dd`, or null. */
  readonly to: string | null
  readonly languages: readonly ArticleLanguage[]
  readonly kinds: readonly ArticleKind[]
  readonly outlets: readonly string[]
  readonly tags: readonly TagId[]
  /** True: only articles with doubts to review. */
  readonly doubtful: boolean
  /** Only these articles, where given (a selection, an import run). */
  readonly ids: readonly ArticleId[] | null
  /** True: only articles without a date. */
  readonly undated: boolean
  /** True: of the articles found in one story only one counts, the own release first. Left out: all count. */
  readonly oneStory?: boolean
}

export const NO_FILTER: ArticleFilter = {
  from: null,
  to: null,
  languages: [],
  kinds: [],
  outlets: [],
  tags: [],
  doubtful: false,
  ids: null,
  undated: false,
}

/** Order of a result. `relevance` means newest first where the query is empty. */
export const SORT_ORDERS = ['relevance', 'newest', 'oldest', 'title', 'outlet'] as const
export type SortOrder = (typeof SORT_ORDERS)[number]
