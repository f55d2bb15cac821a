import type { ArticleSummary, ArticleKind } from './article.ts'
import type { ArticleLanguage } from './language.ts'
import type { TagId } from './tag.ts'

/** A piece of an article with the words that matched. Offsets count UTF-16 units in `text`: [from, to). */
export interface Snippet {
  readonly field: 'title' | 'text'
  readonly text: string
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

/** Why one word of the query matched an article. */
export interface MatchReason {
  /** The word as typed. */
  readonly word: string
  readonly how: 'exact' | 'stem' | 'prefix' | 'wildcard' | 'fuzzy' | 'alias' | 'layout' | 'latin' | 'phrase'
  /** The term of the index, or the tag's id for `alias`. */
  readonly term: string
  /** Share of the score; 0 for variants that are ranked below exact matches. */
  readonly score: number
}

export interface SearchHit {
  readonly article: ArticleSummary
  readonly score: number
  /** False for hits found only by a variant (other spelling, alias, prefix), which stand below all exact ones. */
  readonly exact: boolean
  readonly snippets: readonly Snippet[]
  readonly why: readonly MatchReason[]
}

/** What the search did with the query beyond its plain meaning. */
export interface SearchNotice {
  readonly code:
    | 'ignored-words'
    | 'unknown-field'
    | 'truncated'
    | 'wildcard-refused'
    | 'unknown-words'
    | 'query-repaired'
    | 'index-growing'
    | 'did-you-mean'
    | 'tag-found'
  /** Words, field names or numbers that the notice is about. */
  readonly details: readonly string[]
}

export interface FacetCount<Value> {
  readonly value: Value
  readonly count: number
}

/** Exact counts over all hits. */
export interface Facets {
  readonly languages: readonly FacetCount<ArticleLanguage>[]
  readonly kinds: readonly FacetCount<ArticleKind>[]
  readonly outlets: readonly FacetCount<string>[]
  readonly tags: readonly FacetCount<TagId>[]
  readonly years: readonly FacetCount<string>[]
  readonly undated: number
}

export interface SearchPage {
  readonly total: number
  readonly tookMs: number
  readonly hits: readonly SearchHit[]
  readonly facets: Facets | null
  readonly notices: readonly SearchNotice[]
}
