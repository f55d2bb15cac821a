import type { ArticleLanguage } from '../../model/language.ts'
import { isStopWord, termOf } from './terms.ts'
import { tokenise, type Token } from './tokenise.ts'

/** A word of an article with its term. `stop`: it counts as a position in phrases, but is not in the index. */
export type AnalysedToken = Token & {
  readonly term: string
  readonly stop: boolean
}

/** Analyses plain text (not Markdown) of an article. The place in the answer is the position of the word in phrases and NEAR. */
export function analyseText(text: string, language: ArticleLanguage): AnalysedToken[] {
  return tokenise(text).map((token) => ({
    text: token.text,
    start: token.start,
    end: token.end,
    term: termOf(token.text, language),
    stop: isStopWord(token.text, language),
  }))
}
