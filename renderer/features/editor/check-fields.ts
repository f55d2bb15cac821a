import * as v from 'valibot'
import { articleFields } from '../../../core/contract/schemas.ts'
import type { ArticleFields } from '../../../core/model/article.ts'
import { formatDayShort } from '../../../core/model/locale.ts'
import type { Language } from '../../../core/model/language.ts'
import { parseTypedDay } from '../../../core/model/typed-day.ts'

/** What the form holds: as the fields of an article, with dates and authors still as typed. */
export interface FormValues extends Omit<ArticleFields, 'published' | 'authors'> {
  readonly published: string
  readonly authors: string
}

export type FieldName = keyof ArticleFields

/** What the form shows for an article. */
export function formValuesOf(fields: ArticleFields, language: Language): FormValues {
  return {
    ...fields,
    published: fields.published === null ? '' : formatDayShort(fields.published, language),
    authors: fields.authors.join(', '),
  }
}

/** The fields that the form means; a date that is none stays null. */
export function fieldsOf(values: FormValues): ArticleFields {
  return {
    ...values,
    published: parseTypedDay(values.published),
    authors: values.authors
      .split(/[,;]/)
      .map((author) => author.trim())
      .filter((author) => author !== ''),
    title: values.title.trim(),
    outlet: values.outlet.trim(),
    url: values.url.trim(),
  }
}

/** Fields that cannot be saved as they are, by the contract's own checks; the first is where the focus goes. */
export function wrongFields(values: FormValues): readonly FieldName[] {
  const wrong = new Set<FieldName>()
  if (values.published.trim() !== '' && parseTypedDay(values.published) === null) wrong.add('published')
  if (values.url.trim() !== '' && !/^(?:https?:\/\/|mailto:)\S+$/i.test(values.url.trim())) wrong.add('url')
  const result = v.safeParse(articleFields, fieldsOf(values))
  for (const issue of result.issues ?? []) {
    const key: unknown = issue.path?.[0].key
    const name = FIELD_NAMES.find((field) => field === key)
    if (name !== undefined) wrong.add(name)
  }
  return FIELD_NAMES.filter((name) => wrong.has(name))
}

/** In the order of the form. */
const FIELD_NAMES = Object.keys(articleFields.entries).filter(
  (name): name is FieldName => name in articleFields.entries,
)

/** The same fields as plain arrays, as the contract's schema names them. */
export function sendable(fields: ArticleFields) {
  const { title, subtitle, published, outlet, kind, language, url, summary, notes, story, body } = fields
  const { initiative, partner, topic } = fields.tags
  return {
    ...{ title, subtitle, published, outlet, kind, language, url, summary, notes, story, body },
    authors: [...fields.authors],
    tags: { initiative: [...initiative], partner: [...partner], topic: [...topic] },
  }
}
