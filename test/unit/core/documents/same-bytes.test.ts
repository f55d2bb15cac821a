import { expect, test } from 'vitest'
import type { DocumentOrder } from '../../../../core/contract/document-order.ts'
import { EXPORT_FORMATS } from '../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { makeArticle } from '../../../support/make-article.ts'
import { bytesOf, makeDocuments } from '../../../support/make-documents.ts'

const ARTICLES = Array.from({ length: 6 }, (_, place) =>
  makeArticle({
    title: `Су тасқыны ${String(place)}`,
    published: `2026-11-${String(17 + place)}` as PartialDay,
    outlet: ['Көл жағасы', 'Steppe Herald'][place % 2] ?? '',
    language: (['kk', 'en', 'ru'] as const)[place % 3] ?? 'en',
    body: 'Келген топ тасқынды өлшеді.\n\n## Бөлім\n\n- one\n- two',
  }),
)
const TIMELINE = {
  grain: 'month',
  span: null,
  buckets: [],
  background: [],
  lanes: [],
  laneCount: 0,
  stack: null,
  outside: { dated: 0, undated: 0 },
  undated: 0,
  imprecise: 0,
  total: 6,
} as const

const printed = { query: '', filter: NO_FILTER, language: 'kk', paper: 'a4', template: '', title: '' } as const
const ORDERS: readonly DocumentOrder[] = [
  { kind: 'book', ...printed, standard: 'a-2b', sort: 'oldest', grouping: 'month', foreword: 'Алғы сөз.' },
  { kind: 'book', ...printed, standard: 'ua-1', sort: 'oldest', grouping: 'outlet', foreword: '' },
  { kind: 'report', ...printed, standard: 'a-2b' },
  { kind: 'report', ...printed, standard: 'ua-1' },
  { kind: 'timeline', ...printed, standard: 'plain', grain: 'auto', lanes: null },
  { kind: 'digest', ...printed, standard: 'plain', period: 'week' },
  ...EXPORT_FORMATS.map((format): DocumentOrder => ({
    kind: 'data',
    format,
    query: '',
    filter: NO_FILTER,
    language: 'kk',
    sort: 'newest',
  })),
]

test.for(
  ORDERS.map((order) => [order.kind === 'data' ? order.format : `${order.kind}, ${order.standard}`, order] as const),
)('the same articles at the same moment give the same bytes (%s)', async ([, order]) => {
  const made: Uint8Array[] = []
  for (let time = 0; time < 2; time += 1) {
    const documents = await makeDocuments({ articles: ARTICLES, timeline: TIMELINE })
    made.push(await bytesOf(documents, (await documents.make(order)).document))
  }
  const [one = Buffer.alloc(0), other = Buffer.alloc(0)] = made
  expect(one.length).toBeGreaterThan(50)
  expect(Buffer.from(one).equals(other)).toBe(true)
})
