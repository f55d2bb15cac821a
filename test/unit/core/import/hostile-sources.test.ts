import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { readArticles, type ArticlesOfSource } from '../../../../core/import/read-articles.ts'
import { BOMBS, LONG_LINES } from '../../../support/bombs.ts'
import { hostileFiles } from '../../../support/hostile-files.ts'
import { hostilePieces } from '../../../support/hostile-html.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

async function read(name: string, source: string | Uint8Array): Promise<ArticlesOfSource> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  return readArticles({
    request: { name, bytes, charset: null },
    options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
  })
}

/** Everything in a text that could act when shown: raw HTML, links of other schemes, images that are no files of the source. */
function dangers(node: Nodes): readonly string[] {
  const own =
    node.type === 'html'
      ? [node.value]
      : node.type === 'link' || node.type === 'definition'
        ? /^(?:https?:|mailto:)/i.test(node.url)
          ? []
          : [node.url]
        : node.type === 'image'
          ? !/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)
            ? []
            : [node.url]
          : []
  return [...own, ...('children' in node ? node.children.flatMap((child) => dangers(child)) : [])]
}

async function dangersOf(name: string, source: string | Uint8Array): Promise<readonly string[]> {
  const { articles } = await read(name, source)
  return articles.flatMap(({ recognised }) => dangers(parser.parse(recognised.fields.body)))
}

const PIECES = hostilePieces()
const FRAME = 'The museum opened its doors to visitors of all ages on Monday morning.'

function rssOf(content: string): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title><item><title>T</title><content:encoded><![CDATA[${content.replaceAll(']]>', ']]&gt;')}]]></content:encoded></item></channel></rss>`
}

describe('hostile HTML', () => {
  it('comes in at least 500 kinds', () => {
    expect(new Set(PIECES).size).toBeGreaterThanOrEqual(500)
  })

  it('is seen by the check itself', () => {
    expect(dangers(parser.parse('<b onclick=x>a</b> [a](javascript:x) ![](//spy.example/a.png)'))).toHaveLength(4)
  })

  it('leaves nothing live in a page, a mail, a feed, a table or a plain text', async () => {
    const live: string[] = []
    for (const piece of PIECES) {
      const html = `<p>${FRAME}</p>${piece}<p>${FRAME}</p>`
      const sources: readonly (readonly [string, string])[] = [
        ['page.html', `<html><body>${html}</body></html>`],
        ['mail.eml', `From: a@b.example\nSubject: x\nContent-Type: text/html\n\n${html}`],
        ['feed.xml', rssOf(html)],
        ['rows.json', JSON.stringify([{ title: 'T', body: html }])],
        ['text.md', html],
        ['inline.md', `${FRAME} ${piece.replaceAll('\n', ' ')} ${FRAME}`],
        ['text.txt', `${FRAME}\n${piece.replaceAll('\n', ' ')}\n${FRAME}`],
      ]
      for (const [name, source] of sources) {
        for (const danger of await dangersOf(name, source)) live.push(`${name} ${piece} -> ${danger}`)
      }
    }
    expect(live).toEqual([])
  })
})

/** Plain words and links are kept as words: of these nothing is left out. */
const NOTHING_LEFT_OUT = new Set(['hostile.txt', 'hostile.doc', 'hostile.pdf'])

describe('every kind of hostile piece in one file of each format', () => {
  const files = Object.entries(hostileFiles())

  it.each(files)('%s holds nothing live', async (name, bytes) => {
    const source = await read(name, bytes)
    const [member] = source.members
    const { articles } = member === undefined ? source : await read(member.name, member.bytes)
    expect(articles.length).toBeGreaterThan(0)
    const live = articles.flatMap(({ recognised }) => dangers(parser.parse(recognised.fields.body)))
    expect(live).toEqual([])
    expect(articles[0]?.recognised.fields.body.length).toBeGreaterThan(500)
    const notices = articles.flatMap((article) => article.notices)
    expect(notices.some((notice) => notice.startsWith('Left out'))).toBe(!NOTHING_LEFT_OUT.has(name))
  })
})

describe('bombs', () => {
  it('are at least forty', () => {
    expect(BOMBS.length + LONG_LINES.length).toBeGreaterThanOrEqual(40)
  })

  it.each(BOMBS)('%s is refused with a reason', async (_, name, make) => {
    await expect(
      read(name, make()).then(({ articles }) =>
        articles.length === 0 ? Promise.reject(new Error('empty')) : articles,
      ),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:too-large|unreadable-source|unknown-format|empty-file)$/),
    })
  })

  it.each(LONG_LINES)('%s is read in time', async (_, name, make) => {
    const { articles } = await read(name, make())
    expect(articles[0]!.recognised.fields.title.length).toBeLessThanOrEqual(2_000)
  })
})
