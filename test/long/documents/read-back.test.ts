import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededRandom, wholeBetween } from '../../../bench/search/random.ts'
import { LANGUAGES, type Language } from '../../../core/model/language.ts'
import { PDF_STANDARDS } from '../../../core/model/pdf-options.ts'
import { FONT_NAMES } from '../../../core/pdf/fonts.ts'
import { inspectPdf, readPdf, withoutLineBreaks, type PdfContent } from '../../support/read-pdf.ts'
import { useCli, type CliCall } from '../../support/run-cli.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

const SEED = 20_261_123
const BOOK = 200
const ALL = 250
const KAZAKH_LETTERS = 'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя'
const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Guests from four regions looked at the new laboratory.',
    'Every figure of the flood was published on the same day.',
  ],
  ru: ['Гости из четырёх областей осмотрели новую лабораторию.', 'Все данные о паводке опубликовали в тот же день.'],
  kk: ['Төрт облыстан келген қонақтар жаңа зертхананы аралап көрді.', `Барлық әріп: ${KAZAKH_LETTERS}.`],
}

interface Written {
  readonly marker: string
  readonly language: Language
  readonly paragraphs: readonly string[]
}

const runCli = useCli()

/** Lays texts in three languages into a folder: the first 200 over 2025, the others over 2024. */
async function writeTexts(folder: string): Promise<readonly Written[]> {
  const random = seededRandom(SEED)
  await mkdir(folder)
  const written: Written[] = []
  for (let place = 0; place < ALL; place += 1) {
    const marker = `N${String(place).padStart(3, '0')}`
    const language = LANGUAGES[place % 3] ?? 'en'
    const paragraphs = Array.from({ length: 3 + wholeBetween(random, 0, 25) }, (_, at) =>
      [...SENTENCES[language], `${marker}-${String(at)}.`].join(' '),
    )
    const [year, day] = place < BOOK ? [2025, Math.floor((place * 364) / BOOK)] : [2024, (place - BOOK) * 7]
    const date = new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)
    const title = { en: 'Flood report', ru: 'Сводка паводка', kk: 'Тасқын есебі' }[language]
    const head = `---\ntitle: "${title} ${marker}"\npublished: ${date}\nlanguage: ${language}\nkind: ${place % 5 === 0 ? 'own' : 'coverage'}\noutlet: ${['Steppe Herald', 'Вестник', 'Көл жағасы'][place % 3] ?? ''}\n---\n`
    await writeFile(join(folder, `${marker}.md`), `${head}\n${paragraphs.join('\n\n')}\n`)
    written.push({ marker, language, paragraphs })
  }
  return written
}

