import { expect, test } from 'vitest'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import type { Timeline } from '../../../../core/model/timeline.ts'
import { makeArticle } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments, MADE_AT } from '../../../support/make-documents.ts'
import { readPdf } from '../../../support/read-pdf.ts'
import { digestPeriod } from '../../../../core/documents/digest.ts'

const PRINTED = {
  language: 'en',
  standard: 'plain',
  paper: 'a4',
  template: '',
  title: '',
  query: '',
  filter: NO_FILTER,
} as const

/** 250 articles over 50 months; the last ones undated or known by year only. */
const ARTICLES = Array.from({ length: 250 }, (_, place) => {
  const month = `${String(2021 + Math.floor(place / 60))}-${String(1 + (Math.floor(place / 5) % 12)).padStart(2, '0')}`
  const published = place === 249 ? null : ((place === 248 ? '2025' : `${month}-10`) as PartialDay)
  return makeArticle({
    title: `Event E${String(place).padStart(3, '0')}`,
    published,
    outlet: place % 2 === 0 ? 'Herald' : '',
  })
})

function timelineOf(lanes: boolean): Timeline {
  const months = Map.groupBy(
    ARTICLES.filter((article) => article.published?.length === 10),
    (article) => `${(article.published ?? '').slice(0, 7)}-01`,
  )
  const buckets = [...months].map(([start, articles]) => ({ start, count: articles.length }))
  const lane = {
    id: 'l',
    label: 'River Institute',
    color: '#2f8a5f',
    total: 248,
    first: null,
    last: null,
    undated: 0,
    imprecise: 0,
    buckets,
  }
  return {
    grain: 'month',
    span: { from: '2021-01-10', to: '2025-12-31' },
    buckets,
    background: [],
    lanes: lanes ? [lane] : [],
    laneCount: lanes ? 1 : 0,
    stack: null,
    outside: { dated: 0, undated: 0 },
    undated: 1,
    imprecise: 1,
    total: 250,
  }
}

test.for(['plain', 'ua-1'] as const)(
  'a timeline of 250 articles shows every one over as many pages as it needs (%s)',
  async (standard) => {
    const documents = await makeDocuments({ articles: ARTICLES, timeline: timelineOf(true) })
    const order: DocumentOrder = { ...PRINTED, kind: 'timeline', grain: 'month', lanes: 'partner', standard }
    const made = await documents.make(order)
    expect(made.articles).toBe(250)
    const { pages } = await readPdf(await bytesOf(documents, made.document))
    const text = pages.join(' ')
    for (const article of ARTICLES) expect(text).toContain(article.title)
    for (const words of [
      'January 2021',
      'River Institute',
      'Without a date: 1',
      'Known by month or year only: 1',
      'Undated',
    ]) {
      expect(text).toContain(words)
    }
    const order250 = ARTICLES.slice(0, 248).map((article) => text.lastIndexOf(article.title))
    expect(order250).toEqual(order250.toSorted((left, right) => left - right))
  },
)

test('a timeline without articles is one page that says nothing wrong', async () => {
  const empty: Timeline = { ...timelineOf(false), span: null, buckets: [], undated: 0, imprecise: 0, total: 0 }
  const documents = await makeDocuments({ articles: [], timeline: empty })
  const made = await documents.make({ ...PRINTED, kind: 'timeline', grain: 'auto', lanes: null })
  expect(made.pages).toBe(1)
})

test('a digest has the days before today, as PDF and as text', async () => {
  const days = ['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'] as const
  const articles = days.map((published, place) =>
    makeArticle({
      title: `News of ${published}`,
      published: published as PartialDay,
      kind: place % 2 === 0 ? 'coverage' : 'own',
      url: 'https://herald.example/n',
      summary: 'In short.',
    }),
  )
  const documents = await makeDocuments({ articles })
  const order: DocumentOrder = { ...PRINTED, kind: 'digest', period: 'week' }
  const made = await documents.make(order)
  const text = (await readPdf(await bytesOf(documents, made.document))).pages.join(' ')
  const plain = await documents.digestText(order)
  for (const shown of [text, plain]) {
    expect(shown).toContain('News of 2026-11-16')
    expect(shown).toContain('News of 2026-11-22')
    expect(shown).not.toContain('News of 2026-11-15')
    expect(shown).not.toContain('News of 2026-11-23')
  }
  expect(plain.indexOf('OUR NEWS')).toBeLessThan(plain.indexOf('OTHERS ABOUT US'))
  expect(digestPeriod('day', MADE_AT)).toEqual({ from: '2026-11-22', to: '2026-11-22' })
  await expect(documents.digestText({ ...PRINTED, kind: 'report' })).rejects.toMatchObject({ code: 'bad-request' })
})
