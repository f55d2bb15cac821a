import type { ArticleId } from './article-id.ts'
import type { PartialDay } from './calendar-day.ts'
import type { ArticleLanguage } from './language.ts'
import type { Silence } from './moments.ts'

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof GRAINS)[number]

export const LANE_FIELDS = ['initiative', 'partner', 'topic', 'outlet', 'language', 'kind', 'story'] as const
export type LaneField = (typeof LANE_FIELDS)[number]

/** What the bars of the density can be divided by. */
export const STACK_FIELDS = ['kind', 'language', 'initiative', 'partner', 'outlet'] as const
export type StackField = (typeof STACK_FIELDS)[number]

/** Order of lanes: most articles first, earliest article first, or by name. */
export const LANE_ORDERS = ['count', 'first', 'name'] as const
export type LaneOrder = (typeof LANE_ORDERS)[number]

/** Which lanes are wanted. Pinned lanes come first and count against the limit; hidden ones are left out. */
export interface LanePage {
  readonly order: LaneOrder
  readonly limit: number
  readonly pinned: readonly string[]
  readonly hidden: readonly string[]
}

/** Articles whose date falls into one calendar unit; `start` is its first day. */
export interface TimelineBucket {
  readonly start: string
  readonly count: number
}

/** Articles of one tag, outlet, language or kind. */
export interface TimelineLane {
  /** Tag id, outlet name, language or kind; empty for the articles that have none. */
  readonly id: string
  readonly label: string
  readonly color: string | null
  /** First and last day that the office set for a tag, as exact as it did. */
  readonly period?: { readonly from: string | null; readonly to: string | null }
  readonly total: number
  readonly first: PartialDay | null
  readonly last: PartialDay | null
  readonly buckets: readonly TimelineBucket[]
  /** Articles of the lane without a date. total = buckets + imprecise + undated. */
  readonly undated: number
  /** Articles of the lane whose date is less exact than the grain. */
  readonly imprecise: number
}

/** One part of the divided bars. The parts are disjoint: together they hold every article once. */
export interface StackSegment {
  /** `lane`: articles that have this one alone; `several`: more than one of the field; `others`: smaller ones; `none`. */
  readonly role: 'lane' | 'several' | 'others' | 'none'
  /** Tag id, outlet name, language or kind; empty for the other roles. */
  readonly id: string
  readonly label: string
  readonly color: string | null
  readonly total: number
  readonly buckets: readonly TimelineBucket[]
  readonly undated: number
  readonly imprecise: number
}

/** An article to be drawn by itself. */
export interface TimelineMark {
  readonly id: ArticleId
  readonly title: string
  readonly published: PartialDay
  readonly outlet: string
  readonly language: ArticleLanguage
  /** Ids of its lanes; an empty id where it has none. */
  readonly lanes: readonly string[]
}

/** The articles of a period one by one, where they are few enough. */
export interface TimelineMarks {
  /** Dated articles of the filter. */
  readonly total: number
  /** By day; empty where there are more than the limit. */
  readonly marks: readonly TimelineMark[]
}

/** One of the tags compared. */
export interface ComparedTag {
  readonly lane: TimelineLane
  readonly own: number
  readonly coverage: number
  /** The longest time without an article, between two of them or since the last one; null where there is none. */
  readonly silence: Silence | null
  /** The unit with most articles; null where no article has a date. */
  readonly peak: TimelineBucket | null
}

/** Tags side by side over the same units. */
export interface TagComparison {
  readonly grain: Grain
  readonly span: { readonly from: string; readonly to: string } | null
  readonly tags: readonly ComparedTag[]
  /** Articles that carry both tags: `together[one][other]`, in the order of `tags`. */
  readonly together: readonly (readonly number[])[]
}

export interface Timeline {
  readonly grain: Grain
  /** First and last day that any article of the filter has, or null when none has a date. */
  readonly span: { readonly from: string; readonly to: string } | null
  /** Buckets with at least one article, oldest first. */
  readonly buckets: readonly TimelineBucket[]
  /** The same units counted over the whole archive, for the pale background. */
  readonly background: readonly TimelineBucket[]
  /** Those asked for, in the order asked for; the lane of the articles that have none comes last. */
  readonly lanes: readonly TimelineLane[]
  /** All lanes that have an article and are not hidden. */
  readonly laneCount: number
  /** Parts of the bars: lanes by size, then several, others, none. Null where they are not divided. */
  readonly stack: readonly StackSegment[] | null
  /** Articles that fit but for the days of the filter. */
  readonly outside: { readonly dated: number; readonly undated: number }
  /** Articles of the filter without a date. */
  readonly undated: number
  /** Articles whose date is less exact than the grain: known by month or year only. They are in no bucket of a finer grain. */
  readonly imprecise: number
  readonly total: number
}
