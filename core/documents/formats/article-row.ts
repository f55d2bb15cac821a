import type { Article } from '../../model/article.ts'
import { TAG_KINDS, tagName, type Tag, type TagId } from '../../model/tag.ts'
import type { Translate } from '../../translate/create-translator.ts'

/** Value of a cell. A whole day is a date, everything else text or a number. */
export type CellValue = string | number | { readonly day: string }

/** Names of the columns, in order. */
export function rowHeader(translate: Translate): readonly string[] {
  return [
    translate('printed.archiveId'),
    translate('printed.published'),
    translate('printed.headline'),
    translate('printed.subtitle'),
    translate('printed.outlet'),
    translate('printed.authors'),
    translate('printed.kind'),
    translate('printed.language'),
    ...TAG_KINDS.map((kind) => translate(`printed.${kind}`)),
    translate('printed.address'),
    translate('printed.summary'),
    translate('printed.words'),
    translate('printed.captured'),
  ]
}

/** One article as a row. Lists are joined by a semicolon. */
export function articleRow(
  article: Article,
  translate: Translate,
  tagOf: (id: TagId) => Tag | undefined,
): readonly CellValue[] {
  const nameOf = (id: TagId): string => {
    const tag = tagOf(id)
    return tag === undefined ? id : tagName(tag, translate.language)
  }
  return [
    article.id,
    article.published?.length === 10 ? { day: article.published } : (article.published ?? ''),
    article.title,
    article.subtitle,
    article.outlet,
    article.authors.join('; '),
    translate(`printed.kinds.${article.kind}`),
    translate(`printed.languages.${article.language}`),
    ...TAG_KINDS.map((kind) => article.tags[kind].map(nameOf).join('; ')),
    article.url,
    article.summary,
    article.body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    { day: article.created.slice(0, 10) },
  ]
}
