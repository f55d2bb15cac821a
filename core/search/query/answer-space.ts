/** Room for the rows and scores of one answer: what the query means from the front, what is only like it behind. */
export interface AnswerSpace {
  readonly rows: Uint32Array
  readonly scores: Float64Array
}

/** Room for so many articles in the memory of one thread. */
export function ownSpace(articles: number): AnswerSpace {
  return { rows: new Uint32Array(articles), scores: new Float64Array(articles) }
}

/**
 * Room that two threads see: to copy tens of thousands of hits from one to the other, and to collect the copies, took
 * longer than to find them.
 */
export function sharedSpace(articles: number): AnswerSpace {
  return {
    rows: new Uint32Array(new SharedArrayBuffer(articles * Uint32Array.BYTES_PER_ELEMENT)),
    scores: new Float64Array(new SharedArrayBuffer(articles * Float64Array.BYTES_PER_ELEMENT)),
  }
}
