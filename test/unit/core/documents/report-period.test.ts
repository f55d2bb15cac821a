import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, monthsOf, periodBefore } from '../../../../core/documents/report-period.ts'

test('whole months are compared with whole months', () => {
  expect(periodBefore({ from: '2025-01-01', to: '2025-12-31' })).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  expect(periodBefore({ from: '2025-03-01', to: '2025-03-31' })).toEqual({ from: '2025-02-01', to: '2025-02-28' })
  expect(periodBefore({ from: '2024-01-01', to: '2024-03-31' })).toEqual({ from: '2023-10-01', to: '2023-12-31' })
})

test('any other period is compared with as many days right before it', () => {
  expect(periodBefore({ from: '2025-03-10', to: '2025-03-16' })).toEqual({ from: '2025-03-03', to: '2025-03-09' })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_500 }), (start, length) => {
      const period = { from: addDays('1990-01-02', start), to: addDays('1990-01-02', start + length) }
      const before = periodBefore(period)
      expect(addDays(before.to, 1)).toBe(period.from)
      expect(before.from <= before.to).toBe(true)
    }),
  )
})

test('months run over the turn of a year', () => {
  expect(monthsOf({ from: '2024-11-20', to: '2025-02-01' })).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
})

test('days between two days count leap days', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})
