import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { plainText } from '../analysis/plain-text.ts'
import type { ArticleLanguage } from '../../model/language.ts'
import type { AnalysedArticle, FieldWords } from './analysed-article.ts'
import { currentTermTable, type TermTable } from './term-table.ts'

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

const LONGEST_FIELD = 65_535
/** Keeps phrases from running over the border of two names or of title and subtitle. */
export const PHRASE_BORDER = 100
/** A fast level: the text cache is read far more often than its size matters. */
const COMPRESSION = { level: 1 }

/** Analyses an article whose body is Markdown. */
export function analyseArticle(article: ArticleInput): AnalysedArticle {
  return analyseStored({ ...article, body: plainText(article.body) })
}

/** Analyses an article whose body is plain text already. */
export function analyseStored(article: ArticleInput): AnalysedArticle {
  const table = currentTermTable()
  const fields = analyseFields(article, table)
  return {
    id: article.id,
    version: versionWords(article.version),
    tagHash: article.tagHash >>> 0,
    row: article.row,
    lengths: fields.map((field) => lengthOf(field, table)),
    table,
    fields,
    text: packText(article),
  }
}

/** In how many fields each term of the text is: what a dead article must give back. */
export function termCounts(text: StoredText): Map<string, number> {
  const table = currentTermTable()
  const counts = new Map<string, number>()
  for (const { terms } of analyseFields(text, table)) {
    for (const number of new Set(terms)) {
      const term = table.terms[number] ?? ''
      counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }
  return counts
}

/** The first 64 bits of a version. */
export function versionWords(version: string): readonly [number, number] {
  // Versions are hashes; what is none, in a test, gets one here.
  if (!/^[0-9a-f]{16}/.test(version)) return [crc32(version), crc32(version, 1)]
  return [Number.parseInt(version.slice(0, 8), 16), Number.parseInt(version.slice(8, 16), 16)]
}

function analyseFields(text: StoredText, table: TermTable): readonly FieldWords[] {
  const { language } = text
  const words = (parts: readonly string[]): FieldWords => scanParts(parts, language, table)
  return [
    words([text.title, text.subtitle]),
    words([text.body]),
    words(text.tagNames),
    words([text.outlet]),
    words(text.authors),
  ]
}

function scanParts(parts: readonly string[], language: ArticleLanguage, table: TermTable): FieldWords {
  let terms = new Int32Array()
  let places = new Int32Array()
  let next = 0
  for (const part of parts) {
    const { count, terms: found } = table.scan(part, language)
    if (count === 0) continue
    const before = terms.length
    terms = longer(terms, count)
    places = longer(places, count)
    terms.set(found.subarray(0, count), before)
    for (let index = before; index < before + count; index += 1) places[index] = next++
    next += PHRASE_BORDER
  }
  return { terms, places }
}

function longer(numbers: Int32Array<ArrayBuffer>, count: number): Int32Array<ArrayBuffer> {
  const both = new Int32Array(numbers.length + count)
  both.set(numbers)
  return both
}

function lengthOf({ terms }: FieldWords, table: TermTable): number {
  let length = 0
  for (const term of terms) if (table.stops[term] !== true) length += 1
  return Math.min(length, LONGEST_FIELD)
}

function packText(text: StoredText): Uint8Array {
  const { language, title, subtitle, body, outlet, authors, tagNames } = text
  const packed = deflateRawSync(
    JSON.stringify([language, title, subtitle, body, outlet, authors, tagNames]),
    COMPRESSION,
  )
  // What comes back is the beginning of a buffer of 16 kB, which thousands of articles would keep.
  return Uint8Array.from(packed)
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
