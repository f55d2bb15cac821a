import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { burn } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { hostilePieces } from './hostile-html.ts'
import { FIXTURES } from './import-fixtures.ts'

/** `hostile.docx`, with other first words, saved once as a document of Word 97 by an office program: there is no other writer of that format. */
const HOSTILE_WORD = resolve(import.meta.dirname, '../fixtures/hostile/hostile.doc')
const FRAME = 'The museum opened its doors to visitors of all ages on Monday morning.'

/** Words of its own for each file: the same text twice would be a duplicate. */
function came(kind: string): string {
  return `These scripts came in ${kind}.`
}

function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function repack(format: string, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const entries = unzipSync(readFileSync(join(FIXTURES, format, `en-robot.${format}`)))
  const changed = Object.entries(changes).map(([entry, change]): readonly [string, Uint8Array] => [
    entry,
    strToU8(change(strFromU8(entries[entry] ?? new Uint8Array()))),
  ])
  return zipSync({ ...entries, ...Object.fromEntries(changed) })
}

/** Each piece as the words and as the target of a link. */
function wordFile(words: readonly string[]): Uint8Array {
  const paragraphs = words.map(
    (text, place) =>
      `<w:p><w:hyperlink r:id="hostile${String(place)}"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p>`,
  )
  const targets = words.map(
    (text, place) =>
      `<Relationship Id="hostile${String(place)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${text}" TargetMode="External"/>`,
  )
  return repack('docx', {
    'word/document.xml': (xml) => xml.replace('<w:body>', `<w:body>${paragraphs.join('')}`),
    'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', `${targets.join('')}</Relationships>`),
  })
}

/** The pieces as an office document: as its words, and as the targets of its links. */
function officeFiles(pieces: readonly string[]): Readonly<Record<string, Uint8Array>> {
  const wordsIn = (kind: string): readonly string[] => [came(kind), ...pieces.map(escapeXml)]
  return {
    'hostile.docx': wordFile(wordsIn('a Word document')),
    'hostile.odt': repack('odt', {
      'content.xml': (xml) =>
        xml.replace(
          /<office:text[^>]*>/,
          (start) =>
            start +
            wordsIn('an OpenDocument text')
              .map((text) => `<text:p><text:a xlink:href="${text}">link</text:a> ${text}</text:p>`)
              .join(''),
        ),
    }),
    'hostile.rtf': Buffer.from(
      `{\\rtf1\\ansi ${[came('a rich text'), ...pieces].map((piece) => `{\\field{\\*\\fldinst HYPERLINK "${rtf(piece)}"}{\\fldrslt ${rtf(piece)}}}\\par `).join('')}}`,
      'latin1',
    ),
  }
}

function rtf(text: string): string {
  return text.replace(/[\\{}]/g, '\\$&').replace(/[\u0000-\u001f]/g, ' ')
}

function outlookMail(html: string): Uint8Array {
  const texts = { '0037': 'An Outlook mail with scripts', '1013': html, '0C1A': 'Press Office' }
  const files = [
    { name: '__properties_version1.0', bytes: new Uint8Array(48) },
    ...Object.entries(texts).map(([tag, text]) => ({
      name: `__substg1.0_${tag}001F`,
      bytes: new Uint8Array(Buffer.from(text, 'utf16le')),
    })),
  ]
  const root = { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: files.map((_, place) => place + 1) }
  const entries = files.map(({ name, bytes }) => ({
    name,
    type: TypeEnum.DOCUMENT,
    length: bytes.length,
    binaryProvider: () => bytes,
  }))
  return new Uint8Array(burn([root, ...entries]))
}

/** A workbook of one row, with its words in the cells themselves; a cell holds at most 32,767 letters. */
function workbook(html: string): Uint8Array {
  const cell = (text: string, address: string): string =>
    `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
  const rows = [
    ['title', 'text'],
    ...(html.match(/[\s\S]{1,30000}/g) ?? []).map((part, place) => [`A workbook ${String(place)}`, part]),
  ]
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row, line) => `<row r="${String(line + 1)}">${row.map((text, column) => cell(text, `${'AB'.charAt(column)}${String(line + 1)}`)).join('')}</row>`).join('')}</sheetData></worksheet>`
  const entries = unzipSync(readFileSync(join(FIXTURES, 'xlsx/en-robot.xlsx')))
  return zipSync({ ...entries, 'xl/worksheets/sheet1.xml': strToU8(sheet) })
}

