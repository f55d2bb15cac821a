import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RowSet } from '../../../../core/archive/catalog/catalog.ts'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import { firstDayOf, lastDayOf } from '../../../../core/model/calendar-day.ts'
import type { Tag, TagId } from '../../../../core/model/tag.ts'
import {
  GRAINS,
  LANE_FIELDS,
  STACK_FIELDS,
  type Grain,
  type LaneField,
  type LanePage,
  type StackField,
  type Timeline,
} from '../../../../core/model/timeline.ts'
import { readTimeline } from '../../../../core/timeline/read-timeline.ts'
import { catalogOf, day, summaryOf } from '../../../support/catalog-of.ts'

const id = (text: string): TagId => text as TagId
const TAGS: readonly Tag[] = [
  { id: id('cardiff'), kind: 'partner', names: { en: 'Cardiff', ru: 'Кардифф' }, aliases: [], color: '#111111' },
  { id: id('minerva'), kind: 'partner', names: { en: 'Minerva' }, aliases: [], color: '#222222' },
  { id: id('green'), kind: 'initiative', names: { kk: 'Жасыл' }, aliases: [], color: '#333333' },
]
const tagOf = (wanted: TagId): Tag | undefined => TAGS.find((tag) => tag.id === wanted)

function timelineOf(
  articles: readonly ArticleSummary[],
  options: {
    grain?: Grain | 'auto'
    lanes?: LaneField
    stack?: StackField
    rows?: RowSet
    dead?: ReadonlySet<number>
  } = {},
): Timeline {
  const catalog = catalogOf(articles, options.dead)
  return readTimeline({
    catalog,
    rows: options.rows ?? catalog.columns.live,
    grain: options.grain ?? 'month',
    lanes: options.lanes ?? null,
    stack: options.stack ?? null,
    tagOf,
    language: 'ru',
  })
}

const pad = (value: number): string => String(value).padStart(2, '0')
const wholeDay = fc
  .integer({ min: Date.parse('2019-12-20') / 86_400_000, max: Date.parse('2025-01-10') / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))
