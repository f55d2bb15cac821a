import type { ArticleFilter } from './article-filter.ts'
import type { ArticleKind, ArticleSummary } from './article.ts'
import type { ArticleLanguage } from './language.ts'
import type { Silence } from './moments.ts'
import type { FacetCount } from './search-result.ts'
import type { TagId } from './tag.ts'
import type { TimelineBucket } from './timeline.ts'

/** Everything about one partner, initiative or topic. */
export interface TagPage {
  readonly tag: TagId
  readonly total: number
  readonly first: ArticleSummary | null
  readonly last: ArticleSummary | null
  readonly kinds: readonly FacetCount<ArticleKind>[]
  readonly languages: readonly FacetCount<ArticleLanguage>[]
  readonly outlets: readonly FacetCount<string>[]
  /** By month; articles without a month are counted in `undated`. */
  readonly months: readonly TimelineBucket[]
  readonly undated: number
  readonly latest: readonly ArticleSummary[]
  /** Articles about this tag and few others, taken up by most outlets. */
  readonly key: readonly ArticleSummary[]
  /** Other tags that stand on its articles, most frequent first. */
  readonly together: readonly FacetCount<TagId>[]
  readonly silences: readonly Silence[]
}

/** How the articles of tags lie over the time of the whole archive. */
export interface TagTrends {
  /** First and last day of the archive's dated articles, `yyyy-MM-dd`; null where nothing is dated. */
  readonly span: { readonly from: string; readonly to: string } | null
  /** For each tag, its articles in equal parts of the span. */
  readonly counts: readonly { readonly tag: TagId; readonly parts: readonly number[] }[]
}

/** How often tags of two kinds stand on the same article. */
export interface TagMatrix {
  readonly rows: readonly TagId[]
  readonly columns: readonly TagId[]
  /** counts[row][column] */
  readonly counts: readonly (readonly number[])[]
}

/** A saved search that proposes a tag, or sets it where the user says so. */
export interface TagRule {
  readonly id: string
  readonly tag: TagId
  readonly name: string
  readonly query: string
  readonly filter: ArticleFilter
  readonly mode: 'suggest' | 'assign'
}
