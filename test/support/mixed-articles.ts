import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { FIXTURES } from './import-fixtures.ts'
import { seededRandom } from './mutate-bytes.ts'

/** An article made up for a folder of many: its words are drawn by its number, so that no two are alike. */
interface MadeArticle {
  readonly title: string
  readonly day: string
  readonly paragraphs: readonly string[]
}

const WORDS = {
  en: 'students visitors laboratory library harvest museum greenhouse orchestra archive robot seeds sensors guests lecture river valley bridge engineers teachers winter summer journal camera theatre satellite workshop partners garden letters school',
  ru: 'студенты гости лаборатория библиотека урожай музей теплица оркестр архив робот семена датчики лекция река долина мост инженеры учителя зима лето журнал камера театр спутник мастерская партнёры сад письма школа экспедиция',
  kk: 'студенттер қонақтар зертхана кітапхана егін мұражай жылыжай оркестр мұрағат робот тұқым датчик дәріс өзен аңғар көпір инженерлер мұғалімдер қыс жаз журнал камера театр жерсерік шеберхана серіктестер бақ хаттар мектеп экспедиция',
} as const
const OPENINGS = {
  en: 'The university reports that',
  ru: 'Университет сообщает, что в этом году',
  kk: 'Университет хабарлауынша, биыл',
} as const
const LANGUAGES = ['en', 'ru', 'kk'] as const

function makeText(number: number): MadeArticle {
  const language = LANGUAGES[number % 3]!
  const random = seededRandom(number * 7_919 + 17)
  const words = WORDS[language].split(' ')
  const draw = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)] ?? '').join(' ')
  const sentence = (): string => `${OPENINGS[language]} ${draw(14)} ${String(Math.floor(random() * 90_000))}.`
  return {
    title: `${OPENINGS[language]} ${draw(3)} ${String(number)}`.replace(',', ''),
    day: `2025-${String(1 + (number % 9)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
    paragraphs: Array.from({ length: 6 }, () => Array.from({ length: 3 }, sentence).join(' ')),
  }
}

const html = ({ title, day, paragraphs }: MadeArticle): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="${day}T09:00:00+05:00"></head><body><nav>News</nav><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`

const plain = ({ title, day, paragraphs }: MadeArticle): string => [title, day, ...paragraphs].join('\n\n')

function mailOf(article: MadeArticle): string {
  const subject = Buffer.from(article.title).toString('base64')
  const date = new Date(`${article.day}T06:00:00Z`).toUTCString().replace('GMT', '+0000')
  return `From: press@university.example\nTo: archive@university.example\nSubject: =?utf-8?B?${subject}?=\nDate: ${date}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${article.paragraphs.join('\n\n')}\n`
}

function rtfOf(article: MadeArticle): string {
  const escape = (text: string): string =>
    text.replace(/[^\u0000-\u007f]/g, (letter) => `\\u${String(letter.charCodeAt(0))}?`)
  return `{\\rtf1\\ansi\\uc1 ${plain(article).split('\n\n').map(escape).join('\\par ')}\\par}`
}

function feedOf({ title, day, paragraphs }: MadeArticle): string {
  const text = paragraphs.map((part) => `&lt;p&gt;${part}&lt;/p&gt;`).join('')
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title><item><title>${title}</title><pubDate>${new Date(`${day}T06:00:00Z`).toUTCString()}</pubDate><description>${text}</description></item></channel></rss>`
}

function exportOf({ title, day, paragraphs }: MadeArticle): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>News</title><item><title>${title}</title><content:encoded><![CDATA[${paragraphs.map((text) => `<p>${text}</p>`).join('')}]]></content:encoded><wp:post_date><![CDATA[${day} 09:00:00]]></wp:post_date><wp:post_type><![CDATA[post]]></wp:post_type><wp:status><![CDATA[publish]]></wp:status></item></channel></rss>`
}

/** The fixture of an office program with other words in it. */
function repack(format: 'docx' | 'odt', entry: string, change: (xml: string) => string): Uint8Array {
  const entries = unzipSync(readFileSync(join(FIXTURES, format, `en-robot.${format}`)))
  const changed: Zippable = { ...entries, [entry]: strToU8(change(strFromU8(entries[entry] ?? new Uint8Array()))) }
  return zipSync(changed)
}

function docxOf({ title, day, paragraphs }: MadeArticle): Uint8Array {
  const body = [title, day, ...paragraphs].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  return repack('docx', 'word/document.xml', (xml) =>
    xml.replace(/<w:body>[\s\S]*<\/w:body>/, `<w:body>${body}</w:body>`),
  )
}

function odtOf({ title, day, paragraphs }: MadeArticle): Uint8Array {
  const body = [title, day, ...paragraphs].map((text) => `<text:p>${text}</text:p>`).join('')
  return repack('odt', 'content.xml', (xml) =>
    xml.replace(/<office:text>[\s\S]*<\/office:text>/, `<office:text>${body}</office:text>`),
  )
}

/** A PDF of one page with the letters of Latin-1 alone. */
function pdfOf(number: number): Uint8Array {
  const { title, day, paragraphs } = makeText((number + 10_000) * 3)
  const lines = [title, day, ...paragraphs].flatMap((text) => text.match(/.{1,90}(?:\s|$)/g) ?? [])
  const content = `BT /F1 10 Tf 14 TL 50 800 Td ${lines.map((line) => `(${line.trim().replace(/[\\()]/g, '\\$&')}) '`).join('\n')} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${String(content.length)}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  const text = objects.map((object, place) => `${String(place + 1)} 0 obj${object}endobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${text}trailer<</Root 1 0 R/Size 6>>\n%%EOF`, 'latin1')
}

const MAKERS: Readonly<Record<string, (number: number) => string | Uint8Array>> = {
  txt: (number) => plain(makeText(number)),
  docx: (number) => docxOf(makeText(number)),
  html: (number) => html(makeText(number)),
  pdf: pdfOf,
  eml: (number) => mailOf(makeText(number)),
  md: (number) => {
    const { title, day, paragraphs } = makeText(number)
    return `---\ntitle: ${title}\ndate: ${day}\n---\n\n${paragraphs.join('\n\n')}\n`
  },
  odt: (number) => odtOf(makeText(number)),
  rtf: (number) => rtfOf(makeText(number)),
  'feed.xml': (number) => feedOf(makeText(number)),
  'export.xml': (number) => exportOf(makeText(number)),
  json: (number) => {
    const { title, day, paragraphs } = makeText(number)
    return JSON.stringify([{ title, date: day, body: paragraphs.join('\n\n') }])
  },
  csv: (number) => {
    const { title, day, paragraphs } = makeText(number)
    return `title,date,text\n"${title}",${day},"${paragraphs.join('\n\n')}"\n`
  },
  zip: (number) => zipSync({ 'news.txt': strToU8(plain(makeText(number))) }),
}

/** Files with one article each, of every format that can be made here; the same number gives the same bytes. */
export function* makeMixedArticles(count: number): Generator<{ readonly name: string; readonly bytes: Uint8Array }> {
  const endings = Object.keys(MAKERS)
  for (let number = 0; number < count; number += 1) {
    const ending = endings[number % endings.length]!
    const made = MAKERS[ending]!(number)
    const bytes = typeof made === 'string' ? strToU8(made) : made
    yield { name: `news-${String(number).padStart(4, '0')}.${ending}`, bytes }
  }
}
