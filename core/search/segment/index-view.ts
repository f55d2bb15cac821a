import type { Segment } from './segment.ts'

/** The whole index as a query sees it. */
export interface IndexView {
  readonly segments: readonly Segment[]
  /** Living articles. */
  readonly documents: number
  /** Mean length per field over the living articles. */
  readonly averages: readonly number[]
  /** Rows of the catalog that an array over rows must hold. */
  readonly rowCapacity: number
}
