/** Rows of the catalog as a set, with their number. */
export interface RowMask {
  /** One byte a row, 1 for members. */
  readonly rows: Uint8Array
  readonly count: number
}
