import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** What it is, the name of its file, and the source itself. */
export type Bomb = readonly [name: string, fileName: string, make: () => string | Uint8Array]

function rssOf(content: string): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title><item><title>T</title><content:encoded><![CDATA[${content}]]></content:encoded></item></channel></rss>`
}

/** A PDF of one page whose content grows when it is unpacked. */
function packedPage(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content)
  const [head, tail] = [
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${String(packed.length)}>>stream\n`,
    '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  ]
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from(tail, 'latin1')])
}

/** Sources that are small and want to become large, deep or endless: each has to be refused with a reason. */
export const BOMBS: readonly Bomb[] = [
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
/** Long lines and many signs: each has to be read within the limits. */
export const LONG_LINES: readonly Bomb[] = [
  ['a line of 5 MB', 'a.txt', () => 'слово '.repeat(500_000)],
  ['a word of 5 MB', 'a.txt', () => 'ә'.repeat(2_500_000)],
  ['open brackets', 'a.md', () => '![['.repeat(20_000)],
  ['open links', 'a.txt', () => '[a]('.repeat(50_000)],
  ['stars', 'a.txt', () => '*'.repeat(200_000)],
  ['digits and points', 'a.txt', () => '1.2.3.4/5-'.repeat(50_000)],
  ['100,000 lines', 'a.txt', () => 'Source: x\n'.repeat(100_000)],
  ['capitals', 'a.txt', () => `${'CAPITALS AND MORE '.repeat(20_000)}\n${'Capitals and more. '.repeat(20_000)}`],
]

/** PDFs that unpack to much or draw without end; they are read as pages without text, or refused. */
export const PDF_BOMBS: readonly Bomb[] = [
  ['a PDF page of 300 MB of spaces', 'a.pdf', () => packedPage(new Uint8Array(300_000_000).fill(0x20))],
  ['a PDF page of 2,000,000 saved states', 'a.pdf', () => packedPage(Buffer.from('q '.repeat(2_000_000)))],
  ['a PDF page of 1,000,000 lines', 'a.pdf', () => packedPage(Buffer.from('1 2 m 3 4 l S '.repeat(1_000_000)))],
  [
    'a PDF form that draws itself',
    'a.pdf',
    () =>
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>endobj\n4 0 obj<</Length 4>>stream\n/A Do\nendstream endobj\n5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Length 11>>stream\n/A Do /A Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  ],
  [
    'a PDF of 100,000 pages that are one page',
    'a.pdf',
    () =>
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${'3 0 R '.repeat(100_000)}]/Count 100000>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  ],
]
