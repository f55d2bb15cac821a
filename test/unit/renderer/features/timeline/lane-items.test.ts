import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createArticleId } from '../../../../../core/model/article-id.ts'
import { dayNumber, dayText } from '../../../../../core/model/calendar-units.ts'
import type { TimelineMark } from '../../../../../core/model/timeline.ts'
import { unitsOf } from '../../../../../core/model/unit-range.ts'
import { cellItems, clusterItems, markItems, MOST_LINES } from '../../../../../renderer/features/timeline/lane-items.ts'
import { joinUnits } from '../../../../../renderer/features/timeline/join-units.ts'
import { tallyOf, type Tally } from '../../../../../renderer/features/timeline/tally.ts'
import { day } from '../../../../support/catalog-of.ts'

const FIRST = dayNumber('2024-01-01')
const RANGE = unitsOf({ from: '2024-01-01', to: '2024-12-31' }, 'day')

const countsOn = (counts: readonly (readonly [number, number])[]): Tally => ({
  units: counts.map(([place]) => FIRST + place),
  counts: counts.map(([, count]) => count),
})

const markOn = (number: number, place: number): TimelineMark => ({
  id: createArticleId(1_700_000_000_000 + number, [0, 0, 0, 0, 0, 0, 0]),
  title: `Article ${number}`,
  published: day(dayText(FIRST + place)),
  outlet: '',
  language: 'en',
  lanes: ['lane'],
})

const sum = (items: readonly { readonly count: number }[]): number => items.reduce((all, { count }) => all + count, 0)

test('however far or near, every article of the range is in exactly one thing that can be seen', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 365 }), { maxLength: 400 }),
      fc.integer({ min: 200, max: 4_000 }),
      (places, width) => {
        const sorted = places.toSorted((one, other) => one - other)
        const counts = [...Map.groupBy(sorted, (place) => place)].map(([place, list]) => [place, list.length] as const)
        const cells = cellItems(countsOn(counts), RANGE, width)
        const each = Array.from({ length: cells.length }, (_, place) => cells.at(place)!)
        expect(sum(each)).toBe(places.length)
        expect(each.map(({ x, width: wide }) => cells.cellAt(x + wide / 2))).toEqual([...each.keys()])
        const clusters = clusterItems(countsOn(counts), RANGE, width)
        expect(sum(clusters)).toBe(places.length)
        expect(clusters.length).toBeLessThanOrEqual(40)
        const marks = sorted.map((place, number) => markOn(number, place))
        expect(sum(markItems(marks, RANGE, width))).toBe(places.length)
      },
    ),
  )
})

test('titles never overlap and never leave the lane; what has no room is gathered below them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 365 }), { maxLength: 120 }), (places) => {
      const width = 900
      const marks = places.toSorted((one, other) => one - other).map((place, number) => markOn(number, place))
      const items = markItems(marks, RANGE, width)
      for (const item of items) {
        expect(item.x).toBeGreaterThanOrEqual(0)
        expect(item.x + item.width).toBeLessThanOrEqual(width + 0.001)
        expect(item.line).toBeLessThanOrEqual(MOST_LINES)
      }
      for (const line of [0, 1, 2, 3]) {
        const onLine = items.filter((item) => item.line === line)
        for (const [place, item] of onLine.entries()) {
          const next = onLine[place + 1]
          if (next !== undefined) expect(next.x).toBeGreaterThanOrEqual(item.x + item.width - 0.001)
        }
      }
    }),
  )
})

test('a date known to the month stands in the middle of it', () => {
  const mark = { ...markOn(1, 0), published: day('2024-07') }
  const [item] = markItems([mark], RANGE, 3_660)
  expect(item?.x).toBeCloseTo((dayNumber('2024-07-16') - FIRST + 0.5) * 10, 3)
})

test('joined units keep every peak at its place and are never more than there is room for', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.integer({ min: 0, max: 900 }).map(String), fc.integer({ min: 1, max: 50 })),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 300 }),
      (counted, most, offset) => {
        const counts = Object.entries(counted).map(([place, count]) => [Number(place), count] as const)
        const range = { grain: 'day', first: FIRST + offset, last: FIRST + 700 } as const
        const { width, columns } = joinUnits(countsOn(counts), range, most)
        expect(columns.length).toBeLessThanOrEqual(most)
        const expected = new Map<number, number>()
        for (const [place, count] of counts) {
          if (place < offset || place > 700) continue
          const start = Math.floor((place - offset) / width) * width
          expected.set(start, Math.max(expected.get(start) ?? 0, count))
        }
        expect(columns.map(({ start, count }) => [start, count])).toEqual([...expected])
      },
    ),
  )
})

test('buckets become a tally in their order', () => {
  const buckets = [
    { start: '2024-01-01', count: 3 },
    { start: '2024-02-01', count: 1 },
  ]
  expect(tallyOf(buckets, 'day')).toEqual({ units: [FIRST, FIRST + 31], counts: [3, 1] })
})
