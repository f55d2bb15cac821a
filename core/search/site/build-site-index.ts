import lunr from 'lunr'
import { plainText } from '../analysis/plain-text.ts'
import { termsOf } from '../analysis/terms.ts'
import { tokenise } from '../analysis/tokenise.ts'
import { FIELD_COUNT, FIELD_NAMES, SEARCH_FIELDS } from '../fields.ts'
import type { Article } from '../../model/article.ts'
import type { ArticleLanguage } from '../../model/language.ts'
import { shardName, type Shard, type ShardTerm } from './site-shards.ts'

/** An article as the search of a site takes it in. */
export interface SiteText extends Pick<Article, 'title' | 'subtitle' | 'body' | 'outlet' | 'authors' | 'language'> {
  /** Number of the article in the site's list. */
  readonly place: number
  /** Names of its tags in all languages. */
  readonly tagNames: readonly string[]
}

/** One part of a site's search, as it grows. */
export interface SitePart {
  add(text: SiteText): void
  /** Cuts the finished index into shards, by the names of their files. Terms and shards stand in a fixed order. */
  shards(): ReadonlyMap<string, Shard>
}

/** What lunr's `toJSON` gives of an index, as far as it is used here. */
interface StoredIndex {
  readonly fieldVectors: readonly (readonly [ref: string, elements: readonly number[]])[]
  readonly invertedIndex: readonly (readonly [term: string, posting: { readonly _index: number }])[]
}

const ARTICLE_STEP = 'press-archive-article'

let language: ArticleLanguage = 'en'

/*
 * lunr uses a token as a key and turns it into a string each time; its tokenizer copies an object for every word. So words
 * go through its pipeline as the strings they are, which takes half the time.
 */
type Words = readonly string[]

/** The words of an article become terms by the stemmer of their language: lunr's own, lunr-languages' or lunr-kk's. */
const articleStep = (word: string): string => termsOf(word, language)[0] ?? ''
// To lunr a token is whatever has a spelling.
lunr.Pipeline.registerFunction(articleStep as unknown as lunr.PipelineFunction, ARTICLE_STEP)

function useOurWords(this: lunr.Builder): void {
  const asTheyAre = (words: Words): Words => words
  this.tokenizer = asTheyAre as unknown as typeof this.tokenizer
  this.pipeline.add(articleStep as unknown as lunr.PipelineFunction)
}

/** Begins a part: an index of lunr with the fields and weights of the program's own search. */
export function createSitePart(): SitePart {
  const builder = new lunr.Builder()
  builder.ref('place')
  for (const { name, boost } of SEARCH_FIELDS) builder.field(name, { boost })
  builder.use(useOurWords)
  return {
    add: (text) => {
      language = text.language
      builder.add({
        place: text.place,
        title: wordsOf(`${text.title} ${text.subtitle}`),
        text: wordsOf(plainText(text.body)),
        tag: wordsOf(text.tagNames.join(' ')),
        outlet: wordsOf(text.outlet),
        author: wordsOf(text.authors.join(' ')),
      })
    },
    // Exactly what lunr writes; its types say no more than that it is an object.
    shards: () => cutIntoShards(builder.build().toJSON() as StoredIndex),
  }
}

function wordsOf(text: string): Words {
  return tokenise(text).map((token) => token.text)
}

function cutIntoShards({ fieldVectors, invertedIndex }: StoredIndex): ReadonlyMap<string, Shard> {
  const weights = weightsByTerm(fieldVectors, invertedIndex.length)
  const shards = new Map<string, ShardTerm[]>()
  for (const [term, { _index: number }] of invertedIndex) {
    const name = shardName(term)
    const entry: ShardTerm = [term, number, ...(weights[number] ?? [])]
    const shard = shards.get(name)
    if (shard) shard.push(entry)
    else shards.set(name, [entry])
  }
  return shards
}

/** Turns vectors of articles, by field, into lists of articles by term. */
function weightsByTerm(vectors: StoredIndex['fieldVectors'], terms: number): readonly (readonly number[][])[] {
  const weights = Array.from({ length: terms }, () => Array.from({ length: FIELD_COUNT }, (): number[] => []))
  for (const [ref, elements] of vectors) {
    // lunr writes a reference as field/document.
    const border = ref.indexOf('/')
    const field = FIELD_NAMES.findIndex((name) => name === ref.slice(0, border))
    const place = Number(ref.slice(border + 1))
    for (let at = 0; at < elements.length; at += 2) {
      weights[elements[at] ?? 0]?.[field]?.push(place, elements[at + 1] ?? 0)
    }
  }
  return weights
}
