import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayText } from '../../../../../core/model/calendar-units.ts'
import { filterOf, panned, wider, zoomed, type Period } from '../../../../../renderer/features/timeline/periods.ts'

const days = (from: string, to: string): Period => ({ from: dayNumber(from), to: dayNumber(to) })
const inside = (one: Period, all: Period): boolean => one.from >= all.from && one.to <= all.to && one.from <= one.to

const someBounds = fc
  .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 0, max: 9_000 }))
  .map(([from, length]) => ({ from, to: from + length }))
const boundsAndPeriod = someBounds.chain((bounds) =>
  fc
    .tuple(fc.integer({ min: bounds.from, max: bounds.to }), fc.integer({ min: bounds.from, max: bounds.to }))
    .map(([one, other]) => ({ bounds, period: { from: Math.min(one, other), to: Math.max(one, other) } })),
)

test('zooming and moving stay within the bounds, and moving keeps the length', () => {
  fc.assert(
    fc.property(
      boundsAndPeriod,
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      ({ bounds, period }, factor, anchor, share) => {
        expect(inside(zoomed(period, factor, anchor, bounds), bounds)).toBe(true)
        const moved = panned(period, share, bounds)
        expect(inside(moved, bounds)).toBe(true)
        expect(moved.to - moved.from).toBe(period.to - period.from)
      },
    ),
  )
})

test('zooming in ends at one day, and zooming out from there at everything', () => {
  const bounds = days('2020-01-01', '2024-12-31')
  let period = bounds
  for (let step = 0; step < 40; step += 1) period = zoomed(period, 0.5, 0.3, bounds)
  expect(period.from).toBe(period.to)
  for (let step = 0; step < 40; step += 1) period = zoomed(period, 1.2, 0.3, bounds)
  expect(period).toEqual(bounds)
  expect(filterOf(period, bounds)).toEqual({ from: null, to: null })
})

test('the day under the pointer stays under it', () => {
  const bounds = days('2000-01-01', '2024-12-31')
  const period = days('2010-01-01', '2011-12-31')
  const next = zoomed(period, 0.5, 0.25, bounds)
  const dayAt = ({ from, to }: Period): number => from + 0.25 * (to - from + 1)
  expect(Math.abs(dayAt(next) - dayAt(period))).toBeLessThanOrEqual(1)
})

test('the way up leads from a day over its month and year to everything', () => {
  let filter = { from: '2024-02-29', to: '2024-02-29' } as { from: string | null; to: string | null }
  const way: string[] = []
  for (let step = 0; step < 3; step += 1) {
    filter = wider(filter)
    way.push(`${filter.from ?? ''}/${filter.to ?? ''}`)
  }
  expect(way).toEqual(['2024-02-01/2024-02-29', '2024-01-01/2024-12-31', '/'])
  expect(wider({ from: '2023-12-30', to: '2024-01-02' })).toEqual({ from: null, to: null })
  expect(dayText(dayNumber('2024-02-29'))).toBe('2024-02-29')
})
