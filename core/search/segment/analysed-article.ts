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
  /** Per field: the places of each term, rising. */
  readonly fields: readonly ReadonlyMap<string, readonly number[]>[]
  /** The article's stored text, compressed. */
  readonly text: Uint8Array
}
