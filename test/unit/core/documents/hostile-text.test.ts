import { createServer } from 'node:http'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Article, Attachment } from '../../../../core/model/article.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { FONT_NAMES } from '../../../../core/pdf/fonts.ts'
import { writePdf } from '../../../../core/pdf/write-pdf.ts'
import { fontPaths } from '../../../../core/pdf/fonts.ts'
import { makeArticle, makeTag } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../../support/make-documents.ts'
import { readPdf, withoutLineBreaks } from '../../../support/read-pdf.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

/** What an article may hold to trick Typst, a PDF reader or the layout. `X` is replaced by the number of the case. */
const PAYLOADS = [
  'X#read("/etc/passwd")',
  'X#include "/etc/passwd"',
  'X#import "@preview/cetz:0.3.0": *',
  'X#eval("1+1")',
  'X#sys.inputs $sum_(i=1)^n x$',
  'X]]]}})))#[',
  'X"; \\u{41} \\n "',
  'X<article-label> @ref /* comment */ // line',
  'X= not a heading - + / term',
  'X*bold* _under_ `raw` ~ ---',
  'X\u202egnihton\u2066 bidi\u200f',
  'X😀👩‍👩‍👧🇰🇿 emoji',
  'X日本語 العربية עברית ไทย',
  `X${'ы'.repeat(10_000)}`,
  `Xhttps://x.example/${'long-part/'.repeat(300)}`,
  'X\u0000\u0007\u001b[31m control',
  'X\ud800 half \udfff pair',
  'X(/JS (app.alert(1))) endobj stream',
  'X<script>alert(1)</script><img src=x onerror=1>',
  `X${'('.repeat(500)}${'['.repeat(500)}`,
] as const

const FIELDS = ['title', 'subtitle', 'outlet', 'authors', 'url', 'body', 'table', 'quote', 'tag', 'source'] as const

function hostileArticle(field: (typeof FIELDS)[number], text: string): Article {
  const oneLine = text.replaceAll('\n', ' ')
  switch (field) {
    case 'title':
    case 'subtitle':
    case 'outlet':
    case 'url':
      return makeArticle({ [field]: text })
    case 'authors':
      return makeArticle({ authors: [text, text] })
    case 'body':
      return makeArticle({ body: `\`\`\`\n${text}\n\`\`\`\n\n${oneLine}` })
    case 'table':
      return makeArticle({ body: `| a | b |\n|---|---|\n| ${oneLine.replaceAll('|', ' ')} | 1 |` })
    case 'quote':
      return makeArticle({ body: `> ${oneLine}\n\n- ${oneLine}` })
    case 'tag':
      return makeArticle({ tags: { ...NO_TAGS, topic: [makeTag('hostile', 'topic', {}).id] } })
    case 'source':
      return makeArticle({ imported: { source: text, batch: 'b', headline: text, doubts: [] } })
  }
}

function bookOf(standard: 'plain' | 'a-2b' | 'ua-1'): DocumentOrder {
  const printed = { language: 'en', standard, paper: 'a4', template: '' } as const
  return {
    kind: 'book',
    query: '',
    filter: NO_FILTER,
    sort: 'oldest',
    grouping: 'outlet',
    foreword: PAYLOADS.join('\n\n'),
    title: PAYLOADS[0],
    ...printed,
  }
}

test('two hundred hostile texts in every field are printed as they are, and nothing is read', async () => {
  const cases = FIELDS.flatMap((field) => PAYLOADS.map((payload) => ({ field, payload })))
  expect(cases).toHaveLength(200)
  const articles = cases.map(({ field, payload }, place) =>
    hostileArticle(field, payload.replace('X', `C${String(place).padStart(3, '0')}E`)),
  )
  const documents = await makeDocuments({
    articles,
    tags: [makeTag('hostile', 'topic', { en: PAYLOADS[0] })],
    officeName: PAYLOADS[3],
  })
  const made = await documents.make(bookOf('plain'))
  const { pages, fonts } = await readPdf(await bytesOf(documents, made.document))
  const text = withoutLineBreaks(pages.join(' '))
  expect(text).not.toContain('root:x:0')
  expect(fonts.filter((font) => !FONT_NAMES.has(font))).toEqual([])
  for (const [place, { field }] of cases.entries()) {
    if (field !== 'tag') expect(text, field).toContain(`C${String(place).padStart(3, '0')}E`)
  }
  expect(text).toContain('#read("/etc/passwd")')
  expect(text).toContain(withoutLineBreaks('#import "@preview/cetz:0.3.0": *'))
  expect(text).toContain('ы'.repeat(10_000))
  expect(text).toContain('U+1F600')
})

