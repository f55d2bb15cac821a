import { isArticleId } from '../model/article-id.ts'
import { ARTICLE_KINDS, type Article, type Attachment, type ImportRecord } from '../model/article.ts'
import { isPartialDay } from '../model/calendar-day.ts'
import { ARTICLE_LANGUAGES } from '../model/language.ts'
import { isTagId, TAG_KINDS, type TagId, type TagsByKind } from '../model/tag.ts'
import type { YamlValue } from './yaml-text.ts'

/** What a front matter holds: an article without its body and its version. */
export type ArticleHead = Omit<Article, 'body' | 'version'>

/** A value of a front matter that does not fit its key. The file's own text stays until the user changes that field. */
export interface ValueProblem {
  readonly key: string
  readonly message: string
}

type Values = { readonly [key: string]: YamlValue }

/** All keys that the program knows, in the order in which they are written. */
export const HEAD_KEYS = [
  'id',
  'title',
  'subtitle',
  'published',
  'outlet',
  'authors',
  'kind',
  'language',
  'url',
  'tags',
  'attachments',
  'story',
  'summary',
  'notes',
  'imported',
  'created',
  'updated',
] as const satisfies readonly (keyof ArticleHead)[]
export type HeadKey = (typeof HEAD_KEYS)[number]

/** Stands for a time that a file written by hand does not give. */
const NO_TIME = '1970-01-01T00:00:00.000Z'

function isMap(value: YamlValue | undefined): value is Values {
  return typeof value === 'object' && !Array.isArray(value)
}

function textOf(value: YamlValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function isList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value)
}

function listOf(value: YamlValue | undefined): readonly YamlValue[] {
  if (isList(value)) return value
  return typeof value === 'string' && value !== '' ? [value] : []
}

function textsOf(value: YamlValue | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string')
}

function tagsOf(value: YamlValue | undefined): TagsByKind {
  const map = isMap(value) ? value : {}
  const ids = (kind: string): readonly TagId[] => [...new Set(textsOf(map[kind]).filter((text) => isTagId(text)))]
  return { initiative: ids('initiative'), partner: ids('partner'), topic: ids('topic') }
}

function attachmentsOf(value: YamlValue | undefined): readonly Attachment[] {
  return listOf(value).flatMap((item): readonly Attachment[] => {
    if (!isMap(item)) return []
    const { name, size, sha256, role } = item
    if (typeof name !== 'string' || name === '' || typeof sha256 !== 'string') return []
    const known = role === 'original' || role === 'image' ? role : 'file'
    return [{ name, size: Number(textOf(size)) || 0, sha256, role: known }]
  })
}

function importedOf(value: YamlValue | undefined): ImportRecord | null {
  if (!isMap(value)) return null
  const headline = textOf(value.headline)
  const record = { source: textOf(value.source), batch: textOf(value.batch), doubts: textsOf(value.doubts) }
  return headline === '' ? record : { ...record, headline }
}

function timeOf(value: YamlValue | undefined): string {
  const text = textOf(value)
  const time = new Date(text)
  return text === '' || Number.isNaN(time.getTime()) ? NO_TIME : time.toISOString()
}

/**
 * Turns the values of a front matter into an article's head. What does not fit is read as "not known".
 *
 * @returns null where there is no id: then the file is no article.
 */
export function readHead(values: ReadonlyMap<string, YamlValue>): ArticleHead | null {
  const id = textOf(values.get('id'))
  if (!isArticleId(id)) return null
  const [published, kind, language] = [values.get('published'), values.get('kind'), values.get('language')].map(textOf)
  return {
    id,
    title: textOf(values.get('title')),
    subtitle: textOf(values.get('subtitle')),
    published: published !== undefined && isPartialDay(published) ? published : null,
    outlet: textOf(values.get('outlet')),
    authors: textsOf(values.get('authors')),
    kind: ARTICLE_KINDS.find((known) => known === kind) ?? 'coverage',
    language: ARTICLE_LANGUAGES.find((known) => known === language) ?? 'other',
    url: textOf(values.get('url')),
    tags: tagsOf(values.get('tags')),
    attachments: attachmentsOf(values.get('attachments')),
    story: textOf(values.get('story')),
    summary: textOf(values.get('summary')),
    notes: textOf(values.get('notes')),
    imported: importedOf(values.get('imported')),
    created: timeOf(values.get('created')),
    updated: timeOf(values.get('updated')),
  }
}

