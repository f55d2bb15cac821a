import { expect, test } from 'vitest'
import {
  firstDayOfMonth,
  lastDayOfMonth,
  monthNumber,
  monthText,
} from '../../../../../renderer/features/library/months.ts'

test('months are counted without a gap over the end of a year', () => {
  expect(monthNumber('2025-01-01') - monthNumber('2024-12-31')).toBe(1)
})

test('a month leads back to its text and its days', () => {
  const february = monthNumber('2024-02-10')
  expect([monthText(february), firstDayOfMonth(february), lastDayOfMonth(february)]).toEqual([
    '2024-02',
    '2024-02-01',
    '2024-02-29',
  ])
})
