import { expect, test } from 'vitest'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Article } from '../../../../core/model/article.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import type { PdfStandard } from '../../../../core/model/pdf-options.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { FONT_NAMES } from '../../../../core/pdf/fonts.ts'
import { createTranslator } from '../../../../core/translate/create-translator.ts'
import { makeArticle, makeTag } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../../support/make-documents.ts'
import { readPdf, withoutLineBreaks } from '../../../support/read-pdf.ts'

const SENTENCES = {
  en: 'A visiting group measured the spring flood and wrote down what they saw.',
  ru: 'Приезжая группа измерила весенний паводок и записала увиденное.',
  kk: 'Келген топ көктемгі су тасқынын өлшеп, көргенін жазып алды.',
} as const
const PARTNER = makeTag('river-institute', 'partner', {
  en: 'River Institute',
  ru: 'Институт реки',
  kk: 'Өзен институты',
})

/** Article number `place`: a title that nothing else contains, one to three pages long, in turn of the languages. */
function articleAt(place: number): Article {
  const number = String(place).padStart(3, '0')
  const language = (['en', 'ru', 'kk'] as const)[place % 3] ?? 'en'
  const month = String(1 + Math.floor((place * 12) / 200)).padStart(2, '0')
  return makeArticle({
    title: `${{ en: 'Flood report', ru: 'Сводка паводка', kk: 'Тасқын есебі' }[language]} N${number}`,
    published: `2025-${month}-15` as PartialDay,
    language,
    outlet: ['Steppe Herald', 'Алтай жаңалықтары', ''][place % 3] ?? '',
    tags: place % 7 === 0 ? { ...NO_TAGS, partner: [PARTNER.id] } : NO_TAGS,
    body: Array.from({ length: 6 + (place % 11) * 4 }, () => `${SENTENCES[language]} ${number}.`).join('\n\n'),
  })
}

function bookOrder(standard: PdfStandard, grouping: 'month' | 'partner' = 'month'): DocumentOrder {
  return {
    kind: 'book',
    query: '',
    filter: NO_FILTER,
    sort: 'oldest',
    grouping,
    foreword: 'Written for this book.\n\nIn two paragraphs.',
    language: 'kk',
    standard,
    paper: 'a4',
    template: '',
    title: 'Тасқын жылы',
  }
}

/** Titles, in the order of the text, with the number that stands right behind each. */
function contentsEntries(pages: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    Array.from(pages.join(' ').matchAll(/(N\d{3})\s*(\d+)\s/g), (match) => [match[1] ?? '', Number(match[2])]),
  )
}

test.for(['plain', 'ua-1'] as const)(
  'a book is complete and every page number in its contents is right (%s)',
  async (standard) => {
    // The accessible engine is slower by far; its long book is in the long tests.
    const count = standard === 'plain' ? 200 : 40
    const articles = Array.from({ length: count }, (_, place) => articleAt(place))
    const documents = await makeDocuments({ articles, tags: [PARTNER] })
    const made = await documents.make(bookOrder(standard))
    expect(made.articles).toBe(count)
    const bytes = await bytesOf(documents, made.document)
    const { pages, fonts, title, tagged } = await readPdf(bytes)
    expect([title, tagged, pages.length]).toEqual(['Тасқын жылы', standard === 'ua-1', made.pages])
    expect(fonts.filter((font) => !FONT_NAMES.has(font))).toEqual([])

    const firstArticle = pages.findIndex((text) => /^.*(N000)(?!.*N001)/s.test(text) && text.includes(SENTENCES.en))
    const contents = contentsEntries(pages.slice(0, firstArticle))
    expect(contents.size).toBe(count)
    const whole = withoutLineBreaks(pages.slice(firstArticle).join(' '))
    let from = 0
    for (const [place, article] of articles.entries()) {
      const marker = `N${String(place).padStart(3, '0')}`
      const page = contents.get(marker) ?? 0
      expect(pages[page - 1], `${marker} on page ${String(page)}`).toContain(marker)
      expect(pages[page - 2] ?? '').not.toContain(`${article.title} `)
      const at = whole.indexOf(withoutLineBreaks(article.title), from)
      expect(at, marker).toBeGreaterThanOrEqual(from)
      from = at
    }
  },
)

test('the text of every article stands in the book, whole and in order', async () => {
  const articles = Array.from({ length: 30 }, (_, place) => articleAt(place * 6))
  const documents = await makeDocuments({ articles })
  const made = await documents.make(bookOrder('plain', 'partner'))
  const { pages } = await readPdf(await bytesOf(documents, made.document))
  const footer = /Press office\s*\d+ беттің \d+-беті/g
  const text = withoutLineBreaks(pages.map((page) => page.replaceAll(footer, '')).join(' '))
  for (const article of articles) expect(text).toContain(withoutLineBreaks(article.body))
})

test('bookmarks and links of the contents lead to the right pages', async () => {
  const articles = Array.from({ length: 12 }, (_, place) => articleAt(place * 11))
  const documents = await makeDocuments({ articles })
  const made = await documents.make(bookOrder('ua-1'))
  const bytes = await bytesOf(documents, made.document)
  const { pages, bookmarks, links } = await readPdf(bytes)
  const titles = new Set(articles.map((article) => article.title))
  const leading = bookmarks.filter((entry) => titles.has(entry.title))
  expect(leading).toHaveLength(12)
  for (const { title, page } of leading) expect(pages[page - 1]).toContain(title)
  // Cover, foreword, then the contents.
  expect(links[2]).toBeGreaterThanOrEqual(12)
})

test('indexes name outlets and partners with the pages of their articles', async () => {
  const articles = [articleAt(0), articleAt(7), articleAt(1)]
  const documents = await makeDocuments({ articles, tags: [PARTNER] })
  const made = await documents.make(bookOrder('plain'))
  const { pages } = await readPdf(await bytesOf(documents, made.document))
  const index = pages.find((page) => page.startsWith('Авторлар мен серіктестер көрсеткіші')) ?? ''
  const numbers = /Өзен институты\s+([\d, ]+)/.exec(index)?.[1]?.match(/\d+/g)?.map(Number) ?? []
  expect(numbers).toHaveLength(2)
  for (const number of numbers) expect(pages[number - 1]).toMatch(/N00[07]/)
})

test('an empty book is still a book', async () => {
  const documents = await makeDocuments({ articles: [] })
  const made = await documents.make({ ...bookOrder('plain'), kind: 'book', title: '', foreword: '' } as DocumentOrder)
  const { pages } = await readPdf(await bytesOf(documents, made.document))
  expect(pages[0]).toContain('Баспасөз жинағы')
})

test.each(['en', 'ru', 'kk'] as const)(
  'a book of texts without an outlet says nothing of outlets, in %s',
  async (language) => {
    const words = createTranslator(language)
    for (const outlet of ['', 'Steppe Herald']) {
      const documents = await makeDocuments({ articles: [makeArticle({ outlet, kind: 'own', language })] })
      const made = await documents.make({ ...bookOrder('plain'), language })
      const [cover = ''] = (await readPdf(await bytesOf(documents, made.document))).pages
      expect(cover).toContain(words('printed.articlesLabel'))
      expect(cover.includes(words('printed.outletsLabel'))).toBe(outlet !== '')
    }
  },
)
