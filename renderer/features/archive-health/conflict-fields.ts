import type { Article, ArticleFields } from '../../../core/model/article.ts'
import { formatDay } from '../../../core/model/locale.ts'
import { TAG_KINDS } from '../../../core/model/tag.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** Fields of an article in the order in which versions are compared. */
export const COMPARED_FIELDS = [
  'title',
  'subtitle',
  'published',
  'outlet',
  'authors',
  'kind',
  'language',
  'url',
  'tags',
  'summary',
  'notes',
  'story',
  'body',
] as const satisfies readonly (keyof ArticleFields)[]
export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** The value of a field as text, for people. */
export function fieldText(fields: ArticleFields, field: ComparedField, translate: Translate): string {
  switch (field) {
    case 'published':
      return fields.published === null ? '' : formatDay(fields.published, translate.language)
    case 'authors':
      return fields.authors.join(', ')
    case 'kind':
      return translate(`shell.kinds.${fields.kind}`)
    case 'language':
      return translate(`shell.languages.${fields.language}`)
    case 'tags':
      return TAG_KINDS.flatMap((kind) => fields.tags[kind]).join(', ')
    case 'title':
    case 'subtitle':
    case 'outlet':
    case 'url':
    case 'summary':
    case 'notes':
    case 'story':
    case 'body':
      return fields[field]
  }
}

function isEqual(left: ArticleFields, right: ArticleFields, field: ComparedField): boolean {
  return JSON.stringify(left[field]) === JSON.stringify(right[field])
}

/** Fields in which the versions are not all alike. */
export function differingFields(versions: readonly ArticleFields[]): readonly ComparedField[] {
  const [first] = versions
  if (first === undefined) return []
  return COMPARED_FIELDS.filter((field) => versions.some((version) => !isEqual(first, version, field)))
}

/** The article made of chosen fields; `choice` names the version of a field, the first where nothing is chosen. */
export function chosenFields(
  versions: readonly Article[],
  choice: Readonly<Partial<Record<ComparedField, number>>>,
): ArticleFields | null {
  const [first] = versions
  if (first === undefined) return null
  const from = (field: ComparedField): ArticleFields => versions[choice[field] ?? 0] ?? first
  return {
    title: from('title').title,
    subtitle: from('subtitle').subtitle,
    published: from('published').published,
    outlet: from('outlet').outlet,
    authors: from('authors').authors,
    kind: from('kind').kind,
    language: from('language').language,
    url: from('url').url,
    tags: from('tags').tags,
    summary: from('summary').summary,
    notes: from('notes').notes,
    story: from('story').story,
    body: from('body').body,
  }
}
