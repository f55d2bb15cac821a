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

/**
 * SHA-256 of the normalised text of an article: equal for exact duplicates, whatever their file format.
 *
 * @param plain the body without its markup
 */
export function textKey(
  fields: Pick<ArticleFields, 'title' | 'published' | 'body'>,
  plain = markdownToPlain(fields.body),
): string {
  const body = bare(plain)
  if (body.length >= SHORT_BODY) return sha256(body)
  return sha256([bare(fields.title), fields.published ?? '', body].join('|'))
}
