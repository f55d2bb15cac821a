import { parseFeed } from 'feedsmith'
import { AppError } from '../../contract/app-error.ts'
import { charsetOfName, type Charset } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { refuseDoctype } from '../office/read-zip.ts'
import type { ReadPiece, ReadResult } from '../read-result.ts'
import { languageOfName } from '../recognise/stated-language.ts'

/** The parts of an entry that all kinds of feeds share. */
interface FeedEntry {
  readonly title: string
  readonly url: string
  readonly published: string
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
  readonly content: string
}

type Json = Readonly<Record<string, unknown>>

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

/** Text of a value that may be a string or an object with `value`, `name` or `href`. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (!isJson(value)) return ''
  return textOf(value['value'] ?? value['name'] ?? value['href'] ?? value['encoded'] ?? value['term'])
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== '')
}

function toEntry(item: Json): FeedEntry {
  const core = isJson(item['dc']) ? item['dc'] : {}
  const guid = textOf(item['guid'])
  const links = listOf(item['links'])
  const link = links.find((candidate) => candidate['rel'] === undefined || candidate['rel'] === 'alternate') ?? links[0]
  const byline = [...textsOf(item['authors']), ...textsOf(core['creators']), ...textsOf(core['creator'])]
  return {
    title: textOf(item['title']),
    url: textOf(item['link']) || textOf(item['url']) || textOf(link) || (/^https?:/.test(guid) ? guid : ''),
    published:
      textOf(item['pubDate']) ||
      textOf(item['published']) ||
      textOf(item['date_published']) ||
      (textsOf(core['dates'])[0] ?? '') ||
      textOf(core['date']) ||
      textOf(item['updated']),
    authors: [
      ...new Set(byline.map((name) => /\(([^)]+)\)\s*$/.exec(name)?.[1] ?? name).filter((name) => !name.includes('@'))),
    ],
    keywords: [...textsOf(item['categories']), ...textsOf(item['tags'])],
    content:
      [item['content'], item['content_html'], item['content_text'], item['description'], item['summary']]
        .map(textOf)
        .find((text) => text !== '') ?? '',
  }
}

function toPiece(entry: FeedEntry, place: number, outlet: string, language: string): ReadPiece {
  const { markdown, notices } = htmlToMarkdown(entry.content, { baseUrl: entry.url, imageName: () => null })
  const code = languageOfName(language)
  return {
    name: entry.title || `entry ${place + 1}`,
    body: { kind: 'markdown', text: markdown },
    stated: {
      ...(entry.title === '' ? {} : { title: htmlToPlain(entry.title) }),
      ...(entry.published === '' ? {} : { published: entry.published }),
      ...(outlet === '' ? {} : { outlet }),
      ...(entry.url === '' ? {} : { url: entry.url }),
      ...(entry.authors.length === 0 ? {} : { authors: entry.authors }),
      ...(entry.keywords.length === 0 ? {} : { keywords: entry.keywords }),
      ...(code === undefined ? {} : { language: code }),
    },
    files: [],
    doubts: [],
    notices,
  }
}

/** Titles of feeds often carry entities a second time. */
function htmlToPlain(title: string): string {
  if (!/[<&]/.test(title)) return title
  return htmlToMarkdown(title, { baseUrl: '', imageName: () => null })
    .markdown.replace(/\\([\\`*_[\]<>#])/g, '$1')
    .replace(/\s+/g, ' ')
}

function parse(text: string): Json {
  try {
    const parsed: unknown = parseFeed(text)
    const feed = isJson(parsed) ? parsed['feed'] : null
    if (isJson(feed)) return feed
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The feed is damaged: ${reason}`, {}, { cause: error })
  }
  throw new AppError('unreadable-source', 'The feed has no entries.')
}

/**
 * Reads the entries of an RSS, Atom or JSON feed. Nothing behind its links is fetched.
 *
 * @throws AppError `unreadable-source`, `too-large`
 */
export function readFeed(bytes: Uint8Array, charset: Charset | null): ReadResult {
  const prolog = /encoding\s*=\s*["']([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]
  const { text } = decodeText(bytes, { chosen: charset, declared: prolog === undefined ? null : charsetOfName(prolog) })
  refuseDoctype(text.slice(0, 10_000))
  const feed = parse(text)
  const [outlet, language] = [textOf(feed['title']), textOf(feed['language'])]
  const items = [...listOf(feed['items']), ...listOf(feed['entries'])]
  if (items.length === 0) throw new AppError('unreadable-source', 'The feed has no entries.')
  return {
    pieces: items.map((item, place) => toPiece(toEntry(item), place, outlet, language)),
    members: [],
    faults: [],
  }
}
