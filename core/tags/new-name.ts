import type { TagKind } from '../model/tag.ts'
import type { SuggestionReason } from '../model/tag-suggestion.ts'

/** A name that some rule found in a text part. */
export interface FoundName {
  /** In its basic form as far as the rule can make it. */
  readonly name: string
  readonly kind: Extract<TagKind, 'initiative' | 'partner'>
  readonly score: number
  readonly how: SuggestionReason['how']
  /** As it stands in the text. */
  readonly found: string
}

/** Looks for names in one text. */
export type NameRule = (text: string) => readonly FoundName[]

/** Takes quotes, blanks and punctuation off both ends. */
export function trimName(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s«"“„'(–—-]+|[\s»"”'),.;:–—-]+$/gu, '')
    .trim()
}