const partial = fc
  .oneof(
    { weight: 8, arbitrary: wholeDay },
    fc.tuple(fc.integer({ min: 2019, max: 2025 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${pad(m)}`),
    fc.constantFrom('2020', '2024', '2024-02-29', '2020-12-31', '2021-01-01', '2021-01-03', '2021-01-04', '2021-02'),
  )
  .map(day)
const tagList = (...names: string[]): fc.Arbitrary<TagId[]> => fc.subarray(names.map(id))
const article = fc.record({
  published: fc.option(partial),
  outlet: fc.constantFrom('', 'Vestnik', 'Dala'),
  language: fc.constantFrom('en', 'ru', 'kk', 'other'),
  kind: fc.constantFrom('own', 'coverage'),
  story: fc.constantFrom('', 'story-1', 'story-2'),
  tags: fc.record({
    initiative: tagList('green', 'unregistered-initiative'),
    partner: tagList('cardiff', 'minerva'),
    topic: tagList('unregistered-topic'),
  }),
})

/** The slow truth: the first day of the unit that holds the whole date, or why there is none. */
function naiveUnit(published: ArticleSummary['published'], grain: Grain): string {
  if (published === null) return 'undated'
  const [first, last] = [startOf(firstDayOf(published), grain), startOf(lastDayOf(published), grain)]
  return first === last ? first : 'imprecise'
}

function startOf(text: string, grain: Grain): string {
  const date = new Date(`${text}T00:00:00Z`)
  switch (grain) {
    case 'day':
      return text
    case 'week':
      return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
    case 'month':
      return `${text.slice(0, 7)}-01`
    case 'quarter':
      return `${text.slice(0, 4)}-${pad(Math.floor(date.getUTCMonth() / 3) * 3 + 1)}-01`
    case 'year':
      return `${text.slice(0, 4)}-01-01`
  }
}

function naiveCounts(articles: readonly ArticleSummary[], grain: Grain): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { published } of articles) {
    const unit = naiveUnit(published, grain)
    counts[unit] = (counts[unit] ?? 0) + 1
  }
  return counts
}

function asRecord(counted: Pick<Timeline, 'buckets' | 'undated' | 'imprecise'>): Record<string, number> {
  const record = Object.fromEntries(counted.buckets.map(({ start, count }) => [start, count]))
  if (counted.undated > 0) record['undated'] = counted.undated
  if (counted.imprecise > 0) record['imprecise'] = counted.imprecise
  return record
}

function naiveLanesOf(summary: ArticleSummary, field: LaneField): readonly string[] {
  switch (field) {
    case 'outlet':
      return [summary.outlet]
    case 'language':
      return [summary.language]
    case 'kind':
      return [summary.kind]
    case 'story':
      return [summary.story]
    case 'initiative':
    case 'partner':
    case 'topic':
      return summary.tags[field].length > 0 ? summary.tags[field] : ['']
  }
}

test('buckets, background and every lane equal a naive count, for any grain, lanes, filter and dead rows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ fields: article, member: fc.boolean(), alive: fc.boolean() }), { maxLength: 60 }),
      fc.constantFrom(...GRAINS),
      fc.constantFrom(...LANE_FIELDS),
      (entries, grain, lanes) => {
        const articles = entries.map(({ fields }, index) => summaryOf(index, fields))
        const dead = new Set(entries.flatMap(({ alive }, row) => (alive ? [] : [row])))
        const rows = Uint8Array.from(entries, ({ member }) => (member ? 1 : 0))
        const living = articles.filter((_, row) => !dead.has(row))
        const members = articles.filter((_, row) => !dead.has(row) && rows[row] === 1)
        const timeline = timelineOf(articles, { grain, lanes, rows, dead })

        expect(timeline.total).toBe(members.length)
        expect(asRecord(timeline)).toEqual(naiveCounts(members, grain))
        const { undated: _undated, imprecise: _imprecise, ...background } = naiveCounts(living, grain)
        expect(Object.fromEntries(timeline.background.map(({ start, count }) => [start, count]))).toEqual(background)

        const laneIds = new Set(members.flatMap((member) => naiveLanesOf(member, lanes)))
        expect(timeline.lanes.map((lane) => lane.id).sort()).toEqual([...laneIds].sort())
        for (const lane of timeline.lanes) {
          const inLane = members.filter((member) => naiveLanesOf(member, lanes).includes(lane.id))
          expect(lane.total).toBe(inLane.length)
          expect(asRecord(lane)).toEqual(naiveCounts(inLane, grain))
        }
        for (const list of [timeline.buckets, timeline.background, ...timeline.lanes.map((lane) => lane.buckets)]) {
          expect(list.map(({ start }) => start)).toEqual(list.map(({ start }) => start).sort())
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('the parts of divided bars are disjoint and add up to every bar, whatever divides them', () => {
  fc.assert(
    fc.property(
      fc.array(article, { maxLength: 80 }),
      fc.constantFrom(...GRAINS),
      fc.constantFrom(...STACK_FIELDS),
      (fields, grain, stack) => {
        const articles = fields.map((entry, index) => summaryOf(index, entry))
        const timeline = timelineOf(articles, { grain, stack })
        const parts = timeline.stack ?? []
        expect(parts.reduce((sum, { total }) => sum + total, 0)).toBe(articles.length)
        const summed: Record<string, number> = {}
        for (const part of parts) {
          expect(part.total).toBeGreaterThan(0)
          for (const [unit, count] of Object.entries(asRecord(part))) summed[unit] = (summed[unit] ?? 0) + count
        }
        expect(summed).toEqual(asRecord(timeline))
        const several = parts.find(({ role }) => role === 'several')?.total ?? 0
        expect(several).toBe(articles.filter((entry) => naiveLanesOf(entry, stack).length > 1).length)
      },
    ),
    { numRuns: 200 },
  )
})

test('the last week of 2020 is week 53 and holds the first days of 2021', () => {
  const days = ['2020-12-27', '2020-12-28', '2020-12-31', '2021-01-01', '2021-01-03', '2021-01-04'].map(day)
  const articles = days.map((published, index) => summaryOf(index, { published }))
  expect(timelineOf(articles, { grain: 'week' }).buckets).toEqual([
    { start: '2020-12-21', count: 1 },
    { start: '2020-12-28', count: 4 },
    { start: '2021-01-04', count: 1 },
  ])
})

test('a page of lanes has the pinned ones first and leaves the hidden ones out', () => {
  const outlets = ['Delta', 'Alpha', 'Beta', 'Beta', 'Gamma', 'Gamma', 'Gamma', '']
  const articles = outlets.map((outlet, index) => summaryOf(index, { outlet, published: day(`20${24 - index}-05-01`) }))
  const lanesOf = (page: Partial<LanePage>): readonly string[] => {
    const catalog = catalogOf(articles)
    const whole = { order: 'count', limit: 10, pinned: [], hidden: [], ...page } as const
    const base = { catalog, rows: catalog.columns.live, grain: 'year', lanes: 'outlet', tagOf, language: 'en' } as const
    return readTimeline({ ...base, page: whole }).lanes.map(({ id: name }) => name)
  }
  expect(lanesOf({})).toEqual(['Gamma', 'Beta', 'Alpha', 'Delta', ''])
  expect(lanesOf({ order: 'name' })).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma', ''])
  expect(lanesOf({ order: 'first' })).toEqual(['Gamma', 'Beta', 'Alpha', 'Delta', ''])
  expect(lanesOf({ pinned: ['Delta'], hidden: ['Beta'] })).toEqual(['Delta', 'Gamma', 'Alpha', ''])
  expect(lanesOf({ limit: 2 })).toEqual(['Gamma', 'Beta'])
})

test('lanes of stories are named by the own release, and what lies outside the days asked for is counted', () => {
  const articles = [
    summaryOf(1, { story: 's', kind: 'coverage', title: 'Picked up', published: day('2024-05-02') }),
    summaryOf(2, { story: 's', kind: 'own', title: 'Release', published: day('2024-05-03') }),
    summaryOf(3, { published: day('2020-01-01') }),
    summaryOf(4),
  ]
  const catalog = catalogOf(articles)
  const limits = { from: '2024-05-01', to: '2024-05-31' }
  const rows = Uint8Array.of(1, 1, 0, 0)
  const anyTime = catalog.columns.live
  const base = { catalog, rows, anyTime, limits, lanes: 'story', tagOf, language: 'en' } as const
  const timeline = readTimeline({ ...base, grain: 'auto' })
  expect(timeline.lanes).toMatchObject([{ id: 's', label: 'Release', total: 2 }])
  expect(timeline.outside).toEqual({ dated: 1, undated: 1 })
  expect(timeline.grain).toBe('day')
})

test('a date known to the month counts in month, quarter and year, and is imprecise in weeks and days', () => {
  const articles = [summaryOf(1, { published: day('2024-02') })]
  expect(timelineOf(articles, { grain: 'month' }).buckets).toEqual([{ start: '2024-02-01', count: 1 }])
  expect(timelineOf(articles, { grain: 'quarter' }).buckets).toEqual([{ start: '2024-01-01', count: 1 }])
  expect(timelineOf(articles, { grain: 'week' })).toMatchObject({ buckets: [], imprecise: 1, undated: 0, total: 1 })
})

test('lanes carry the name in the language asked for, the colour, and the first and last date as known', () => {
  const tags = { initiative: [], partner: [id('cardiff')], topic: [] }
  const { lanes } = timelineOf(
    [
      summaryOf(1, { published: day('2024-02'), tags }),
      summaryOf(2, { published: day('2023-11-05'), tags }),
      summaryOf(3),
    ],
    { lanes: 'partner' },
  )
  expect(lanes[0]).toMatchObject({
    id: 'cardiff',
    label: 'Кардифф',
    color: '#111111',
    total: 2,
    first: '2023-11-05',
    last: '2024-02',
  })
  expect(lanes[1]).toMatchObject({ id: '', label: '', total: 1, undated: 1, first: null, last: null })
})

test('the automatic grain follows the span of the filtered articles', () => {
  const articles = [summaryOf(1, { published: day('2023-11-05') }), summaryOf(2, { published: day('2026-10-05') })]
  const all = timelineOf(articles, { grain: 'auto' })
  expect(all.grain).toBe('month')
  expect(all.span).toEqual({ from: '2023-11-05', to: '2026-10-05' })
  expect(timelineOf(articles, { grain: 'auto', rows: Uint8Array.of(1, 0) }).grain).toBe('day')
})

test('an empty archive gives an empty timeline', () => {
  expect(timelineOf([], { grain: 'auto', lanes: 'outlet' })).toEqual({
    grain: 'day',
    span: null,
    buckets: [],
    background: [],
    lanes: [],
    laneCount: 0,
    stack: null,
    outside: { dated: 0, undated: 0 },
    undated: 0,
    imprecise: 0,
    total: 0,
  })
})
