import type { Article } from '../model/article.ts'

/** An article and the length of its text in characters. */
export interface SizedArticle {
  readonly id: string
  readonly title: string
  readonly size: number
}

/** The larger of the largest so far and a further article. */
export function largerOf(largest: SizedArticle | undefined, { id, title, body }: Article): SizedArticle {
  return largest !== undefined && largest.size >= body.length ? largest : { id, title, size: body.length }
}
