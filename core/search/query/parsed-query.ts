import type { ArticleKind } from '../../model/article.ts'
import type { ArticleLanguage } from '../../model/language.ts'
import type { SearchNotice } from '../../model/search-result.ts'

/** `required`: every hit has it; `optional`: it only adds to the score; `prohibited`: no hit has it. */
export type Presence = 'required' | 'optional' | 'prohibited'

interface MemberBase {
  /** As the user typed it. */
  readonly typed: string
  /** Mask of the fields to look in. */
  readonly fields: number
  readonly boost: number
}

/** A word to be found in any of its inflected forms. `text` is normalised. */
export interface WordMember extends MemberBase {
  readonly kind: 'word'
  readonly text: string
}

/** A word with `*` for any run of letters. */
export interface WildcardMember extends MemberBase {
  readonly kind: 'wildcard'
  readonly pattern: string
}

/** A word that may be misspelt in up to `distance` letters. */
export interface FuzzyMember extends MemberBase {
  readonly kind: 'fuzzy'
  readonly text: string
  readonly distance: number
}

/** One place of a phrase: a word, or a pattern when it holds `*`. */
export type PhraseSlot = { readonly text: string } | { readonly pattern: string }

/**
 * Words close together: one after the other where `within` is null, else in any order with at most that distance between
 * the first and the last.
 */
export interface PhraseMember extends MemberBase {
  readonly kind: 'phrase'
  readonly slots: readonly PhraseSlot[]
  readonly within: number | null
}

export type QueryMember = WordMember | WildcardMember | FuzzyMember | PhraseMember

/** Alternatives of which one is enough. */
export interface QueryGroup {
  readonly presence: Presence
  readonly members: readonly QueryMember[]
}

/** Filters that were typed into the box; null where none was. */
export interface TypedFilter {
  readonly from: string | null
  readonly to: string | null
  readonly languages: readonly ArticleLanguage[] | null
  readonly kinds: readonly ArticleKind[] | null
}

/** A query as understood. It is plain data, so that it can be sent to the worker. */
export interface ParsedQuery {
  /** As typed. */
  readonly text: string
  readonly groups: readonly QueryGroup[]
  readonly filter: TypedFilter
  readonly notices: readonly SearchNotice[]
  /** True while the last word may still grow: no space follows it. */
  readonly lastWordOpen: boolean
}
