/** Fields of an article that a column of a table may hold. */
export const TABLE_FIELDS = [
  'title',
  'subtitle',
  'published',
  'outlet',
  'authors',
  'url',
  'language',
  'summary',
  'notes',
  'keywords',
  'body',
] as const
export type TableField = (typeof TABLE_FIELDS)[number]

/** Field of each column, null for one that is passed over into the notes. */
export type ColumnMapping = readonly (TableField | null)[]

/** Columns of a kind of table, known again by its first row. */
export interface KnownColumns {
  readonly head: readonly string[]
  readonly mapping: ColumnMapping
}
