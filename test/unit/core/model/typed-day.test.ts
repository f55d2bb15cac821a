import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTypedDay } from '../../../../core/model/typed-day.ts'

describe('a typed date', () => {
  test.each([
    ['2025-10-31', '2025-10-31'],
    ['31.10.2025', '2025-10-31'],
    ['31/10/2025', '2025-10-31'],
    ['1.6.2025', '2025-06-01'],
    ['10.2025', '2025-10'],
    ['2025', '2025'],
    ['2025-10', '2025-10'],
    [' 31 October 2025 ', '2025-10-31'],
    ['October 31, 2025', '2025-10-31'],
    ['31st of October 2025', '2025-10-31'],
    ['31 октября 2025 г.', '2025-10-31'],
    ['31 октября 2025 года', '2025-10-31'],
    ['октябрь 2025', '2025-10'],
    ['2025 жылғы 31 қазан', '2025-10-31'],
    ['2025 ж. 31 қазан', '2025-10-31'],
    ['2025 жылғы маусым', '2025-06'],
  ])('is read: %s', (typed, day) => {
    expect(parseTypedDay(typed)).toBe(day)
  })

  test.each([
    '',
    'tomorrow',
    '31.02.2025',
    '32.10.2025',
    '10.13.2025',
    '31.10.25',
    '1 2 3 4',
    '31 October',
    '12 12 October 2025',
  ])('is refused where there is no such day: %j', (typed) => {
    expect(parseTypedDay(typed)).toBeNull()
  })

  test('never throws and never gives a day that does not exist', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d. /-]{0,12}$/)), (typed) => {
        const day = parseTypedDay(typed)
        if (day?.length === 10) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})
