import type { ArticleLanguage } from '../../model/language.ts'
import { isKazakhNominalRoot, isKazakhRoot } from '../lunr-kk/known-root.ts'
import { stemKazakh } from '../lunr-kk/stem-kazakh.ts'
import { stemsOfOtherVoice } from '../lunr-kk/verb-voices.ts'
import { memoise } from './bounded-memo.ts'
import { stemEnglish } from './english-stemmer.ts'
import { routeInArticle, routesInQuery, type StemmerRoute } from './route.ts'
import { stemRussian } from './russian-stemmer.ts'
import { ANY_STOP_WORDS, KAZAKH_ARTICLE_STOP_WORDS, OTHER_ARTICLE_STOP_WORDS } from './stop-words.ts'
import { normaliseWord } from './tokenise.ts'

/** Terms remembered per kind of article. 100,000 articles hold 400,000 different words, but a few thousand make up most of the text. */
const MEMO_LIMIT = 30_000

const STEMMERS: Readonly<Record<StemmerRoute, (word: string) => string>> = {
  en: stemEnglish,
  ru: stemRussian,
  kk: stemKazakh,
  none: (word) => word,
}

/** Terms of articles by the only thing about their language that matters: whether Cyrillic words are Kazakh. */
const termInKazakhArticle = memoise((word) => stemInArticle(word, 'kk'), MEMO_LIMIT)
const termInOtherArticle = memoise((word) => stemInArticle(word, 'ru'), MEMO_LIMIT)

/** The term of one normalised word of an article, worked out anew: for callers that remember terms themselves. */
export function stemInArticle(word: string, language: ArticleLanguage): string {
  return STEMMERS[routeInArticle(word, language)](word)
}

/** The term of one normalised word of an article, stop word or not. */
export function termOf(word: string, language: ArticleLanguage): string {
  return language === 'kk' ? termInKazakhArticle(word) : termInOtherArticle(word)
}

/** What the index holds of one normalised word of an article: its term, or nothing for a stop word. */
export function termsOf(word: string, language: ArticleLanguage): readonly string[] {
  return word === '' || isStopWord(word, language) ? [] : [termOf(word, language)]
}

/**
 * The terms a query word may stand for, in any language: the union of its stems, and of Kazakh verbs in both voices. The word may be as typed; without a letter or
 * digit in it the answer is empty. Stop words have terms too: whether to ignore one is the query's decision.
 */
export function queryTermsOf(word: string): readonly string[] {
  const normalised = normaliseWord(word)
  if (normalised === '') return []
  const terms = routesInQuery(normalised).flatMap((route) => {
    const term = STEMMERS[route](normalised)
    return route === 'kk' ? [term, ...stemsOfOtherVoice(normalised, term)] : [term]
  })
  return [...new Set(terms.filter((term) => !isOtherKazakhWord(term, normalised)))]
}

/** To Russian rules some Kazakh words are forms of others: бала (child) of бал (honey). Such a reading is left out of a query. */
function isOtherKazakhWord(term: string, word: string): boolean {
  return term !== word && isKazakhNominalRoot(word) && isKazakhRoot(term)
}

/**
 * Whether a normalised word is a function word and so not in the index of an article of that language. Without a language: whether
 * it is one in any language it may belong to, as asked for the words of a query.
 */
export function isStopWord(word: string, language?: ArticleLanguage): boolean {
  if (language === undefined) return ANY_STOP_WORDS.has(word)
  return (language === 'kk' ? KAZAKH_ARTICLE_STOP_WORDS : OTHER_ARTICLE_STOP_WORDS).has(word)
}