/** Everything in a front matter that was read as "not known" although something is written there. */
export function findValueProblems(values: ReadonlyMap<string, YamlValue>): readonly ValueProblem[] {
  const problems: ValueProblem[] = []
  const add = (key: string, message: string) => void problems.push({ key, message })
  const published = values.get('published')
  if (published !== undefined && published !== '' && !isPartialDay(textOf(published))) {
    add('published', `"${textOf(published)}" is no date yyyy-MM-dd, yyyy-MM or yyyy.`)
  }
  const kind = textOf(values.get('kind'))
  if (!ARTICLE_KINDS.some((known) => known === kind)) add('kind', `"${kind}" is neither own nor coverage.`)
  const language = textOf(values.get('language'))
  if (!ARTICLE_LANGUAGES.some((known) => known === language)) add('language', `"${language}" is none of the languages.`)
  const tags = values.get('tags')
  for (const tagKind of TAG_KINDS) {
    for (const tag of textsOf(isMap(tags) ? tags[tagKind] : undefined)) {
      if (!isTagId(tag)) add('tags', `"${tag}" is no tag id.`)
    }
  }
  return problems
}

/** Keeps what a map of the old file holds beyond what the program knows. */
function withForeign(known: Values, old: YamlValue | undefined, knownKeys: readonly string[]): Values {
  if (!isMap(old)) return known
  return { ...known, ...Object.fromEntries(Object.entries(old).filter(([key]) => !knownKeys.includes(key))) }
}

function tagValues(tags: TagsByKind, old: YamlValue | undefined): YamlValue | null {
  const entries = TAG_KINDS.map((kind): readonly [string, readonly YamlValue[]] => {
    const foreign = listOf(isMap(old) ? old[kind] : undefined).filter((tag) => typeof tag !== 'string' || !isTagId(tag))
    return [kind, [...tags[kind], ...foreign]]
  }).filter(([, list]) => list.length > 0)
  const map = withForeign(Object.fromEntries(entries), old, TAG_KINDS)
  return Object.keys(map).length === 0 ? null : map
}

const ATTACHMENT_KEYS = ['name', 'size', 'sha256', 'role']

function attachmentValues(attachments: readonly Attachment[], old: YamlValue | undefined): YamlValue | null {
  if (attachments.length === 0) return null
  return attachments.map((attachment) => {
    const before = listOf(old).find((item) => isMap(item) && item.name === attachment.name)
    const { name, size, sha256, role } = attachment
    return withForeign({ name, size: String(size), sha256, role }, before, ATTACHMENT_KEYS)
  })
}

function importedValues(imported: ImportRecord | null, old: YamlValue | undefined): YamlValue | null {
  if (imported === null) return null
  const { source, batch, headline, doubts } = imported
  const known = { source, batch, ...(headline === undefined ? {} : { headline }), doubts }
  return withForeign(known, old, ['source', 'batch', 'headline', 'doubts'])
}

/**
 * The YAML value of one key, or null where the key is left out because there is nothing to say.
 *
 * @param old what the file held under the key; parts that the program does not know are kept
 */
export function writeHeadValue(head: ArticleHead, key: HeadKey, old: YamlValue | undefined): YamlValue | null {
  switch (key) {
    case 'tags':
      return tagValues(head.tags, old)
    case 'attachments':
      return attachmentValues(head.attachments, old)
    case 'imported':
      return importedValues(head.imported, old)
    case 'authors':
      return head.authors.length === 0 ? null : head.authors
    case 'id':
    case 'title':
      return head[key]
    case 'published':
    case 'subtitle':
    case 'outlet':
    case 'kind':
    case 'language':
    case 'url':
    case 'story':
    case 'summary':
    case 'notes':
    case 'created':
    case 'updated':
      return head[key] === '' ? null : head[key]
  }
}
