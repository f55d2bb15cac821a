import type { PartialDay } from './calendar-day.ts'

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof GRAINS)[number]

export const LANE_FIELDS = ['initiative', 'partner', 'topic', 'outlet', 'language', 'kind'] as const
export type LaneField = (typeof LANE_FIELDS)[number]

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
  readonly total: number
  readonly first: PartialDay | null
  readonly last: PartialDay | null
  readonly buckets: readonly TimelineBucket[]
  /** Articles of the lane without a date. total = buckets + imprecise + undated. */
  readonly undated: number
  /** Articles of the lane whose date is less exact than the grain. */
  readonly imprecise: number
}

export interface Timeline {
  readonly grain: Grain
  /** First and last day that any article of the filter has, or null when none has a date. */
  readonly span: { readonly from: string; readonly to: string } | null
  /** Buckets with at least one article, oldest first. */
  readonly buckets: readonly TimelineBucket[]
  /** The same units counted over the whole archive, for the pale background. */
  readonly background: readonly TimelineBucket[]
  readonly lanes: readonly TimelineLane[]
  /** Articles of the filter without a date. */
  readonly undated: number
  /** Articles whose date is less exact than the grain: known by month or year only. They are in no bucket of a finer grain. */
  readonly imprecise: number
  readonly total: number
}
