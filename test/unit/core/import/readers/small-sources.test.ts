import { describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { readSource } from '../../../../../core/import/read-source.ts'
import type { ReadResult } from '../../../../../core/import/read-result.ts'
import { zipSync } from 'fflate'

async function read(name: string, source: string | Uint8Array): Promise<ReadResult> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  return readSource({ name, bytes, charset: null })
}

function windows1251(text: string): Uint8Array {
  const upper = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))
  return Uint8Array.from(Array.from(text), (letter) =>
    letter < '\x80' ? letter.charCodeAt(0) : 128 + Array.from(upper).indexOf(letter),
  )
}

describe('mail', () => {
  const MAIL = [
    'From: =?utf-8?B?0KHQsNGD0LvQtSDQntC80LDRgA==?= <press@university.example>',
    'To: archive@university.example',
    'Subject: =?windows-1251?B?zO7r6Pbg?=',
    'Date: Fri, 31 Oct 2025 20:30:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>The report is <b>attached</b>.<img src="cid:seal"><img src="https://spy.example/1.gif"></p><script>alert(1)</script>',
    '--b1',
    'Content-Type: image/png; name="seal.png"',
    'Content-ID: <seal>',
    'Content-Disposition: inline; filename="seal.png"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]).toString('base64'),
    '--b1',
    'Content-Type: text/plain; name="report.txt"',
    'Content-Disposition: attachment; filename="report.txt"',
    '',
    'A text of its own.',
    '--b1--',
    '',
  ].join('\r\n')

  it('gives subject, sender, day in Kazakhstan, inline image and attached documents', async () => {
    const { pieces, members } = await read('mail.eml', MAIL)
    expect(pieces[0]!.stated).toMatchObject({ authors: ['Сауле Омар'], published: 'Fri, 31 Oct 2025 20:30:00 +0000' })
    expect(pieces[0]!.body.text).toBe('The report is **attached**.![](image-1.png)')
    expect(pieces[0]!.files).toMatchObject([{ name: 'image-1.png', role: 'image' }])
    expect(members.map(({ name }) => name)).toEqual(['report.txt'])
    expect(pieces[0]!.notices.join(' ')).toMatch(/script.*spy\.example/)
  })

  it('reads 8-bit Russian without a declared character set', async () => {
    const text = 'Ректор университета открыл новую выставку старых газет и поздравил студентов с началом учебного года.'
    const head = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: news\r\nDate: Mon, 3 Mar 2025 10:00:00 +0500\r\n\r\n'
    const { pieces } = await read(
      'plain.eml',
      Uint8Array.from([...new TextEncoder().encode(head), ...windows1251(text)]),
    )
    expect(pieces[0]!.body.text.trim()).toBe(text)
  })

  it('refuses a mail with too many parts', async () => {
    const many = Array.from({ length: 3_000 }, () => '--b\r\nContent-Type: text/plain\r\n\r\nx').join('\r\n')
    const mail = `From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${many}\r\n--b--`
    await expect(read('bomb.eml', mail)).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('feeds and exports', () => {
  it('reads RSS with full content', async () => {
    const { pieces } = await read(
      'feed.xml',
      `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Berel News</title><language>en</language>
      <item><title>First &amp; foremost</title><link>https://news.example/1</link><pubDate>Fri, 31 Oct 2025 09:00:00 +0500</pubDate><dc:creator>Aruzhan Bek</dc:creator><category>Science</category><content:encoded><![CDATA[<p>Full <em>text</em>.</p>]]></content:encoded></item>
      <item><title>Second</title><link>https://news.example/2</link><description>Short.</description></item></channel></rss>`,
    )
    expect(pieces).toHaveLength(2)
    expect(pieces[0]).toMatchObject({
      body: { text: 'Full *text*.' },
      stated: {
        title: 'First & foremost',
        outlet: 'Berel News',
        url: 'https://news.example/1',
        authors: ['Aruzhan Bek'],
        keywords: ['Science'],
      },
    })
  })

  it('reads Atom, and a feed in windows-1251', async () => {
    const atom = await read(
      'a.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Site</title><entry><title>T</title><link href="https://b.example/1"/><published>2025-10-31T01:00:00Z</published><content type="html">&lt;p&gt;Body&lt;/p&gt;</content></entry></feed>`,
    )
    expect(atom.pieces[0]).toMatchObject({ body: { text: 'Body' }, stated: { published: '2025-10-31T01:00:00Z' } })
    const rss =
      '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Вести</title><item><title>Музей открыт</title><description>Музей открыт для всех.</description></item></channel></rss>'
    expect((await read('r.xml', windows1251(rss))).pieces[0]!.stated.title).toBe('Музей открыт')
  })

  it('reads posts of a WordPress export and names the other records as skipped', async () => {
    const { pieces, faults } = await read(
      'export.xml',
      `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:dc="d"><channel><title>Faculty</title>
      <item><title>Post</title><link>https://f.example/p</link><pubDate>Fri, 31 Oct 2025 20:30:00 +0000</pubDate><dc:creator>bek</dc:creator><content:encoded><![CDATA[<!-- wp:paragraph --><p>One [gallery ids="1"]</p><!-- /wp:paragraph -->]]></content:encoded><wp:post_date>2025-11-01 01:30:00</wp:post_date><wp:post_type>post</wp:post_type><category>News</category></item>
      <item><title>menu</title><wp:post_type>nav_menu_item</wp:post_type></item></channel></rss>`,
    )
    expect(pieces).toMatchObject([
      { name: 'Post', body: { text: 'One' }, stated: { published: '2025-11-01 01:30:00', outlet: 'Faculty' } },
    ])
    expect(faults).toMatchObject([{ name: 'menu', outcome: 'skipped' }])
  })

  it('refuses entities', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>'
    await expect(read('bomb.xml', bomb)).rejects.toMatchObject({ code: 'unreadable-source' })
  })
})

describe('tables', () => {
  it('reads CSV as Excel in Russian writes it', async () => {
    const csv =
      'Дата;Заголовок;Издание;Текст;Тираж\r\n31.10.2025;Музей открыт;Вести;"Первая строка\r\nи вторая";500\r\n;;;;\r\n;;;;7\r\n'
    const { pieces, faults } = await read('выгрузка.csv', windows1251(csv))
    expect(pieces).toMatchObject([
      {
        name: 'row 2',
        stated: { title: 'Музей открыт', published: '31.10.2025', outlet: 'Вести', notes: 'Тираж: 500' },
      },
    ])
    expect(faults).toMatchObject([{ outcome: 'skipped' }])
  })

  it('reads a workbook', async () => {
    const file = await writeXlsx([
      [{ value: 'Title' }, { value: 'Date' }, { value: 'Text' }],
      [
        { value: 'Museum opens' },
        { value: new Date('2025-10-31T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
        { value: 'All are welcome.' },
      ],
    ]).toBuffer()
    const { pieces } = await read('book.xlsx', new Uint8Array(file))
    expect(pieces[0]).toMatchObject({
      stated: { title: 'Museum opens', published: '2025-10-31' },
      body: { text: 'All are welcome.' },
    })
  })

  it('reads JSON records, also inside an object', async () => {
    const { pieces } = await read(
      'x.json',
      JSON.stringify({ posts: [{ title: { rendered: 'A' }, date: '2025-01-02', content: '<p>B</p>', __proto__x: 1 }] }),
    )
    expect(pieces[0]).toMatchObject({ stated: { title: 'A', published: '2025-01-02' }, body: { text: 'B' } })
  })

  it('says so when no column is a title or a text', async () => {
    await expect(read('x.csv', 'a;b\n1;2\n')).rejects.toMatchObject({ code: 'unknown-format' })
  })
})

describe('zip', () => {
  it('gives its files as members under shown names only', async () => {
    const zip = zipSync({
      './up.txt': new TextEncoder().encode('One.'),
      'in/two.md': new TextEncoder().encode('Two.'),
      '__MACOSX/x': new Uint8Array(1),
    })
    const { members } = await read('x.zip', zip)
    expect(members.map(({ name }) => name)).toEqual(['up.txt', 'in/two.md'])
  })

  it('names entries that climb out and takes the others', async () => {
    const text = new TextEncoder().encode('One.')
    const { members, faults } = await read('x.zip', zipSync({ '../../up.txt': text, 'good.txt': text }))
    expect(members.map(({ name }) => name)).toEqual(['good.txt'])
    expect(faults).toMatchObject([{ name: '../../up.txt', outcome: 'failed', code: 'unsafe-name' }])
  })

  it('refuses a bomb by what would come out', async () => {
    const zip = zipSync({ 'zeros.txt': new Uint8Array(60_000_000) }, { level: 9 })
    await expect(read('bomb.zip', zip)).rejects.toMatchObject({ code: 'too-large' })
  })

  it('refuses an entry whose directory lies about its size', async () => {
    const zip = zipSync({ 'a.txt': new Uint8Array(1_000_000) }, { level: 9 })
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    for (let at = 0; at + 46 < zip.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    const { members, faults } = await read('liar.zip', zip)
    expect(members).toEqual([])
    expect(faults).toMatchObject([{ name: 'a.txt', outcome: 'failed', code: 'unreadable-source' }])
  })
})

describe('Markdown with front matter', () => {
  it('reads our own keys and those of site generators as plain text', async () => {
    const { pieces } = await read(
      'p.md',
      '---\nTitle: No\npubDate: 2024-02-30\nauthor: [A, B]\ntags: [x, y]\nsite: 012\n---\n\n# Hello\n\nText.\n',
    )
    expect(pieces[0]).toMatchObject({
      stated: { title: 'No', published: '2024-02-30', authors: ['A', 'B'], keywords: ['x', 'y'], outlet: '012' },
      body: { kind: 'markdown', text: '# Hello\n\nText.' },
    })
  })

  it('takes a block of another language as text and refuses aliases and an open end', async () => {
    expect((await read('p.md', '---js\nmodule.exports = {}\n---\nText')).pieces[0]!.stated).toEqual({})
    await expect(read('p.md', '---\na: &x [1]\nb: *x\n---\nText')).rejects.toMatchObject({ code: 'unreadable-source' })
    await expect(read('p.md', '---\ntitle: x\nno end')).rejects.toMatchObject({ code: 'unreadable-source' })
  })
})
