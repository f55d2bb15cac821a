import type { ArticleId } from './article-id.ts'
import type { PartialDay } from './calendar-day.ts'

/** What an act would touch, before it is done. */
export interface BulkPreview {
  /** Number of articles that the act would touch. */
  readonly total: number
  /** The first of them. */
  readonly articles: readonly {
    readonly id: ArticleId
    readonly title: string
    readonly outlet: string
    readonly published: PartialDay | null
  }[]
  /** What the act must be given as `confirmed`; null: it touches so few that it needs nothing. */
  readonly confirmed: string | null
}
