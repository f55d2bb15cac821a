/** What is known of an article in the list of results of a static site. */
export interface SiteArticle {
  /** Path of its page from the site's root. */
  readonly page: string
  readonly title: string
  readonly line: string
  readonly language: string
}

/** Path, from the site's root, of the script that holds a shard of a part of the search. */
export function shardFileOf(part: number, shard: string): string {
  return `search/${String(part)}-${shard}.js`
}
