import { sha256 } from '../../files/sha256.ts'
import type { ArticleFields } from '../../model/article.ts'
import { markdownToPlain } from '../text/markdown-blocks.ts'

/** A body shorter than this says too little by itself; title and date count too then. In letters and digits. */
const SHORT_BODY = 120

/** Letters and digits only, in one form of each: what stays the same when a text goes through another program. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** SHA-256 of the normalised words of a body without markup; null for one that says too little by itself. */
export function bodyKey(plain: string): string | null {
  const body = bare(plain)
  return body.length >= SHORT_BODY ? sha256(body) : null
}

/** The key of an article whose body says too little by itself. */
export function shortKey({ title, published }: Pick<ArticleFields, 'title' | 'published'>, plain: string): string {
  return sha256([bare(title), published ?? '', bare(plain)].join('|'))
}

/**
 * SHA-256 of the normalised text of an article: equal for exact duplicates, whatever their file format.
 *
 * @param plain the body without its markup
 */
export function textKey(
  fields: Pick<ArticleFields, 'title' | 'published' | 'body'>,
  plain = markdownToPlain(fields.body),
): string {
  return bodyKey(plain) ?? shortKey(fields, plain)
}
