import { parseDocument } from 'yaml'
import { AppError } from '../../contract/app-error.ts'
import type { ArticleKind } from '../../model/article.ts'
import { isTagId, NO_TAGS, TAG_KINDS, type TagId, type TagsByKind } from '../../model/tag.ts'
import type { Charset } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import { onePiece, type ReadResult, type StatedFields } from '../read-result.ts'
import { cleanMarkdown } from '../text/clean-markdown.ts'
import { languageOfName } from '../recognise/stated-language.ts'

const LONGEST_FRONT_MATTER = 64_000

type Entries = ReadonlyMap<string, unknown>

function splitFrontMatter(text: string): { readonly yaml: string | null; readonly body: string } {
  if (!/^---[ \t]*\n/.test(text)) return { yaml: null, body: text }
  const end = /\n---[ \t]*(?:\n|$)/.exec(text)
  if (end === null) {
    throw new AppError('unreadable-source', 'The front matter has no closing line of three hyphens.')
  }
  return { yaml: text.slice(text.indexOf('\n') + 1, end.index + 1), body: text.slice(end.index + end[0].length) }
}

/** Values are text, lists and maps only (failsafe): `no`, `012` and dates stay as they are printed; no code, no aliases. */
function parseFrontMatter(yaml: string): Entries {
  if (yaml.length > LONGEST_FRONT_MATTER) throw new AppError('too-large', 'The front matter is longer than 64 kB.')
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: true, merge: false })
  const [fault] = document.errors
  if (fault !== undefined) {
    const message = fault.message.split('\n')[0] ?? 'not valid YAML'
    throw new AppError('unreadable-source', `The front matter does not parse: ${message}`)
  }
  let value: unknown
  try {
    value = document.toJS({ mapAsMap: true, maxAliasCount: 0 })
  } catch (error) {
    throw new AppError('unreadable-source', 'The front matter uses aliases, which are refused.', {}, { cause: error })
  }
  if (value === null || value === '') return new Map()
  if (!(value instanceof Map))
    throw new AppError('unreadable-source', 'The front matter is no list of keys and values.')
  return new Map([...value].map(([key, entry]): [string, unknown] => [String(key).toLowerCase(), entry]))
}

function firstText(entries: Entries, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = entries.get(key)
    if (typeof value === 'string' && value.trim() !== '' && value.trim() !== 'null') return value.trim()
  }
  return undefined
}

function firstList(entries: Entries, keys: readonly string[]): readonly string[] {
  for (const key of keys) {
    const value = entries.get(key)
    if (Array.isArray(value))
      return value.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []))
    if (typeof value === 'string' && value.trim() !== '') return value.split(/\s*[,;]\s*/).filter((item) => item !== '')
  }
  return []
}

function ownTags(value: unknown): TagsByKind | undefined {
  if (!(value instanceof Map)) return undefined
  const tags = { ...NO_TAGS } as Record<(typeof TAG_KINDS)[number], readonly TagId[]>
  for (const kind of TAG_KINDS) {
    const list: unknown = value.get(kind)
    if (Array.isArray(list))
      tags[kind] = list.filter((item): item is TagId => typeof item === 'string' && isTagId(item))
  }
  return tags
}

function kindOf(text: string | undefined): ArticleKind | undefined {
  return text === 'own' || text === 'coverage' ? text : undefined
}

/** Drops keys without a value, which the types ask for. */
function present(fields: { readonly [Key in keyof StatedFields]: StatedFields[Key] | undefined }): StatedFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function statedFields(entries: Entries): StatedFields {
  const authors = firstList(entries, ['authors', 'author', 'by', 'byline', 'автор', 'авторы'])
  const keywords =
    entries.get('tags') instanceof Map
      ? []
      : firstList(entries, ['tags', 'keywords', 'categories', 'category', 'topics'])
  const language = firstText(entries, ['language', 'lang', 'locale'])
  return present({
    title: firstText(entries, ['title', 'headline', 'name', 'заголовок', 'тақырып']),
    subtitle: firstText(entries, ['subtitle', 'subheadline', 'lead', 'подзаголовок']),
    published: firstText(entries, [
      'published',
      'date',
      'pubdate',
      'publish_date',
      'publishdate',
      'date_published',
      'datepublished',
      'published_at',
      'дата',
      'күні',
    ]),
    outlet: firstText(entries, [
      'outlet',
      'publication',
      'publisher',
      'site_name',
      'site',
      'newspaper',
      'источник',
      'издание',
    ]),
    authors: authors.length > 0 ? authors : undefined,
    url: [firstText(entries, ['url', 'link', 'canonical', 'canonical_url', 'permalink', 'source_url', 'source'])].find(
      (url) => url !== undefined && /^https?:\/\//i.test(url),
    ),
    language: language === undefined ? undefined : languageOfName(language),
    kind: kindOf(firstText(entries, ['kind'])),
    tags: ownTags(entries.get('tags')),
    keywords: keywords.length > 0 ? keywords : undefined,
    summary: firstText(entries, ['summary', 'description', 'excerpt', 'abstract']),
    notes: firstText(entries, ['notes', 'note']),
  })
}

/**
 * Reads a Markdown file, with front matter of our own or of common site generators.
 *
 * @throws AppError `unreadable-source` where the front matter does not parse
 */
export function readMarkdown(bytes: Uint8Array, charset: Charset | null): ReadResult {
  const { text, doubtful } = decodeText(bytes, { chosen: charset })
  const { yaml, body } = splitFrontMatter(text)
  const stated = yaml === null ? {} : statedFields(parseFrontMatter(yaml))
  const { markdown, notices } = cleanMarkdown(body.trim())
  return onePiece({ body: { kind: 'markdown', text: markdown }, stated, doubts: doubtful ? ['charset'] : [], notices })
}