async function expectSound(file: string, standard: string, content: PdfContent): Promise<void> {
  expect(content.fonts.filter((font) => !FONT_NAMES.has(font))).toEqual([])
  expect(content.fonts.length).toBeGreaterThan(1)
  expect(content.tagged, file).toBe(standard === 'ua-1')
  expect(content.metadata.includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(standard === 'ua-1')
  expect(content.metadata.includes('<pdfaid:part>2</pdfaid:part>')).toBe(standard === 'a-2b')
  expect(content.pages.join(''), file).not.toContain('□')
  const check = await inspectPdf('qpdf', ['--check', file])
  if (check !== null) expect(check).toContain('No syntax or stream encoding errors')
  const fonts = (await inspectPdf('pdffonts', [file]))?.trim().split('\n').slice(2) ?? []
  expect(fonts.filter((row) => !/\byes\s+yes\s+yes\b/.test(row))).toEqual([])
}

/** Exports by the command line and reads the file back. */
async function exported(call: CliCall, kind: string, standard: string, ...words: readonly string[]) {
  const file = join(call.home, `${kind}-${standard}.pdf`)
  const result = await runCli(call, 'export', kind, '--out', file, '--standard', standard, ...words)
  expect([result.exitCode, result.err]).toEqual([0, expect.any(String)])
  const bytes = await readFile(file)
  const content = await readPdf(bytes)
  await expectSound(file, standard, content)
  return { content, raw: bytes.toString('latin1') }
}

/** All text without the heads and feet of the pages. */
function textOf(content: PdfContent): string {
  return withoutLineBreaks(
    content.pages.map((page) => page.replaceAll(/Flood office\s*Page \d+ of \d+/g, '')).join(' '),
  )
}

function expectBook(content: PdfContent, written: readonly Written[]): void {
  const { pages, bookmarks, links, title } = content
  expect(title).toBe('The year of the flood')
  const bodies = pages.findIndex((page) => page.includes('N000-0.'))
  const contents = new Map(
    Array.from(
      pages
        .slice(0, bodies)
        .join(' ')
        .matchAll(/(N\d{3})\s*(\d+)\s/g),
      (match) => [match[1], Number(match[2])],
    ),
  )
  expect(contents.size).toBe(BOOK)
  const whole = textOf(content)
  let from = -1
  for (const { marker, paragraphs } of written) {
    const page = contents.get(marker) ?? 0
    expect(pages[page - 1], `${marker} on page ${String(page)}`).toContain(`${marker}-0.`)
    expect(bookmarks.find((entry) => entry.title.endsWith(marker))?.page, marker).toBe(page)
    const at = whole.indexOf(withoutLineBreaks(paragraphs.join('')), from)
    expect(at, `the text of ${marker} (seed ${String(SEED)})`).toBeGreaterThan(from)
    from = at
  }
  expect(links.reduce((all, one) => all + one, 0)).toBeGreaterThanOrEqual(BOOK)
  const last = pages.length
  expect(pages[last - 1]).toContain(`Page ${String(last)} of ${String(last)}`)
}

test(
  'clipping, book of 200, report of a year and timeline of 250 read back as they should',
  { timeout: 1_800_000 },
  async () => {
    const home = await makeTempDir()
    const archive = join(home, 'Press')
    const call: CliCall = { home, environment: { PRESS_ARCHIVE: archive } }
    await runCli({ home }, 'init', '-a', archive, '--name', 'Flood office')
    const written = await writeTexts(join(home, 'texts'))
    const imported = await runCli(call, 'import', 'texts', '--json')
    expect([imported.exitCode, JSON.parse(imported.out)], imported.err).toEqual([
      0,
      expect.objectContaining({ added: ALL }),
    ])
    const year = ['--from', '2025-01-01', '--to', '2025-12-31', '--language', 'en']
    for (const standard of PDF_STANDARDS) {
      const book = await exported(call, 'book', standard, ...year, '--title', 'The year of the flood')
      expectBook(book.content, written.slice(0, BOOK))
      if (standard === 'ua-1') {
        for (const language of ['ru', 'kk']) {
          const count = book.raw.split(`/Lang (${language})`).length - 1
          expect(count, language).toBeGreaterThanOrEqual(
            written.slice(0, BOOK).filter((text) => text.language === language).length,
          )
        }
      }
      const report = await exported(call, 'report', standard, ...year)
      const figures = report.content.pages.join(' ')
      for (const words of ['1 January 2025 – 31 December 2025', 'from:2025-01-01 to:2025-12-31', 'Period before: 50']) {
        expect(figures).toContain(words)
      }
      const timeline = await exported(call, 'timeline', standard, '--language', 'kk')
      const shown = timeline.content.pages.join(' ')
      for (const { marker } of written) expect(shown, marker).toContain(marker)
      const [id] = /[0-9a-z]{16}/.exec((await runCli(call, 'search', 'N002', '--json')).out) ?? []
      const clipping = await exported(call, 'clipping', standard, '--id', id ?? '', '--language', 'en')
      expect(textOf(clipping.content)).toContain(withoutLineBreaks(written[2]?.paragraphs.join('') ?? 'none'))
      expect(withoutLineBreaks(clipping.content.pages.join(''))).toContain(KAZAKH_LETTERS)
    }
  },
)
