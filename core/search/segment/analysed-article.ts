import type { TermTable } from './term-table.ts'

/** The words of one field in their order. */
export interface FieldWords {
  /** Numbers in the article's table of terms. */
  readonly terms: Int32Array
  /** The place of each word in the field, rising. */
  readonly places: Int32Array
}

/** An article ready to be put into a segment. */
export interface AnalysedArticle {
  readonly id: string
  /** The first 64 bits of its version. */
  readonly version: readonly [number, number]
  readonly tagHash: number
  /** Row in the catalog, or -1. */
  readonly row: number
  /** Words per field, stop words left out, at most 65,535. */
  readonly lengths: readonly number[]
  readonly table: TermTable
  readonly fields: readonly FieldWords[]
  /** The article's stored text, compressed. */
  readonly text: Uint8Array
}
