import type { ArticleId } from './article-id.ts'

/** Fields whose origin an import tells. */
export const FOUND_FIELDS = ['title', 'published', 'language', 'outlet', 'authors', 'url', 'kind'] as const
export type FoundField = (typeof FOUND_FIELDS)[number]

/**
 * Where a field was taken from: `stated` by the source itself, behind a `label`, a `line` of its own, the `footer`, the
 * `dateline`, the `body`, the first `sentence`, the `letters` of the text, the web `address`, `chosen` by the user for the
 * whole import, or a `rule` that was learnt from corrections.
 */
export const FIELD_ORIGINS = [
  'stated',
  'label',
  'line',
  'footer',
  'dateline',
  'body',
  'sentence',
  'letters',
  'address',
  'chosen',
  'rule',
] as const
export type FieldOrigin = (typeof FIELD_ORIGINS)[number]

/** `sure`: said in so many words; `likely`: concluded; `unsure`: a person should look. */
export const CONFIDENCES = ['sure', 'likely', 'unsure'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** How a field of an imported article was found. */
export interface FieldFinding {
  readonly field: FoundField
  readonly from: FieldOrigin
  readonly confidence: Confidence
}

/** `near`: nearly the same text; `excerpt`: one text stands in the other. */
export const LIKENESSES = ['near', 'excerpt'] as const

/** An article of the archive with nearly the same text. */
export interface SimilarArticle {
  readonly id: ArticleId
  readonly how: (typeof LIKENESSES)[number]
  /** Share of the shorter text that stands in the other, 0 to 1. */
  readonly share: number
}
