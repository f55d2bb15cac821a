import type { ArticleLanguage } from '../../model/language.ts'

/** Which stemmer a word goes to; `none` for numbers and other scripts, which stay as they are. */
export type StemmerRoute = 'en' | 'ru' | 'kk' | 'none'

const LATIN = /[a-z]/
const KAZAKH_LETTER = /[әіңғүұқөһ]/
const CYRILLIC = /[\u0400-\u04ff]/

/** The stemmer for a normalised word of an article: by its script first, then by the language of the article. */
export function routeInArticle(word: string, language: ArticleLanguage): StemmerRoute {
  if (KAZAKH_LETTER.test(word)) return 'kk'
  if (CYRILLIC.test(word)) return language === 'kk' ? 'kk' : 'ru'
  return LATIN.test(word) ? 'en' : 'none'
}

/** The stemmers for a normalised word of a query, whose language is not known. */
export function routesInQuery(word: string): readonly StemmerRoute[] {
  if (KAZAKH_LETTER.test(word)) return ['kk']
  if (CYRILLIC.test(word)) return ['ru', 'kk']
  return LATIN.test(word) ? ['en'] : ['none']
}
