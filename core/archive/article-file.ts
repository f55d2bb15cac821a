import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../contract/app-error.ts'
import type { Article } from '../model/article.ts'
import { sha256 } from '../files/sha256.ts'
import {
  findValueProblems,
  HEAD_KEYS,
  readHead,
  writeHeadValue,
  type ArticleHead,
  type HeadKey,
  type ValueProblem,
} from './article-values.ts'
import {
  EMPTY_FILE,
  formatFrontMatter,
  FrontMatterError,
  parseFrontMatter,
  setBody,
  setValue,
  valueOf,
  type FrontMatterFile,
} from './front-matter.ts'
import type { YamlValue } from './yaml-text.ts'

/** An article file as read: the article, and its text in parts so that a save changes nothing else. */
export interface ArticleFile {
  readonly article: Article
  readonly parts: FrontMatterFile
}

/** Longest article file that is read, in bytes. */
const LARGEST_FILE = 64 * 1024 * 1024

function unreadable(file: string, reason: string): AppError {
  return new AppError('unreadable-article', `The article file ${file} cannot be read: ${reason}`, { file, reason })
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.length > LARGEST_FILE) throw unreadable(file, 'It is larger than 64 MB.')
  if (bytes.length > 0 && bytes.every((byte) => byte === 0)) throw unreadable(file, 'It holds nothing but zeros.')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw unreadable(file, 'It is not text in UTF-8.')
    throw error
  }
}

function valuesOf(parts: FrontMatterFile): ReadonlyMap<string, YamlValue> {
  return new Map(parts.entries.map((entry) => [entry.key, entry.value]))
}

/**
 * Reads an article file.
 *
 * @param file its name, for messages
 * @throws AppError `unreadable-article` with the reason
 */
export function parseArticleFile(bytes: Uint8Array, file: string): ArticleFile {
  const text = decode(bytes, file)
  try {
    const parts = parseFrontMatter(text)
    const head = readHead(valuesOf(parts))
    if (head === null) throw unreadable(file, 'Its front matter has no valid id.')
    return { article: { ...head, body: parts.body, version: sha256(bytes) }, parts }
  } catch (error) {
    if (error instanceof FrontMatterError) throw unreadable(file, error.message)
    throw error
  }
}

/** What is written in the file and does not fit its key. */
export function findProblems(file: ArticleFile): readonly ValueProblem[] {
  return findValueProblems(valuesOf(file.parts))
}

function withHead(parts: FrontMatterFile, before: ArticleHead | null, head: ArticleHead): FrontMatterFile {
  let next = parts
  for (const [place, key] of HEAD_KEYS.entries()) {
    if (before !== null && isDeepStrictEqual(before[key], head[key])) continue
    const old = valueOf(parts, key)
    next = setValue(next, key, writeHeadValue(head, key, old), HEAD_KEYS.slice(0, place))
  }
  return next
}

function isSameHead(left: ArticleHead, right: ArticleHead): boolean {
  return HEAD_KEYS.every((key: HeadKey) => isDeepStrictEqual(left[key], right[key]))
}

/** An article as bytes, and as these bytes read. */
export interface FormattedArticle {
  readonly bytes: Uint8Array
  readonly article: Article
}

/** The bytes of `formatArticle` alone. @throws AppError `save-failed` */
export function formatArticleFile(head: ArticleHead, body: string, from: ArticleFile | null): Uint8Array {
  return formatArticle(head, body, from).bytes
}

/**
 * Writes an article as bytes: into the parts of the file that it came from, or as a new file. The result is read back
 * and compared before it is returned.
 *
 * @throws AppError `save-failed` where reading it back gives another article
 */
export function formatArticle(head: ArticleHead, body: string, from: ArticleFile | null): FormattedArticle {
  const parts = setBody(withHead(from?.parts ?? EMPTY_FILE, from?.article ?? null, head), body)
  const bytes = Buffer.from(formatFrontMatter(parts), 'utf8')
  const { article } = parseArticleFile(bytes, head.id)
  if (!isSameHead(article, head) || article.body !== body) {
    throw new AppError('save-failed', `Saving ${head.id}: the article would read back differently.`, { id: head.id })
  }
  return { bytes, article }
}
