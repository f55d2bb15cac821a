import { expect, test } from 'vitest'
import { axisMarks } from '../../../../core/model/axis-marks.ts'
import type { Language } from '../../../../core/model/language.ts'
import type { Grain } from '../../../../core/model/timeline.ts'
import { unitsOf } from '../../../../core/model/unit-range.ts'

const labels = (from: string, to: string, grain: Grain, language: Language = 'en'): readonly string[] =>
  axisMarks(unitsOf({ from, to }, grain), language).map(({ label }) => label)

test('a span of years is named by years, one year by its months, some weeks by days', () => {
  expect(labels('2019-01-01', '2023-12-31', 'month')).toEqual(['2019', '2020', '2021', '2022', '2023'])
  expect(labels('2025-01-01', '2025-12-31', 'month')[0]).toBe('Jan 2025')
  expect(labels('2025-01-01', '2025-12-31', 'week').slice(0, 3)).toEqual(['Jan 2025', 'Feb', 'Mar'])
  expect(labels('2026-05-04', '2026-05-15', 'day', 'ru')[0]).toBe('4 мая')
  expect(labels('2026-05-04', '2026-05-15', 'day', 'kk')[0]).toBe('4 мам')
})

test('names never stand closer than they are wide, and never outside the chart', () => {
  for (const grain of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    const marks = axisMarks(unitsOf({ from: '1999-12-20', to: '2026-11-23' }, grain), 'en')
    expect(marks.length).toBeGreaterThan(3)
    for (const [place, mark] of marks.entries()) {
      expect(mark.place).toBeGreaterThanOrEqual(0)
      expect(mark.place).toBeLessThan(1)
      expect(mark.place - (marks[place - 1]?.place ?? -1)).toBeGreaterThan(0.05)
    }
  }
})
