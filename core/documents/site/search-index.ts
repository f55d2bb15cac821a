import { plainText } from '../../search/analysis/plain-text.ts'
import { termsOf } from '../../search/analysis/terms.ts'
import { tokenise } from '../../search/analysis/tokenise.ts'
import type { Article } from '../../model/article.ts'
import type { ArticleLanguage } from '../../model/language.ts'
import { shardName, type Postings, type Shard } from './search-shards.ts'

/** A word in the title counts as much as several in the text. */
const TITLE_WEIGHT = 5
const TAG_WEIGHT = 3

/** Collects the words of articles for the search of a static site. */
export interface SiteIndex {
  /** `place`: number of the article in the site's list. `names`: names of its tags in all languages. */
  add(place: number, article: Article, names: readonly string[]): void
  /** Shards by the name of their file. Terms and shards stand in a fixed order. */
  shards(): ReadonlyMap<string, Shard>
}

/** Makes an empty index. */
export function createSiteIndex(): SiteIndex {
  const postings = new Map<string, number[]>()
  return {
    add: (place, article, names) => {
      const weights = new Map<string, number>()
      const count = (text: string, language: ArticleLanguage, weight: number): void => {
        for (const { text: word } of tokenise(text)) {
          for (const term of termsOf(word, language)) weights.set(term, (weights.get(term) ?? 0) + weight)
        }
      }
      count(`${article.title} ${article.subtitle}`, article.language, TITLE_WEIGHT)
      count(plainText(article.body), article.language, 1)
      count([article.outlet, ...article.authors, ...names].join(' '), article.language, TAG_WEIGHT)
      for (const [term, weight] of weights) {
        const list = postings.get(term)
        if (list) list.push(place, weight)
        else postings.set(term, [place, weight])
      }
    },
    shards: () => {
      const shards = new Map<string, (readonly [string, Postings])[]>()
      for (const [term, list] of [...postings].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
        const name = shardName(term)
        const shard = shards.get(name)
        if (shard) shard.push([term, list])
        else shards.set(name, [[term, list]])
      }
      return shards
    },
  }
}
