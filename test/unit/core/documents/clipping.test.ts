import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { LANGUAGES, type Language } from '../../../../core/model/language.ts'
import { PDF_STANDARDS, type PdfStandard } from '../../../../core/model/pdf-options.ts'
import { FONT_NAMES } from '../../../../core/pdf/fonts.ts'
import type { Article } from '../../../../core/model/article.ts'
import { makeArticle, makeTag } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments, type DocumentsSetup } from '../../../support/make-documents.ts'
import { inspectPdf, readPdf, withoutLineBreaks, type PdfContent } from '../../../support/read-pdf.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const KAZAKH_LETTERS = 'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя'
const LATIN_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

async function print(
  article: Article,
  options: { readonly language?: Language; readonly standard?: PdfStandard } & Partial<DocumentsSetup> = {},
): Promise<{ readonly bytes: Uint8Array; readonly content: PdfContent; readonly pages: number }> {
  const { language = 'en', standard = 'plain', ...setup } = options
  const documents = await makeDocuments({ articles: [article], ...setup })
  const made = await documents.clipping({ id: article.id, language, standard, paper: 'a4', task: undefined })
  const bytes = await bytesOf(documents, made.document)
  expect(made.bytes).toBe(bytes.length)
  return { bytes, content: await readPdf(bytes), pages: made.pages }
}

const PARAGRAPHS = [
  'The rector opened a laboratory for water research on the bank of the river on Tuesday morning.',
  'Ректор открыл лабораторию исследования воды; в церемонии участвовали гости из четырёх стран.',
  'Ректор су зерттеу зертханасын ашты, оған төрт елден қонақтар келді: ғалымдар, өнертапқыштар, үміткерлер.',
]

test.for(PDF_STANDARDS)(
  'a clipping (%s) holds all text of its article in order, in embedded fonts of ours only',
  async (standard) => {
    const body = Array.from({ length: 12 }, () => PARAGRAPHS.join('\n\n')).join('\n\n')
    const article = makeArticle({ title: 'Water laboratory opened', outlet: 'Alatau Herald', body })
    const { bytes, content, pages } = await print(article, {
      standard,
      officeName: 'Press office of Alatau University',
    })
    const text = withoutLineBreaks(
      content.pages.join(' ').replaceAll(/Press office of Alatau University\s*Page \d+ of \d+/g, ''),
    )
    expect(text).toContain(withoutLineBreaks('Water laboratory opened'))
    expect(text).toContain(withoutLineBreaks(body))
    expect(pages).toBe(content.pages.length)
    expect(content.pages[1]).toContain(`Page 2 of ${String(pages)}`)
    expect(content.fonts.filter((font) => !FONT_NAMES.has(font))).toEqual([])
    expect(content.title).toBe('Water laboratory opened')
    expect(content.metadata).toContain('<xmp:CreateDate>2026-11-23T10:20:30')
    await expectSound(bytes)
  },
)

async function expectSound(bytes: Uint8Array): Promise<void> {
  const file = join(await makeTempDir(), 'made.pdf')
  await writeFile(file, bytes)
  const check = await inspectPdf('qpdf', ['--check', file])
  if (check !== null) expect(check).toContain('No syntax or stream encoding errors')
  const fonts = await inspectPdf('pdffonts', [file])
  const rows =
    fonts
      ?.split('\n')
      .slice(2)
      .filter((row) => row !== '') ?? []
  expect(rows.filter((row) => !/\byes\s+yes\s+yes\b/.test(row))).toEqual([])
}

