import { expect, test } from 'vitest'
import type { Tag, TagId } from '../../../../core/model/tag.ts'
import { compareTags } from '../../../../core/timeline/compare-tags.ts'
import { laneKeysOf } from '../../../../core/timeline/lane-keys.ts'
import { readMarks } from '../../../../core/timeline/read-marks.ts'
import { catalogOf, day, summaryOf } from '../../../support/catalog-of.ts'

const id = (text: string): TagId => text as TagId
const partner = (name: string): Tag => ({
  id: id(name),
  kind: 'partner',
  names: { en: name.toUpperCase() },
  aliases: [],
  color: '#111111',
})
const tagOf = (wanted: TagId): Tag | undefined => [partner('one'), partner('two')].find((tag) => tag.id === wanted)
const tags = (...names: string[]) => ({ initiative: [], partner: names.map(id), topic: [] })

const ARTICLES = [
  summaryOf(0, { published: day('2024-03-05'), tags: tags('one', 'two'), title: 'Both' }),
  summaryOf(1, { published: day('2024-01-05'), tags: tags('one'), kind: 'coverage' }),
  summaryOf(2, { published: day('2024-01-20'), tags: tags('one') }),
  summaryOf(3, { published: day('2024-06-01'), tags: tags('two') }),
  summaryOf(4, { published: null, tags: tags('two') }),
  summaryOf(5, { published: day('2024-02'), tags: tags() }),
]

test('marks are the dated articles, oldest first, each with its lanes; above the limit only their number', () => {
  const catalog = catalogOf(ARTICLES)
  const keys = laneKeysOf(catalog, 'partner', tagOf, 'en')
  const { total, marks } = readMarks(catalog, catalog.columns.live, keys, 10)
  expect(total).toBe(5)
  expect(marks.map(({ published, lanes }) => [published, ...lanes])).toEqual([
    ['2024-01-05', 'one'],
    ['2024-01-20', 'one'],
    ['2024-02', ''],
    ['2024-03-05', 'one', 'two'],
    ['2024-06-01', 'two'],
  ])
  expect(readMarks(catalog, catalog.columns.live, keys, 4)).toEqual({ total: 5, marks: [] })
})

test('a comparison tells counts, kinds, the longest silence, the peak and what two tags share', () => {
  const catalog = catalogOf(ARTICLES)
  const base = { catalog, rows: catalog.columns.live, limits: { from: null, to: null }, tagOf, language: 'en' } as const
  const compared = compareTags({ ...base, grain: 'month', tags: [id('one'), id('two')], today: '2024-06-10' })
  expect(compared.span).toEqual({ from: '2024-01-05', to: '2024-06-01' })
  expect(compared.together).toEqual([
    [3, 1],
    [1, 3],
  ])
  expect(compared.tags[0]).toMatchObject({
    lane: { label: 'ONE', total: 3, first: '2024-01-05', last: '2024-03-05' },
    own: 2,
    coverage: 1,
    silence: { from: '2024-03-06', to: '2024-06-10', days: 97, open: true },
    peak: { start: '2024-01-01', count: 2 },
  })
  expect(compared.tags[1]?.lane).toMatchObject({ total: 3, undated: 1 })
})
