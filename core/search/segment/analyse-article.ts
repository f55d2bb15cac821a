import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { plainText } from '../analysis/plain-text.ts'
import { isStopWord, termOf } from '../analysis/terms.ts'
import { normaliseWord } from '../analysis/tokenise.ts'
import type { ArticleLanguage } from '../../model/language.ts'
import type { AnalysedArticle } from './analysed-article.ts'
import { STOP_MARK } from './segment.ts'

/** The plain texts of an article, as they are indexed and as snippets are cut from them. */
export interface StoredText {
  readonly language: ArticleLanguage
  readonly title: string
  readonly subtitle: string
  readonly body: string
  readonly outlet: string
  readonly authors: readonly string[]
  /** Names of the article's tags in all languages. */
  readonly tagNames: readonly string[]
}

/** An article as it comes to the index: its texts, and what it is known by. */
export interface ArticleInput extends StoredText {
  readonly id: string
  /** Hexadecimal version of the article's file. */
  readonly version: string
  readonly tagHash: number
  /** Row in the catalog, or -1. */
  readonly row: number
}

/** The boundaries of `tokenise`. */
const SEPARATORS = /[\s\-\u2010\u2011]+/
const LONGEST_FIELD = 65_535
/** Keeps phrases from running over the border of two names or of title and subtitle. */
const BORDER = 100
const MEMO_LIMIT = 150_000
/** A fast level: the text cache is read far more often than its size matters. */
const COMPRESSION = { level: 1 }

type Counted = { readonly places: Map<string, number[]>; readonly length: number }

/** Analyses an article whose body is Markdown. */
export function analyseArticle(article: ArticleInput): AnalysedArticle {
  return analyseStored({ ...article, body: plainText(article.body) })
}

/** Analyses an article whose body is plain text already. */
export function analyseStored(article: ArticleInput): AnalysedArticle {
  const fields = analyseFields(article)
  return {
    id: article.id,
    version: versionWords(article.version),
    tagHash: article.tagHash >>> 0,
    row: article.row,
    lengths: fields.map((field) => field.length),
    fields: fields.map((field) => field.places),
    text: packText(article),
  }
}

/** In how many fields each term of the text is, stop words left out: what a dead article must give back. */
export function termCounts(text: StoredText): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { places } of analyseFields(text)) {
    for (const term of places.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}

/** The first 64 bits of a version. */
export function versionWords(version: string): readonly [number, number] {
  const digits = /^[0-9a-f]{16}/.test(version) ? version : createHash('sha256').update(version).digest('hex')
  return [Number.parseInt(digits.slice(0, 8), 16), Number.parseInt(digits.slice(8, 16), 16)]
}

function analyseFields(text: StoredText): readonly Counted[] {
  const { language } = text
  return [
    countWords([text.title, text.subtitle], language),
    countWords([text.body], language),
    countWords(text.tagNames, language),
    countWords([text.outlet], language),
    countWords(text.authors, language),
  ]
}

function countWords(parts: readonly string[], language: ArticleLanguage): Counted {
  const places = new Map<string, number[]>()
  const memo = memoOf(language)
  let length = 0
  let place = 0
  for (const part of parts) {
    if (part === '') continue
    for (const piece of part.split(SEPARATORS)) {
      const term = memo(piece)
      if (term === '') continue
      if (!term.startsWith(STOP_MARK)) length += 1
      const known = places.get(term)
      if (known === undefined) places.set(term, [place])
      else known.push(place)
      place += 1
    }
    place += BORDER
  }
  return { places, length: Math.min(length, LONGEST_FIELD) }
}

/** The index term of a word of an article as it was written: empty for no word at all, marked for a stop word. */
export function indexTermOf(piece: string, language: ArticleLanguage): string {
  return memoOf(language)(piece)
}

const memos = new Map<ArticleLanguage, (piece: string) => string>()

function memoOf(language: ArticleLanguage): (piece: string) => string {
  const known = memos.get(language)
  if (known !== undefined) return known
  const terms = new Map<string, string>()
  const memo = (piece: string): string => {
    const term = terms.get(piece)
    if (term !== undefined) return term
    if (terms.size >= MEMO_LIMIT) terms.clear()
    const fresh = indexTermAfresh(piece, language)
    terms.set(piece, fresh)
    return fresh
  }
  memos.set(language, memo)
  return memo
}

function indexTermAfresh(piece: string, language: ArticleLanguage): string {
  const word = normaliseWord(piece)
  if (word === '') return ''
  return isStopWord(word, language) ? STOP_MARK + word : termOf(word, language)
}

function packText(text: StoredText): Uint8Array {
  const { language, title, subtitle, body, outlet, authors, tagNames } = text
  return deflateRawSync(JSON.stringify([language, title, subtitle, body, outlet, authors, tagNames]), COMPRESSION)
}

/** Reads what `analyseArticle` stored. */
export function unpackText(bytes: Uint8Array): StoredText {
  // Written by `packText` and guarded by a checksum, so the shape is known.
  const [language, title, subtitle, body, outlet, authors, tagNames] = JSON.parse(inflateRawSync(bytes).toString()) as [
    ArticleLanguage,
    string,
    string,
    string,
    string,
    string[],
    string[],
  ]
  return { language, title, subtitle, body, outlet, authors, tagNames }
}
