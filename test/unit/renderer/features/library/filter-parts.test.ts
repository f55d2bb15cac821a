import { describe, expect, test } from 'vitest'
import { NO_FILTER, type ArticleFilter } from '../../../../../core/model/article-filter.ts'
import type { TagUsage } from '../../../../../core/contract/results.ts'
import type { TagId } from '../../../../../core/model/tag.ts'
import { createTranslator } from '../../../../../core/translate/create-translator.ts'
import { filterParts, periodText } from '../../../../../renderer/features/library/filter-parts.ts'

const en = createTranslator('en')
const lake = 'lake-school' as TagId
const tag: TagUsage = {
  id: lake,
  kind: 'initiative',
  names: { en: 'Lake School', kk: 'Көл мектебі' },
  aliases: [],
  color: '#2f6db5',
  count: 3,
  first: null,
  last: null,
}
const tags = new Map([[lake, tag]])

describe('a period in words', () => {
  test.each([
    ['2024-01-01', '2024-12-31', '2024'],
    ['2024-01-01', '2026-12-31', '2024–2026'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2024-02-03', '2024-02-03', '3 February 2024'],
    ['2024-02-03', '2024-03-04', '3 February 2024 – 4 March 2024'],
    ['2024-02-03', null, 'from 3 February 2024'],
    [null, '2024-02-03', 'until 3 February 2024'],
  ])('from %s to %s', (from, to, text) => {
    expect(periodText(from, to, en)).toBe(text)
  })
})

describe('the conditions of a filter', () => {
  const filter: ArticleFilter = {
    ...NO_FILTER,
    from: '2024-01-01',
    to: '2024-12-31',
    tags: [lake],
    outlets: ['', 'Tribune'],
    languages: ['kk'],
    kinds: ['own'],
    doubtful: true,
  }

  test('are each named in the language of the interface', () => {
    expect(filterParts(filter, tags, createTranslator('kk')).map((part) => part.label)).toEqual([
      '2024\u00a0жыл',
      'Тексеруде',
      'Көл мектебі',
      'Басылымы белгісіз',
      'Tribune',
      'Қазақ',
      'Өз материалымыз',
    ])
  })

  test('can each be taken off without touching the others', () => {
    let left = filter
    for (const count of [6, 5, 4, 3, 2, 1, 0]) {
      left = filterParts(left, tags, en)[0]?.without ?? left
      expect(filterParts(left, tags, en)).toHaveLength(count)
    }
    expect(left).toEqual(NO_FILTER)
  })

  test('show an unknown tag by its id', () => {
    expect(filterParts({ ...NO_FILTER, tags: ['gone' as TagId] }, tags, en)[0]).toMatchObject({
      label: 'gone',
      color: null,
    })
  })
})
