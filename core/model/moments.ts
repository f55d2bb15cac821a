import type { ArticleSummary } from './article.ts'
import type { TagId } from './tag.ts'
import type { TimelineBucket } from './timeline.ts'

/** A time in which nothing was published about a tag. Days are whole days `yyyy-MM-dd`. */
export interface Silence {
  readonly tag: TagId
  /** First and last silent day. */
  readonly from: string
  readonly to: string
  readonly days: number
  /** True while it lasts: `to` is the day asked for. */
  readonly open: boolean
}

/** An article of the same calendar day in an earlier year. */
export interface Anniversary {
  readonly article: ArticleSummary
  readonly years: number
}

/** First and last article that carries a tag; the same one where there is only one. */
export interface Mentions {
  readonly tag: TagId
  readonly count: number
  readonly first: ArticleSummary
  readonly last: ArticleSummary
}

export interface TimelineMoments {
  /** Longest first. */
  readonly silences: readonly Silence[]
  /** Most years first. */
  readonly onThisDay: readonly Anniversary[]
  /** Round anniversaries (1, 5, 10, ... years) of the first article of a tag within the next days. */
  readonly anniversaries: readonly { readonly tag: TagId; readonly day: string; readonly years: number }[]
  readonly mentions: readonly Mentions[]
}

/** A calendar unit with far more articles than usual, and the words that set it apart. */
export interface Peak extends TimelineBucket {
  /** Median of the units around it. */
  readonly usual: number
  readonly words: readonly { readonly word: string; readonly count: number }[]
  /** A few of its articles, those with most of the words first. */
  readonly articles: readonly ArticleSummary[]
}

/** A remark that the office puts on a day or a period. */
export interface TimelineNote {
  readonly id: string
  /** Whole days; `to` equals `from` for one day. */
  readonly from: string
  readonly to: string
  readonly text: string
}
