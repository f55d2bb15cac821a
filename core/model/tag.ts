import { LANGUAGES, type Language, type Names } from './language.ts'

/** What a tag stands for. */
export const TAG_KINDS = ['initiative', 'partner', 'topic'] as const
export type TagKind = (typeof TAG_KINDS)[number]

/** The lasting name of a tag in files: a slug such as `cardiff-university`, unique over all kinds. */
export type TagId = string & { readonly tagId: unique symbol }

/** A tag of the registry `tags.yaml`. */
export interface Tag {
  readonly id: TagId
  readonly kind: TagKind
  readonly names: Names
  readonly aliases: readonly string[]
  /** `#rrggbb`, chosen from the palette if the office set none. */
  readonly color: string
  /** First and last day (or month, or year) that the tag is meant for. */
  readonly from?: string
  readonly to?: string
  readonly note?: string
  readonly web?: string
  /** ISO 3166 code, for partners. */
  readonly country?: string
  /** One level of grouping; it never adds a tag by itself. */
  readonly parent?: TagId
}

/** Tag ids of an article by kind. */
export type TagsByKind = { readonly [K in TagKind]: readonly TagId[] }

export const NO_TAGS: TagsByKind = { initiative: [], partner: [], topic: [] }

/** The nine colours of initiatives, each at least 3:1 on paper. */
export const TAG_PALETTE = [
  '#2f6db5',
  '#b5532f',
  '#2f8a5f',
  '#8a4fb0',
  '#b08a1f',
  '#2f9aa8',
  '#b03a6a',
  '#5f6b2f',
  '#6b5b4f',
] as const

const TAG_ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** True for a slug of at most 80 characters in a-z, 0-9 and single hyphens. */
export function isTagId(text: string): text is TagId {
  return text.length <= 80 && TAG_ID_PATTERN.test(text)
}

/** The tag's name in the language asked for, else in the next one that has a name, else its id. */
export function tagName(tag: Pick<Tag, 'id' | 'names'>, language: Language): string {
  const order: readonly Language[] = [language, ...LANGUAGES.filter((other) => other !== language)]
  for (const candidate of order) {
    const name = tag.names[candidate]
    if (name !== undefined && name !== '') return name
  }
  return tag.id
}