test.for(['a-2b', 'ua-1'] as const)('the same holds for %s', async (standard) => {
  const articles = PAYLOADS.map((payload) => hostileArticle('body', payload))
  const documents = await makeDocuments({ articles, officeName: PAYLOADS[5] })
  const made = await documents.make(bookOf(standard))
  const { pages } = await readPdf(await bytesOf(documents, made.document))
  const text = withoutLineBreaks(pages.join(' '))
  expect(text).toContain('#read("/etc/passwd")')
  expect(text).not.toContain('root:x:0')
})

test('a table of 5,000 rows is set whole', async () => {
  const rows = Array.from({ length: 5_000 }, (_, row) => `| row${String(row)}end | ${String(row * 3)} |`)
  const article = makeArticle({ body: `| name | value |\n|---|--:|\n${rows.join('\n')}` })
  const documents = await makeDocuments({ articles: [article] })
  const made = await documents.clipping({
    id: article.id,
    language: 'en',
    standard: 'plain',
    paper: 'a4',
    task: undefined,
  })
  const text = (await readPdf(await bytesOf(documents, made.document))).pages.join(' ')
  for (let row = 0; row < 5_000; row += 1) expect(text).toContain(`row${String(row)}end`)
})

test('deeply nested Markdown becomes text and not a crash', async () => {
  for (const body of [
    '> '.repeat(2_000) + 'deep',
    '- '.repeat(300) + 'deep',
    `${'*'.repeat(5_000)}deep`,
    `${'['.repeat(5_000)}deep`,
  ]) {
    const article = makeArticle({ body })
    const documents = await makeDocuments({ articles: [article] })
    const made = await documents.clipping({
      id: article.id,
      language: 'en',
      standard: 'plain',
      paper: 'a4',
      task: undefined,
    })
    expect((await readPdf(await bytesOf(documents, made.document))).pages.join(' ')).toContain('deep')
  }
})

