/**
 * The searchable fields of an article in the order of their bits in a field mask, with the weight of a match in them.
 * `title` holds title and subtitle, `tag` the names of the article's tags in all languages.
 */
export const SEARCH_FIELDS = [
  { name: 'title', boost: 4 },
  { name: 'text', boost: 1 },
  { name: 'tag', boost: 2 },
  { name: 'outlet', boost: 1 },
  { name: 'author', boost: 1 },
] as const

export type SearchField = (typeof SEARCH_FIELDS)[number]['name']
export const FIELD_COUNT = SEARCH_FIELDS.length
export const FIELD_NAMES: readonly SearchField[] = SEARCH_FIELDS.map((field) => field.name)
export const FIELD_BOOSTS: readonly number[] = SEARCH_FIELDS.map((field) => field.boost)

/** Mask with the bit of every field. */
export const ALL_FIELDS = (1 << FIELD_COUNT) - 1

/** The bit of a field in a mask. */
export function fieldBit(name: SearchField): number {
  return 1 << FIELD_NAMES.indexOf(name)
}
