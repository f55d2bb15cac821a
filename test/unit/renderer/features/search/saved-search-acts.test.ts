import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '../../../../../core/model/article-filter.ts'
import type { ArticleId } from '../../../../../core/model/article-id.ts'
import { isSameSearch, type SearchView } from '../../../../../renderer/features/search/saved-search-acts.ts'

const view: SearchView = { query: 'ғарыш', filter: NO_FILTER, sort: 'newest' }

// Ids as the archive makes them.
const idsOf = (from: number): readonly ArticleId[] =>
  Array.from(
    { length: 300 },
    (_, place) => `00000000-0000-7000-8000-${String(from + place).padStart(12, '0')}` as ArticleId,
  )

describe('isSameSearch', () => {
  it('takes no account of spaces round the query', () => {
    expect(isSameSearch(view, { ...view, query: ' ғарыш ' })).toBe(true)
  })

  it.each([
    ['query', { query: 'ғарышкер' }],
    ['order', { sort: 'oldest' }],
    ['filter', { filter: { ...NO_FILTER, doubtful: true } }],
  ] as const)('tells another %s apart', (_, change) => {
    expect(isSameSearch(view, { ...view, ...change })).toBe(false)
  })

  it('tells long lists of articles apart, which no address holds', () => {
    const of = (ids: readonly ArticleId[]): SearchView => ({ ...view, filter: { ...NO_FILTER, ids } })
    expect(isSameSearch(of(idsOf(0)), of(idsOf(1)))).toBe(false)
    expect(isSameSearch(of(idsOf(0)), of(idsOf(0)))).toBe(true)
  })
})
