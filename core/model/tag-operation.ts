import type { ArticleFilter } from './article-filter.ts'
import type { ArticleId } from './article-id.ts'
import type { PartialDay } from './calendar-day.ts'
import type { Names } from './language.ts'
import type { Tag, TagId, TagKind, TagsByKind } from './tag.ts'

/** A change of tags that can be looked at before it is made, and taken back after. */
export type TagOperation =
  /** `from` go; their names become aliases of `into`, their articles get it. */
  | { readonly type: 'merge'; readonly from: readonly TagId[]; readonly into: TagId }
  /** Articles of the tag that match the search get a new tag instead. */
  | {
      readonly type: 'split'
      readonly id: TagId
      readonly query: string
      readonly filter: ArticleFilter
      readonly names: Names
    }
  /** Old names become aliases. */
  | { readonly type: 'rename'; readonly id: TagId; readonly names: Names }
  | { readonly type: 'convert'; readonly id: TagId; readonly kind: TagKind }
  /** The articles lose the tag, or get another one instead. */
  | { readonly type: 'delete'; readonly id: TagId; readonly replaceWith: TagId | null }
  | {
      readonly type: 'assign'
      readonly ids: readonly ArticleId[]
      readonly add: readonly TagId[]
      readonly remove: readonly TagId[]
    }

/** One article that an operation would touch. */
export interface TouchedArticle {
  readonly id: ArticleId
  readonly title: string
  readonly published: PartialDay | null
  readonly before: TagsByKind
  readonly after: TagsByKind
}

/** What an operation would do. */
export interface TagPreview {
  /** Number of articles that would change. */
  readonly total: number
  /** The first of them, newest first. */
  readonly articles: readonly TouchedArticle[]
  /** Tags as they are (null: made anew) and as they would be (null: gone). */
  readonly tags: readonly { readonly before: Tag | null; readonly after: Tag | null }[]
  /** What the change must be given as `confirmed`; null: it touches so few articles that it needs nothing. */
  readonly confirmed: string | null
}
