/** What is known of an article in the list of results of a static site. */
export interface SiteArticle {
  /** Path of its page from the site's root. */
  readonly page: string
  readonly title: string
  readonly line: string
  readonly language: string
}

/** Postings of a term: number of the article and weight, in turn. */
export type Postings = readonly number[]
/** Terms of one file. A list and no object: `constructor` and `__proto__` are words like any other. */
export type Shard = readonly (readonly [string, Postings])[]

/** Letters at the beginning of a term that choose its shard. */
const SHARD_LETTERS = 2

/**
 * Name of the file that holds a term: its first letters as numbers, so that every name is plain ASCII.
 *
 * @example shardName('water') // '77-61'
 */
export function shardName(term: string): string {
  return Array.from(term)
    .slice(0, SHARD_LETTERS)
    .map((letter) => (letter.codePointAt(0) ?? 0).toString(16))
    .join('-')
}

/** A shorter beginning would have to look into too many shards. */
export const LEAST_BEGINNING = SHARD_LETTERS
