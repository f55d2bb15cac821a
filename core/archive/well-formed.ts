import type { ArticleFields, ImportRecord } from '../model/article.ts'
import type { TagKind, TagsByKind } from '../model/tag.ts'

function repair<Value>(value: Value): Value {
  if (typeof value === 'string') {
    // The same type comes out that went in: text for text.
    return value.toWellFormed() as Value
  }
  // As above, for lists and maps of text.
  if (Array.isArray(value)) return value.map((item: unknown) => repair(item)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, repair(item)])) as Value
}

/** Replaces lone halves of surrogate pairs, which no file in UTF-8 can hold, and drops tags named twice. */
export function wellFormed(fields: ArticleFields): ArticleFields {
  const { tags, ...rest } = repair(fields)
  const unique = (ids: TagsByKind[TagKind]) => [...new Set(ids)]
  return {
    ...rest,
    tags: { initiative: unique(tags.initiative), partner: unique(tags.partner), topic: unique(tags.topic) },
  }
}

/** The same for how an article came in; an empty headline is none. */
export function wellFormedImport(imported: ImportRecord): ImportRecord {
  const { headline, ...rest } = repair(imported)
  return headline === undefined || headline === '' ? rest : { ...rest, headline }
}

/** The parts of an article that a person can write. */
export function fieldsOf(article: ArticleFields): ArticleFields {
  const { title, subtitle, published, outlet, authors, kind, language, url, tags, summary, notes, story, body } =
    article
  return { title, subtitle, published, outlet, authors, kind, language, url, tags, summary, notes, story, body }
}
