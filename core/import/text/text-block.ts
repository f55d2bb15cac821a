/** A paragraph, heading, list or table of a text that is being imported. */
export interface TextBlock {
  /** Its words without markup, on one line. */
  readonly plain: string
  readonly markdown: string
  /** 1 to 6 for a heading, else 0. */
  readonly level: number
}
