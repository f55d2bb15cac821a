import { describe, expect, it } from 'vitest'
import { dateOfLine, findPrintedDates } from '../../../../../core/import/recognise/printed-date.ts'

const WHOLE_DAYS = [
  '31 October 2025',
  'October 31, 2025',
  '31st of October 2025',
  'Oct. 31, 2025',
  '31 октября 2025 г.',
  '31 октября 2025 года',
  '31 окт. 2025',
  '«31» октября 2025 г.',
  '31.10.2025',
  '31.10.25',
  '31/10/2025',
  '10/31/2025',
  '2025-10-31',
  '2025-10-31T15:00:00+05:00',
  '2025 жылғы 31 қазан',
  '2025 жылдың 31 қазаны',
  '2025 ж. 31 қазан',
  '31 қазан 2025',
  '31 қазан, 2025 жыл',
  '2025 jylǵy 31 qazan',
  '31 qazan 2025',
  'ФОРУМ. 31.10.2025 15:30',
  'Пятница, 31 Октябрь 2025 - 15:30',
  'Жұма, 31 қазан 2025, 15:30',
  'Published: 31 October 2025',
  'Дата публикации: 31.10.2025',
  'Жарияланған күні: 2025 жылғы 31 қазан',
]

const KAZAKH_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
]

describe('findPrintedDates', () => {
  it.each(WHOLE_DAYS)('reads %s as 31 October 2025', (text) => {
    expect(findPrintedDates(text, null)).toMatchObject([{ day: '2025-10-31', certainty: 'stated' }])
  })

  it.each(KAZAKH_MONTHS.map((name, index) => [name, index + 1] as const))(
    'reads the Kazakh month %s as %i',
    (name, month) => {
      const day = `2024-${String(month).padStart(2, '0')}-09`
      expect(findPrintedDates(`2024 жылғы 9 ${name}`, null)[0]?.day).toBe(day)
      expect(findPrintedDates(`9 ${name} 2024 ж.`, null)[0]?.day).toBe(day)
    },
  )

  it.each([
    ['октябрь 2025', '2025-10'],
    ['October 2025', '2025-10'],
    ['2025 жылғы қазан', '2025-10'],
    ['қараша 2025', '2025-11'],
  ])('keeps %s as a month', (text, day) => {
    expect(findPrintedDates(text, null)[0]?.day).toBe(day)
  })

  it.each(['31 February 2025', '2025-13-01', '40.10.2025', '0 мая 2024', 'about 2025', 'version 10.2.3'])(
    'finds no date in %s',
    (text) => {
      expect(findPrintedDates(text, null)).toEqual([])
    },
  )

  it('says that day and month may be swapped, or that the year is a guess', () => {
    expect(findPrintedDates('03/04/2025', null)[0]).toMatchObject({ day: '2025-04-03', certainty: 'ambiguous' })
    expect(findPrintedDates('5 декабря', '2025-10-31')[0]).toMatchObject({
      day: '2024-12-05',
      certainty: 'guessed-year',
    })
    expect(findPrintedDates('вчера', '2025-03-01')[0]).toMatchObject({ day: '2025-02-28', certainty: 'relative' })
    expect(findPrintedDates('вчера, 5 декабря', null)).toEqual([])
  })

  it('finds all dates in their order', () => {
    const days = findPrintedDates('From 1 May 2023 to 2 мая 2024 г., then 2025 жылғы 3 мамыр.', null)
    expect(days.map(({ day }) => day)).toEqual(['2023-05-01', '2024-05-02', '2025-05-03'])
  })
})

describe('dateOfLine', () => {
  it.each(['31 October 2025', 'Astana, 31 October 2025', 'АСТАНА. 31 октября 2025 года, 10:15', 'Жұма, 31 қазан 2025'])(
    'takes %s as a line that is a date',
    (line) => {
      expect(dateOfLine(line, null)?.day).toBe('2025-10-31')
    },
  )

  it.each([
    'The forum was held on 31 October 2025',
    'С 1 мая 2024 по 5 мая 2024',
    'Plans for October 2025 and for the next year',
  ])('leaves %s as text', (line) => {
    expect(dateOfLine(line, null)).toBeNull()
  })
})
