import { SaxesParser } from 'saxes'
import { AppError } from '../../contract/app-error.ts'
import type { Charset } from '../charset/charset.ts'
import { charsetOfName } from '../charset/charset.ts'
import { decodeText } from '../charset/decode-text.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { refuseDoctype } from '../office/read-zip.ts'
import type { ReadFault, ReadPiece, ReadResult } from '../read-result.ts'

type Post = Map<string, string>

const FIELDS = new Set([
  'title',
  'link',
  'pubDate',
  'dc:creator',
  'content:encoded',
  'excerpt:encoded',
  'wp:post_date',
  'wp:post_type',
  'wp:status',
  'wp:post_id',
])
const LONGEST_POST = 5_000_000

/** WordPress marks paragraphs by blank lines and its blocks by comments; shortcodes are orders to plug-ins. */
function toHtml(content: string): string {
  const clean = content
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\[caption[^\]]*\]([\s\S]*?)\[\/caption\]/g, '<p>$1</p>')
    .replace(/\[\/?[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]]+))*\s*\/?\]/gi, '')
  if (/<p[\s>]/i.test(clean)) return clean
  return clean
    .split(/\n\s*\n/)
    .map((part) =>
      /^\s*<(?:h\d|ul|ol|table|blockquote|div|figure)/i.test(part)
        ? part
        : `<p>${part.trim().replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n')
}

function toPiece(post: Post, keywords: readonly string[], site: string): ReadPiece {
  const url = post.get('link') ?? ''
  const { markdown, notices } = htmlToMarkdown(toHtml(post.get('content:encoded') ?? ''), {
    baseUrl: url,
    imageName: () => null,
  })
  const title = post.get('title') ?? ''
  const summary = (post.get('excerpt:encoded') ?? '').trim()
  const published = post.get('wp:post_date') ?? post.get('pubDate') ?? ''
  const author = post.get('dc:creator') ?? ''
  return {
    name: title || `post ${post.get('wp:post_id') ?? ''}`.trim(),
    body: { kind: 'markdown', text: markdown },
    stated: {
      ...(title === '' ? {} : { title }),
      ...(published === '' || published.startsWith('0000') ? {} : { published: published.slice(0, 40) }),
      ...(site === '' ? {} : { outlet: site }),
      ...(url === '' ? {} : { url }),
      ...(author === '' ? {} : { authors: [author] }),
      ...(keywords.length === 0 ? {} : { keywords }),
      ...(summary === '' ? {} : { summary }),
    },
    files: [],
    doubts: [],
    notices,
  }
}

function endPost(
  post: Post,
  keywords: readonly string[],
  site: string,
  pieces: ReadPiece[],
  faults: ReadFault[],
): void {
  const type = post.get('wp:post_type') ?? 'post'
  const name = post.get('title') || `post ${post.get('wp:post_id') ?? ''}`
  if (type !== 'post' && type !== 'page') {
    faults.push({ name, outcome: 'skipped', code: 'unknown-format', message: `It is no post but ${type}.` })
    return
  }
  try {
    pieces.push(toPiece(post, keywords, site))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    faults.push({ name, outcome: 'failed', code: error.code, message: error.message })
  }
}

/**
 * Reads posts and pages of a WordPress export; menus, attachments and other records are named as skipped.
 *
 * @throws AppError `unreadable-source`
 */
export function readWxr(bytes: Uint8Array, charset: Charset | null): ReadResult {
  const prolog = /encoding\s*=\s*["']([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]
  const { text } = decodeText(bytes, { chosen: charset, declared: prolog === undefined ? null : charsetOfName(prolog) })
  refuseDoctype(text.slice(0, 10_000))
  const pieces: ReadPiece[] = []
  const faults: ReadFault[] = []
  let post: Post | null = null
  let keywords: string[] = []
  let value = ''
  let site = ''
  const path: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw new AppError('unreadable-source', `The export is damaged: ${error.message}`, {}, { cause: error })
  })
  parser.on('opentag', ({ name }) => {
    path.push(name)
    if (path.length > 64) throw new AppError('too-large', 'The export has elements too deep in each other.')
    value = ''
    if (name === 'item') [post, keywords] = [new Map(), []]
  })
  const collect = (part: string): void => {
    if (value.length < LONGEST_POST) value += part
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', ({ name }) => {
    path.pop()
    if (name === 'item' && post !== null) {
      endPost(post, keywords, site, pieces, faults)
      post = null
    } else if (post !== null && name === 'category') keywords.push(value.trim())
    else if (post !== null && FIELDS.has(name)) post.set(name, name === 'content:encoded' ? value : value.trim())
    else if (post === null && name === 'title' && path.at(-1) === 'channel') site = value.trim()
  })
  parser.write(text).close()
  return { pieces, members: [], faults }
}
