import fc from 'fast-check'
import { expect, test } from 'vitest'
import { automaticGrain, dayNumber, dayText, firstDayOfUnit, unitOfDay } from '../../../../core/model/calendar-units.ts'
import { GRAINS } from '../../../../core/model/timeline.ts'

const DAY = 86_400_000
const FIRST = Date.parse('1000-01-01') / DAY
const LAST = Date.parse('9999-12-31') / DAY
const days = fc.integer({ min: FIRST, max: LAST })

/** The slow truth, from the calendar of Date in UTC. */
function startOfUnit(text: string, grain: (typeof GRAINS)[number]): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (grain === 'week') while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1)
  if (grain === 'month' || grain === 'quarter' || grain === 'year') date.setUTCDate(1)
  if (grain === 'quarter') while (date.getUTCMonth() % 3 !== 0) date.setUTCMonth(date.getUTCMonth() - 1)
  if (grain === 'year') date.setUTCMonth(0)
  return date.toISOString().slice(0, 10)
}

test('day numbers and days convert into each other over the years 1000 to 9999', () => {
  fc.assert(
    fc.property(days, (day) => {
      const text = new Date(day * DAY).toISOString().slice(0, 10)
      expect(dayText(day)).toBe(text)
      expect(dayNumber(text)).toBe(day)
    }),
  )
})

test('a unit begins where the calendar says, for every grain', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...GRAINS), (day, grain) => {
      expect(dayText(firstDayOfUnit(unitOfDay(day, grain), grain))).toBe(startOfUnit(dayText(day), grain))
    }),
  )
})

test('units are numbered without gaps', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...GRAINS), (day, grain) => {
      const unit = unitOfDay(day, grain)
      expect(unitOfDay(firstDayOfUnit(unit, grain) - 1, grain)).toBe(unit - 1)
      expect(unitOfDay(firstDayOfUnit(unit + 1, grain), grain)).toBe(unit + 1)
    }),
  )
})

test('weeks are ISO weeks at year ends, in week 53 and around leap days', () => {
  const monday = (text: string): string => dayText(firstDayOfUnit(unitOfDay(dayNumber(text), 'week'), 'week'))
  expect(monday('2021-01-03')).toBe('2020-12-28')
  expect(monday('2020-12-31')).toBe('2020-12-28')
  expect(monday('2024-12-30')).toBe('2024-12-30')
  expect(monday('2024-02-29')).toBe('2024-02-26')
  expect(monday('1969-12-31')).toBe('1969-12-29')
})

test('the automatic grain keeps the number of units in view small', () => {
  expect(automaticGrain(0)).toBe('day')
  expect(automaticGrain(31)).toBe('day')
  expect(automaticGrain(180)).toBe('week')
  expect(automaticGrain(1096)).toBe('month')
  expect(automaticGrain(366 * 10)).toBe('quarter')
  expect(automaticGrain(366 * 40)).toBe('year')
})
