/*
 * How the search of a static site is stored: the articles in parts, each part one index of lunr, each index cut into
 * shards by the first letters of its terms. A page loads only the shards that its query needs.
 */

/** Articles of one part. More give one index that takes more memory to build; fewer give more files to load for a query. */
export const PART_SIZE = 2_500

/** Articles of a field and the weight of the term there, in turn: number of the article, weight. */
export type Weights = readonly number[]

/** A term, its number in its index, and its weights by field in the order of `SEARCH_FIELDS`. */
export type ShardTerm = readonly [term: string, number: number, ...weights: Weights[]]

/** Terms of one file in the order of their spelling. A list and no object: `constructor` is a word like any other. */
export type Shard = readonly ShardTerm[]

/** Letters at the beginning of a term that choose its shard. */
const SHARD_LETTERS = 2

/** The end of a word is unknown while it is typed; a shorter beginning would have to look into too many shards. */
export const LEAST_BEGINNING = SHARD_LETTERS

/**
 * Name of the shard that holds a term: its first letters as numbers, so that every name is plain ASCII.
 *
 * @example shardName('water') // '77-61'
 */
export function shardName(term: string): string {
  return Array.from(term)
    .slice(0, SHARD_LETTERS)
    .map((letter) => (letter.codePointAt(0) ?? 0).toString(16))
    .join('-')
}