/** A PDF with a line of text for each line, forty on a page. */
function pdfOfLines(lines: readonly string[]): Uint8Array {
  const printable = lines.map((line) => line.replace(/[^ -~]/g, ' ').replace(/[\\()]/g, '\\$&'))
  const pages = Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) =>
    printable.slice(page * 40, page * 40 + 40),
  )
  const kids = pages.map((_, page) => `${String(4 + page * 2)} 0 R`).join(' ')
  const head = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${String(pages.length)}>>endobj`,
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj',
  ]
  const bodies = pages.flatMap((texts, page) => {
    const content = `BT /F1 6 Tf 18 TL 20 820 Td ${texts.map((text) => `(${text}) '`).join('\n')} ET`
    const own = 4 + page * 2
    return [
      `${String(own)} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents ${String(own + 1)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj`,
      `${String(own + 1)} 0 obj<</Length ${String(content.length)}>>stream\n${content}\nendstream endobj`,
    ]
  })
  return Buffer.from(`%PDF-1.4\n${[...head, ...bodies].join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF`, 'latin1')
}

/** Every hostile piece in a file of each kind that importers read; each file is one article. */
export function hostileFiles(): Readonly<Record<string, Uint8Array>> {
  const pieces = hostilePieces()
  const lines = pieces.map((piece) => piece.replaceAll('\n', ' '))
  const html = (kind: string): string =>
    pieces.map((piece) => `<div><p>${FRAME} ${came(kind)}</p>${piece}</div>`).join('\n')
  const cdata = (kind: string): string => html(kind).replaceAll(']]>', ']]&gt;')
  const texts: Readonly<Record<string, string>> = {
    'hostile.txt': ['A plain text with scripts', came('a plain text'), ...lines].join('\n\n'),
    'hostile.md': `# A Markdown text with scripts\n\n${pieces.join('\n\n')}`,
    'inline.md': `# Markdown with scripts inside its lines\n\n${lines.map((piece) => `${FRAME} ${piece} ${FRAME}`).join('\n\n')}`,
    'hostile.html': `<html><head><title>A page with scripts</title></head><body><h1>A page with scripts</h1>${html('a page')}</body></html>`,
    'hostile.eml': `From: a@b.example\nTo: c@d.example\nSubject: A mail with scripts\nDate: Mon, 3 Mar 2025 10:00:00 +0500\nContent-Type: text/html; charset=utf-8\n\n<html><body>${html('a mail')}</body></html>`,
    'hostile.mhtml': `From: <Saved>\nSnapshot-Content-Location: https://news.example/1\nSubject: A saved page with scripts\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="edge"\n\n--edge\nContent-Type: text/html; charset=utf-8\nContent-Location: https://news.example/1\n\n<html><body><h1>A saved page with scripts</h1>${html('a saved page')}</body></html>\n--edge--\n`,
    'feed.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title><item><title>A feed with scripts</title><content:encoded><![CDATA[${cdata('a feed')}]]></content:encoded></item></channel></rss>`,
    'export.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title><item><title>An export with scripts</title><content:encoded><![CDATA[${cdata('an export')}]]></content:encoded><wp:post_type>post</wp:post_type></item></channel></rss>`,
    'rows.json': JSON.stringify([{ title: 'Records with scripts', body: html('records') }]),
    'rows.csv': `title,text\n"A table with scripts","${html('a table').replaceAll('"', '""')}"`,
  }
  const encoded = Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  const page = new TextEncoder().encode(`<html><body><h1>A packed page</h1>${html('an archive')}</body></html>`)
  return {
    ...Object.fromEntries(encoded),
    ...officeFiles(pieces),
    'hostile.doc': readFileSync(HOSTILE_WORD),
    'hostile.zip': zipSync({ 'packed.html': page }),
    'hostile.msg': outlookMail(html('an Outlook mail')),
    'hostile.xlsx': workbook(html('a workbook')),
    'hostile.pdf': pdfOfLines(['A PDF with scripts', came('a PDF'), ...lines]),
  }
}