/** A grey PNG of one byte a pixel. */
function makePng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc((width + 1) * height, 128)
  for (let line = 0; line < height; line += 1) lines[line * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

test('good images come through, large ones within the page; broken, missing and foreign ones are named', async () => {
  const attachments = new Map<string, Uint8Array>([
    ['good.png', makePng(40, 30)],
    ['large.png', makePng(6_000, 4_000)],
    ['broken.png', makePng(40, 30).slice(0, 60)],
    ['drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>')],
    ['page.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
  ])
  const listed = [...attachments].map(([name, bytes]): Attachment => ({
    name,
    size: bytes.length,
    sha256: '',
    role: 'image',
  }))
  const body = ['good.png', 'large.png', 'broken.png', 'drawing.svg', 'page.svg', 'absent.png', '../../etc/passwd']
    .map((name) => `![picture of ${name}](attachments/${name})`)
    .join('\n\n')
  const article = makeArticle({ body, attachments: listed })
  for (const standard of ['plain', 'ua-1'] as const) {
    const documents = await makeDocuments({ articles: [article], attachments })
    const made = await documents.clipping({ id: article.id, language: 'en', standard, paper: 'a4', task: undefined })
    const bytes = await bytesOf(documents, made.document)
    const text = (await readPdf(bytes)).pages.join(' ')
    for (const name of ['broken.png', 'page.svg']) expect(text).toContain(`Image that cannot be shown: ${name}`)
    for (const name of ['absent.png', 'passwd'])
      expect(text).toContain(`Image missing or of a kind that cannot be printed: ${name}`)
    expect(text).toContain('picture of good.png')
    const raw = Buffer.from(bytes).toString('latin1')
    // What is transparent in an image is a second one, its mask.
    const count = (pattern: RegExp): number => raw.match(pattern)?.length ?? 0
    expect(count(/\/Subtype \/Image/g) - count(/\/SMask \d+ 0 R/g)).toBe(3)
    // The large one has 24 million pixels and comes out with two.
    expect(bytes.length).toBeLessThan(200_000)
  }
})

async function withTemplate(
  source: string,
): Promise<{ readonly folder: string; readonly run: (standard?: 'plain' | 'a-2b') => Promise<string> }> {
  const folder = await makeTempDir()
  await writeFile(join(folder, 'own.typ'), source)
  const documents = await makeDocuments({ articles: [makeArticle({ title: 'From data' })], templateFolder: folder })
  return {
    folder,
    run: async (standard = 'plain') => {
      const made = await documents.make({ ...bookOf('plain'), template: 'own', standard } as DocumentOrder)
      return (await readPdf(await bytesOf(documents, made.document))).pages.join(' ')
    },
  }
}

test("an office's own template is used, and may use the shared style", async () => {
  const { run } = await withTemplate(
    '#import "style.typ": *\n#let data = json("data.json")\n#show: framed.with(data)\nOwn: #data.groups.first().articles.first().title',
  )
  expect(await run()).toContain('Own: From data')
})

test('a clipping may have a template of the office, and the logo stands on it', async () => {
  const folder = await makeTempDir()
  await writeFile(
    join(folder, 'own.typ'),
    '#import "style.typ": *\n#let data = json("data.json")\n#show: framed.with(data)\n#office-logo(data, 9mm)\nOurs: #data.article.title',
  )
  await writeFile(join(folder, 'logo.png'), makePng(60, 30))
  const article = makeArticle({ title: 'From data' })
  const documents = await makeDocuments({ articles: [article], templateFolder: folder })
  const printed = { id: article.id, language: 'en', standard: 'plain', paper: 'a4', task: undefined } as const
  for (const template of ['own', undefined]) {
    const made = await documents.clipping({ ...printed, template })
    const bytes = await bytesOf(documents, made.document)
    expect((await readPdf(bytes)).pages[0]?.includes('Ours: From data')).toBe(template === 'own')
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Subtype /Image')
  }
})

test('a logo that cannot be read is told by its name', async () => {
  const folder = await makeTempDir()
  await writeFile(join(folder, 'logo.png'), makePng(60, 30).slice(0, 50))
  const documents = await makeDocuments({ articles: [makeArticle()], templateFolder: folder })
  await expect(documents.make(bookOf('plain'))).rejects.toMatchObject({
    code: 'unreadable-source',
    details: { path: 'templates/logo.png' },
  })
})

test("a fault in an office's template is told with file and line", async () => {
  const { run } = await withTemplate('#let data = json("data.json")\n\n#data.nothing-of-this\n')
  await expect(run()).rejects.toMatchObject({ code: 'pdf-failed', details: { file: 'own.typ', line: 3 } })
})

test.for(['plain', 'a-2b'] as const)(
  "an office's template reads nothing outside and asks no network (%s)",
  async (standard) => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const outside = await makeTempDir()
    await writeFile(join(outside, 'secret.txt'), 'the secret')
    for (const source of [
      '#read("/etc/passwd")',
      `#read("${outside}/secret.txt")`,
      '#read("../../secret.txt")',
      '#import "@preview/cetz:0.3.0"',
    ]) {
      const { run } = await withTemplate(source)
      await expect(run(standard), source).rejects.toMatchObject({ code: 'pdf-failed' })
    }
    expect(asked).toEqual([])
  },
)

test('a link among the templates is not followed, and no template is found by a path', async () => {
  const folder = await makeTempDir()
  await mkdir(join(folder, 'templates'))
  await writeFile(join(folder, 'outside.typ'), 'outside')
  await symlink(join(folder, 'outside.typ'), join(folder, 'templates', 'linked.typ'))
  const documents = await makeDocuments({ articles: [], templateFolder: join(folder, 'templates') })
  expect(await documents.templates()).toEqual([])
  for (const template of ['linked', '../outside', join(folder, 'outside')]) {
    await expect(documents.make({ ...bookOf('plain'), template } as DocumentOrder)).rejects.toMatchObject({
      code: 'not-found',
    })
  }
})

test('a template that would take all time and memory is stopped and leaves no PDF', async () => {
  const folder = await makeTempDir()
  const job = join(folder, 'job')
  await mkdir(job)
  await writeFile(
    join(job, 'main.typ'),
    '#let x = 0\n#while true { x = x + 1; if x > 1e12 { break } }\n#let f(n) = f(n + 1)\n#range(100000000).map(i => range(1000)).len()',
  )
  const output = join(folder, 'out.pdf')
  const options = {
    folder: job,
    output,
    standard: 'plain',
    fontPaths: fontPaths(),
    untrusted: true,
    insideLink: '',
  } as const
  await expect(writePdf(options, { timeLimitMs: 3_000 })).rejects.toMatchObject({ code: 'pdf-failed' })
  expect(await readdir(folder)).toEqual(['job'])
})