test('the archival standard is stated in the metadata', async () => {
  const { content } = await print(makeArticle(), { standard: 'a-2b' })
  expect(content.metadata).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(content.metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
})

test('the accessible standard gives tags, a language, a shown title and its identifier', async () => {
  const { bytes, content } = await print(makeArticle({ language: 'kk' }), { standard: 'ua-1', language: 'kk' })
  expect(content.tagged).toBe(true)
  expect(content.language).toBe('kk')
  expect(content.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(Buffer.from(bytes).toString('latin1')).toContain('/DisplayDocTitle true')
})

test('an accessible document describes each of its links', async () => {
  const article = makeArticle({ url: 'https://herald.example/a(1)', body: 'See [there](https://other.example).' })
  const { bytes, content } = await print(article, { standard: 'ua-1' })
  const raw = Buffer.from(bytes).toString('latin1')
  expect(content.links[0]).toBeGreaterThanOrEqual(2)
  expect(raw).toContain('/Contents (https://other.example)')
  await expectSound(bytes)
})

test('every letter of the three alphabets comes out in the serif, upright, italic and in headlines', async () => {
  const letters = `${KAZAKH_LETTERS} ${LATIN_LETTERS}`
  const article = makeArticle({
    title: KAZAKH_LETTERS,
    body: `${letters}\n\n*${letters}*\n\n**${letters}**\n\n## ${letters}`,
  })
  const { content } = await print(article, { officeName: KAZAKH_LETTERS })
  const text = withoutLineBreaks(content.pages.join(''))
  expect(text.split(withoutLineBreaks(KAZAKH_LETTERS)).length).toBeGreaterThanOrEqual(6)
  expect(text).not.toContain('□')
  expect(content.fonts).toContain('SourceSerif4-Italic')
})

const LABELS = { en: 'Press clipping', ru: 'Вырезка из прессы', kk: 'Баспасөз қиындысы' } as const
const DATES = { en: '31 October 2025', ru: '31 октября 2025 г.', kk: '2025 жылғы 31 қазан' } as const
const NUMBERS = { en: 'Page 1 of 1', ru: 'Страница 1 из 1', kk: '1 беттің 1-беті' } as const
const PARTNERS = { en: 'Cardiff University', ru: 'Кардиффский университет', kk: 'Кардифф университеті' } as const

test.for(LANGUAGES)(
  'labels, dates, page numbers and tags are in the language of the document (%s)',
  async (language) => {
    const partner = makeTag('cardiff-university', 'partner', PARTNERS)
    const article = makeArticle({ tags: { ...NO_TAGS, partner: [partner.id] } })
    const { content } = await print(article, { language, tags: [partner] })
    const text = content.pages.join(' ').replaceAll('\u00a0', ' ')
    for (const words of [LABELS, DATES, NUMBERS, PARTNERS]) expect(text).toContain(words[language])
  },
)

test('what an article does not say is left out, not filled in', async () => {
  const { content } = await print(makeArticle({ published: null }))
  const text = content.pages.join(' ')
  expect(text).toContain('Undated')
  for (const label of ['Outlet', 'Author', 'Address', 'Partners', 'Imported from']) expect(text).not.toContain(label)
})

test.for(PDF_STANDARDS)('the same article at the same moment gives the same bytes (%s)', async (standard) => {
  const article = makeArticle({ body: PARAGRAPHS.join('\n\n') })
  const first = await print(article, { standard })
  const second = await print(article, { standard })
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true)
})

test('a cancelled clipping ends as cancelled and leaves no file', async () => {
  const article = makeArticle()
  const documents = await makeDocuments({ articles: [article] })
  const controller = new AbortController()
  const making = documents.clipping(
    { id: article.id, language: 'en', standard: 'ua-1', paper: 'a4', task: undefined },
    { signal: controller.signal },
  )
  setTimeout(() => controller.abort(), 50)
  await expect(making).rejects.toMatchObject({ code: 'cancelled' })
})

test('a document is copied whole, never into a folder, and is gone once discarded', async () => {
  const article = makeArticle()
  const documents = await makeDocuments({ articles: [article] })
  const made = await documents.clipping({
    id: article.id,
    language: 'en',
    standard: 'plain',
    paper: 'us-letter',
    task: undefined,
  })
  const folder = await makeTempDir()
  await documents.copyTo(made.document, join(folder, 'out.pdf'))
  expect(await readdir(folder)).toEqual(['out.pdf'])
  await expect(documents.copyTo(made.document, folder)).rejects.toMatchObject({ code: 'not-a-file' })
  await expect(documents.copyTo(made.document, join(folder, 'absent', 'out.pdf'))).rejects.toMatchObject({
    code: 'save-failed',
  })
  expect(await readdir(folder)).toEqual(['out.pdf'])
  await documents.discard(made.document)
  await expect(documents.open(made.document)).rejects.toMatchObject({ code: 'not-found' })
})
