import { zipSync } from 'fflate'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { readArticles, type ArticlesOfSource } from '../../../../core/import/read-articles.ts'
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
  })
})

const BOMBS: readonly (readonly [string, string, () => string | Uint8Array])[] = [
  ['100,000 nested elements', 'a.html', () => '<div>'.repeat(100_000)],
  ['100,000 nested bold', 'a.html', () => '<b>'.repeat(100_000)],
  [
    'nested elements in a mail',
    'a.eml',
    () => `From: a@b.example\nSubject: x\nContent-Type: text/html\n\n${'<div>'.repeat(50_000)}`,
  ],
  ['nested elements in a feed', 'a.xml', () => rssOf('<i>'.repeat(50_000))],
  ['a zip of zeros', 'a.zip', () => zipSync({ 'a.txt': new Uint8Array(30_000_000) }, { level: 9 })],
  [
    'a Word document of zeros',
    'a.docx',
    () => zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }, { level: 9 }),
  ],
  [
    'an OpenDocument text of zeros',
    'a.odt',
    () => zipSync({ 'content.xml': new Uint8Array(30_000_000) }, { level: 9 }),
  ],
  ['a workbook of zeros', 'a.xlsx', () => zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 })],
  [
    'a zip of 25,000 files',
    'a.zip',
    () =>
      zipSync(Object.fromEntries(Array.from({ length: 25_000 }, (_, at) => [`${at}.txt`, new Uint8Array(1)])), {
        level: 0,
      }),
  ],
  ['an empty zip', 'a.zip', () => zipSync({})],
  [
    'entities in Word',
    'a.docx',
    () => zipSync({ 'word/document.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }),
  ],
  [
    'entities in OpenDocument',
    'a.odt',
    () => zipSync({ 'content.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }),
  ],
  [
    'nested OpenDocument lists',
    'a.odt',
    () => zipSync({ 'content.xml': Buffer.from(`<x>${'<text:list>'.repeat(5_000)}`) }),
  ],
  [
    'entities in a WordPress export',
    'a.xml',
    () =>
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>',
  ],
  [
    'nested WordPress elements',
    'a.xml',
    () => `<rss xmlns:wp="http://wordpress.org/export/1.2/">${'<a>'.repeat(10_000)}`,
  ],
  ['nested RTF groups', 'a.rtf', () => `{\\rtf1${'{'.repeat(100_000)}`],
  ['RTF that claims 2 GB of data', 'a.rtf', () => '{\\rtf1\\bin2147483647 x}'],
  ['RTF without end', 'a.rtf', () => '{\\rtf1 '],
  [
    '100,000 MIME parts',
    'a.eml',
    () => `From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}`,
  ],
  [
    'MIME parts 60 deep',
    'a.eml',
    () =>
      `From: a@b.example\nSubject: x\n${Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join('')}`,
  ],
  ['a mail header of 10 MB', 'a.eml', () => `From: a@b.example\nSubject: ${'x'.repeat(10_000_000)}\n\nx`],
  ['YAML aliases', 'a.md', () => `---\na: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n---\nText`],
  ['YAML nested 100,000 deep', 'a.md', () => `---\na: ${'['.repeat(60_000)}\n---\nText`],
  ['front matter of 100 kB', 'a.md', () => `---\na: ${'x'.repeat(100_000)}\n---\nText`],
  ['YAML with the same key twice', 'a.md', () => '---\ntitle: a\ntitle: b\n---\nText'],
  ['JSON nested 1,000,000 deep', 'a.json', () => '['.repeat(1_000_000)],
  ['JSON without records', 'a.json', () => '[1,2,3]'],
  ['a table without head', 'a.csv', () => '1;2;3\n'.repeat(10)],
  ['a PDF of nothing', 'a.pdf', () => '%PDF-1.7\n%%EOF'],
  [
    'a PDF whose pages loop',
    'a.pdf',
    () =>
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  ],
  ['a PDF that is cut', 'a.pdf', () => '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R'],
  [
    'an old Word file that is cut',
    'a.doc',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]),
  ],
  [
    'an Outlook mail that is cut',
    'a.msg',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
  ],
  [
    'a saved page without a page',
    'a.mhtml',
    () => 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--',
  ],
  ['zeros', 'a.txt', () => new Uint8Array(1_000_000)],
  ['a program', 'a.txt', () => Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
]
const LONG: readonly (readonly [string, string, () => string])[] = [
  ['a line of 5 MB', 'a.txt', () => 'слово '.repeat(500_000)],
  ['a word of 5 MB', 'a.txt', () => 'ә'.repeat(2_500_000)],
  ['open brackets', 'a.md', () => '![['.repeat(20_000)],
  ['open links', 'a.txt', () => '[a]('.repeat(50_000)],
  ['stars', 'a.txt', () => '*'.repeat(200_000)],
  ['digits and points', 'a.txt', () => '1.2.3.4/5-'.repeat(50_000)],
  ['100,000 lines', 'a.txt', () => 'Source: x\n'.repeat(100_000)],
  ['capitals', 'a.txt', () => `${'CAPITALS AND MORE '.repeat(20_000)}\n${'Capitals and more. '.repeat(20_000)}`],
]

describe('bombs', () => {
  it('are at least forty', () => {
    expect(BOMBS.length + LONG.length).toBeGreaterThanOrEqual(40)
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

  it.each(LONG)('%s is read in time', async (_, name, make) => {
    const { articles } = await read(name, make())
    expect(articles[0]!.recognised.fields.title.length).toBeLessThanOrEqual(2_000)
  })
})
