import type { ArticleId } from './article-id.ts'
import type { TagId, TagKind } from './tag.ts'

/** Why a tag is proposed: what stands where in the text. */
export interface SuggestionReason {
  /** `exact`, `form` (inflected), `sound` (another script or transliteration), `rule` (a saved search), or the cue of a new name. */
  readonly how: 'exact' | 'form' | 'sound' | 'rule' | 'quoted' | 'list' | 'organisation' | 'acronym'
  /** The name or alias that was recognised; empty for new names; the rule's name for `rule`. */
  readonly spelling: string
  /** The words as they stand in the text. */
  readonly found: string
  readonly place: 'title' | 'paragraph'
  /** Number of the paragraph, counted from 1; 0 for the title. */
  readonly paragraph: number
}

/** A tag of the registry that the text speaks of. */
export interface KnownTagSuggestion {
  readonly type: 'known'
  readonly tag: TagId
  readonly kind: TagKind
  /** From 0 to 1. */
  readonly score: number
  readonly reason: SuggestionReason
  /** A spelling that the tag does not have yet and may get as alias, or null. */
  readonly newAlias: string | null
}

/** A name that may be worth a new tag. */
export interface NewTagSuggestion {
  readonly type: 'new'
  readonly name: string
  readonly kind: TagKind
  readonly score: number
  readonly reason: SuggestionReason
}

export type TagSuggestion = KnownTagSuggestion | NewTagSuggestion

/** One suggestion for several articles: the best reason, and where the tag or name was met. */
export interface GatheredSuggestion {
  readonly suggestion: TagSuggestion
  readonly articles: readonly { readonly id: ArticleId; readonly title: string; readonly reason: SuggestionReason }[]
}
