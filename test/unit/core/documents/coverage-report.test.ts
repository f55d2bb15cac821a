import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { Article } from '../../../../core/model/article.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { createTranslator } from '../../../../core/translate/create-translator.ts'
import { makeArticle, makeTag } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../../support/make-documents.ts'
import { readPdf } from '../../../support/read-pdf.ts'

const HEARD = makeTag('river-institute', 'partner', { en: 'River Institute' })
const SILENT = makeTag('old-academy', 'partner', { en: 'Old Academy' })
const RELEASE = 'The laboratory on the river bank opens its doors to all who want to see how water is measured today.'

function day(text: string): PartialDay {
  // Written as days in this file.
  return text as PartialDay
}

const ARTICLES: readonly Article[] = [
  makeArticle({ kind: 'own', published: day('2025-03-01'), story: 's1', title: 'Doors open', body: RELEASE }),
  makeArticle({
    published: day('2025-03-04'),
    story: 's1',
    outlet: 'Steppe Herald',
    body: `${RELEASE} Others came too.`,
    tags: { ...NO_TAGS, partner: [HEARD.id] },
  }),
  makeArticle({ kind: 'own', published: day('2025-06-10'), title: 'Nobody heard', body: 'Short.' }),
  makeArticle({ published: day('2025-11-30'), outlet: 'Алтай', language: 'kk' }),
  makeArticle({ published: day('2024-05-05'), tags: { ...NO_TAGS, partner: [SILENT.id] } }),
]

const ORDER: DocumentOrder = {
  kind: 'report',
  query: 'water',
  filter: { ...NO_FILTER, from: '2025-01-01', to: '2025-12-31' },
  language: 'en',
  standard: 'ua-1',
  paper: 'a4',
  template: '',
  title: '',
}

test('a report counts the year against the one before, names each search, and gives the same figures as CSV', async () => {
  const documents = await makeDocuments({ articles: ARTICLES, tags: [HEARD, SILENT] })
  const made = await documents.make(ORDER)
  const { pages, tagged } = await readPdf(await bytesOf(documents, made.document))
  const text = pages.join(' ').replaceAll('\u200b', '')
  expect(tagged).toBe(true)
  for (const words of [
    '1 January 2025 – 31 December 2025',
    'Period before: 1 (+3)',
    'not picked up',
    'Old Academy',
    '5 May 2024',
  ]) {
    expect(text).toContain(words)
  }
  const [companion] = made.companions ?? []
  const csv = Buffer.from(await bytesOf(documents, companion?.document ?? '')).toString('utf8')
  const rows = Papa.parse<string[]>(csv.slice(1).trim()).data
  const valueOf = (label: string): number => Number(rows.find((row) => row[1] === label)?.[2])
  expect([valueOf('Articles'), valueOf('Own releases'), valueOf('Coverage')]).toEqual([4, 2, 2])
  const months = rows.filter((row) => row[0] === 'By month')
  expect(months).toHaveLength(12)
  expect(months.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(4)
  for (const group of ['By language', 'By outlet']) {
    const sum = rows.filter((row) => row[0] === group).reduce((total, row) => total + Number(row[2]), 0)
    expect(sum, group).toBe(4)
  }
  for (const row of rows.slice(1)) expect(row[5]).toMatch(/^water from:2025-\d\d-\d\d to:2025-\d\d-\d\d/)
  expect(text).toContain('water from:2025-01-01 to:2025-12-31 kind:own')
})

test('a pick-up shows its lag in days and the share of the text that it took over', async () => {
  const documents = await makeDocuments({ articles: ARTICLES, tags: [HEARD, SILENT] })
  const made = await documents.make({ ...ORDER, standard: 'plain' })
  const text = (await readPdf(await bytesOf(documents, made.document))).pages.join(' ')
  expect(text).toMatch(/Doors open \(1 March 2025\).*Steppe Herald.*4 March 2025.*3.*100 %/s)
})

test('what became of the releases goes out as CSV too, with the numbers of the articles', async () => {
  const documents = await makeDocuments({ articles: ARTICLES, tags: [HEARD, SILENT] })
  const made = await documents.make({ ...ORDER, standard: 'plain' })
  const companion = made.companions?.find(({ about }) => about === 'pick-ups')
  const csv = Buffer.from(await bytesOf(documents, companion?.document ?? '')).toString('utf8')
  const [, ...rows] = Papa.parse<string[]>(csv.slice(1).trim()).data
  const [release, copy, unheard] = ARTICLES
  expect(rows).toEqual([
    ['Doors open', '2025-03-01', release?.id, copy?.title, 'Steppe Herald', '2025-03-04', copy?.id, '3', '100'],
    ['Nobody heard', '2025-06-10', unheard?.id, 'not picked up', '', '', '', '', ''],
  ])
})

test.each(['en', 'ru', 'kk'] as const)(
  'a report of texts without any outlet has no table of outlets, in %s',
  async (language) => {
    const articles = ARTICLES.map((article) => ({ ...article, outlet: '' }))
    const documents = await makeDocuments({ articles, tags: [] })
    const made = await documents.make({ ...ORDER, standard: 'plain', language })
    const text = (await readPdf(await bytesOf(documents, made.document))).pages.join(' ')
    const words = createTranslator(language)
    expect(text).toContain(words('printed.byLanguage'))
    expect(text).not.toContain(words('printed.byOutlet'))
  },
)
