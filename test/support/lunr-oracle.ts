import lunr from 'lunr'
import { queryTermsOf } from '../../core/search/analysis/terms.ts'
import { SEARCH_FIELDS } from '../../core/search/fields.ts'
import type { StoredText } from '../../core/search/segment/analyse-article.ts'
import { indexTermOf } from '../../core/search/segment/term-table.ts'
import { STOP_MARK } from '../../core/search/segment/segment.ts'
import type { ArticleLanguage } from '../../core/model/language.ts'

let language: ArticleLanguage = 'en'

const indexWord = (token: lunr.Token): lunr.Token | null => {
  const term = indexTermOf(token.toString(), language)
  return term === '' || term.startsWith(STOP_MARK) ? null : token.update(() => term)
}
lunr.Pipeline.registerFunction(indexWord, 'test-index-word')

/** A stock index of lunr over the same articles with the same analysis, and the scores it gives by row. */
export function buildOracle(articles: ReadonlyMap<number, StoredText>): (query: string) => Map<number, number> {
  const builder = new lunr.Builder()
  builder.ref('row')
  for (const { name, boost } of SEARCH_FIELDS) builder.field(name, { boost })
  builder.pipeline.reset()
  builder.searchPipeline.reset()
  builder.pipeline.add(indexWord)
  const terms = new Set<string>()
  // Lunr empties a required clause if one of the stems is in no article; here one of them is enough, so that only those known are asked for.
  // A misspelt word is looked for by all its stems, known or not; the queries of the test require none.
  let misspelt = false
  const searchWord = (token: lunr.Token): lunr.Token[] => {
    const stems = queryTermsOf(token.toString())
    const known = stems.filter((stem) => terms.has(stem))
    return (known.length > 0 && !misspelt ? known : stems).map((stem) => token.clone(() => stem))
  }
  const label = `test-search-word-${Math.random()}`
  lunr.Pipeline.registerFunction(searchWord, label)
  builder.searchPipeline.add(searchWord)
  for (const [row, text] of articles) {
    language = text.language
    builder.add({
      row,
      title: `${text.title} ${text.subtitle}`,
      text: text.body,
      tag: text.tagNames.join(' '),
      outlet: text.outlet,
      author: text.authors.join(' '),
    })
  }
  const index = builder.build()
  for (const term of Object.keys((builder as unknown as { invertedIndex: object }).invertedIndex)) terms.add(term)
  return (query) => {
    misspelt = query.includes('~')
    return new Map(index.search(query).map((hit) => [Number(hit.ref), hit.score]))
  }
}
