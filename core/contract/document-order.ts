import * as v from 'valibot'
import { NO_FILTER } from '../model/article-filter.ts'
import { PAPER_SIZES, PDF_STANDARDS } from '../model/pdf-options.ts'
import { GRAINS, LANE_FIELDS } from '../model/timeline.ts'
import type { ReadonlyDeep } from './readonly-deep.ts'
import * as s from './schemas.ts'

/** How the articles of a press book are divided. */
export const BOOK_GROUPINGS = ['none', 'month', 'initiative', 'partner', 'outlet'] as const
export type BookGrouping = (typeof BOOK_GROUPINGS)[number]

/** Files for other programs than a PDF reader. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'ris', 'csl', 'markdown', 'site'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Which articles a document is made of. */
const selection = {
  query: v.optional(s.queryText, ''),
  filter: v.optional(s.articleFilter, NO_FILTER),
}

/** How a PDF is printed. `template` names a template of the archive's own, empty for the built-in one. */
const printing = {
  language: s.language,
  standard: v.optional(v.picklist(PDF_STANDARDS), 'plain'),
  paper: v.optional(v.picklist(PAPER_SIZES), 'a4'),
  template: v.optional(s.shortText, ''),
  /** Empty: the kind's own name. */
  title: v.optional(s.shortText, ''),
}

const paragraphText = v.pipe(v.string(), v.maxLength(100_000))

/** Everything that one document is made by: what a request asks for and what a recipe keeps. */
export const documentOrder = v.variant('kind', [
  v.object({
    kind: v.literal('book'),
    ...selection,
    ...printing,
    sort: v.optional(s.sortOrder, 'oldest'),
    grouping: v.optional(v.picklist(BOOK_GROUPINGS), 'month'),
    /** Text before the contents: paragraphs parted by empty lines. */
    foreword: v.optional(paragraphText, ''),
  }),
  v.object({ kind: v.literal('report'), ...selection, ...printing }),
  v.object({
    kind: v.literal('timeline'),
    ...selection,
    ...printing,
    grain: v.optional(v.picklist([...GRAINS, 'auto']), 'auto'),
    lanes: v.optional(v.nullable(v.picklist(LANE_FIELDS)), null),
  }),
  /** The days before the clock's: yesterday, or the last seven. */
  v.object({
    kind: v.literal('digest'),
    ...selection,
    ...printing,
    period: v.optional(v.picklist(['day', 'week']), 'day'),
  }),
  v.object({
    kind: v.literal('data'),
    ...selection,
    format: v.picklist(EXPORT_FORMATS),
    language: s.language,
    sort: v.optional(s.sortOrder, 'newest'),
  }),
])

/** All about one tag, or, for null, the matrix of partners and initiatives alone; silences are counted up to `today`. */
export const tagSheetOrder = v.object({ ...printing, tag: v.nullable(s.tagId), today: s.wholeDay })

export type TagSheetOrder = ReadonlyDeep<v.InferOutput<typeof tagSheetOrder>>

export type DocumentOrder = ReadonlyDeep<v.InferOutput<typeof documentOrder>>
export type OrderOf<Kind extends DocumentOrder['kind']> = Extract<DocumentOrder, { readonly kind: Kind }>

/** A saved order, kept in the archive's `recipes.yaml`. */
export interface Recipe {
  readonly id: string
  readonly name: string
  readonly order: DocumentOrder
  /** The last edition, or null before the first. */
  readonly lastRun: { readonly at: string; readonly articles: number } | null
}

/** A new edition of a recipe and what sets it apart from the last one. */
export interface RecipeRun<Made> {
  readonly made: Made
  /** Articles that the last edition did not have; all of them in the first. */
  readonly added: readonly string[]
  /** Articles of the last edition that are not in this one. */
  readonly gone: readonly string[]
}
