import { expect, test } from 'vitest'
import { createCatalog } from '../../../../core/archive/catalog/memory-catalog.ts'
import { oneOfEachStory } from '../../../../core/archive/catalog/one-of-story.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { day, summaryOf } from '../../../support/catalog-of.ts'

test('of each story the own release counts, else the earliest; articles of no story all count', () => {
  const catalog = createCatalog()
  const put = (number: number, kind: 'own' | 'coverage', published: string | null, story: string): void =>
    catalog.put(summaryOf(number, { kind, published: published === null ? null : day(published), story }))
  put(0, 'coverage', '2025-01-01', 'a')
  put(1, 'own', '2025-01-03', 'a')
  put(2, 'own', null, 'a')
  put(3, 'coverage', null, 'b')
  put(4, 'coverage', '2025-02-02', 'b')
  put(5, 'coverage', '2025-02-01', 'b')
  put(6, 'own', '2025-01-01', '')
  put(7, 'own', '2025-01-01', '')
  const rows = catalog.filter(NO_FILTER)
  const kept = [...oneOfEachStory(catalog, rows).entries()].flatMap(([row, flag]) => (flag === 1 ? [row] : []))
  expect(kept).toEqual([1, 5, 6, 7])
  expect([...rows]).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
  const only = Uint8Array.from([1, 0, 0, 1, 1, 0, 0, 1])
  expect([...oneOfEachStory(catalog, only)]).toEqual([1, 0, 0, 0, 1, 0, 0, 1])
})
