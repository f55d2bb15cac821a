import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { createSavedSearches } from '../../../../core/search/saved-searches.ts'
import { createSearchHistory } from '../../../../core/search/search-history.ts'
import { smallFiles } from '../../../support/small-files.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

describe('saved searches', () => {
  it('keep name, query, filter and order in the archive', async () => {
    const files = smallFiles()
    const searches = createSavedSearches(files)
    const filter = { ...NO_FILTER, from: '2025-01-01', languages: ['kk', 'ru'] as const, doubtful: true }
    const saved = await searches.save({ name: 'Форум', query: '"Cardiff University" OR форум', filter, sort: 'newest' })
    expect(await createSavedSearches(files).list()).toEqual([saved])
    expect(saved.filter).toEqual(filter)
  })

  it('are replaced and deleted by their ids', async () => {
    const searches = createSavedSearches(smallFiles())
    const { id } = await searches.save({ name: 'One', query: 'one', filter: NO_FILTER, sort: 'relevance' })
    await searches.save({ id, name: 'Two', query: 'two', filter: NO_FILTER, sort: 'relevance' })
    expect((await searches.list()).map((search) => search.name)).toEqual(['Two'])
    expect(await searches.delete(id)).toBe(true)
    expect(await searches.delete(id)).toBe(false)
    expect(await searches.list()).toEqual([])
  })

  it('leave out entries that make no sense', async () => {
    const files = smallFiles({ 'searches.yaml': '- name: no id\n- id: good-one-1\n  name: Good\n  query: x\n- 5\n' })
    expect(await createSavedSearches(files).list()).toEqual([
      { id: 'good-one-1', name: 'Good', query: 'x', filter: NO_FILTER, sort: 'relevance' },
    ])
  })
})

describe('the history of searches', () => {
  it('has the last query first and each one once', async () => {
    const path = join(await makeTempDir(), 'private', 'history.json')
    const history = createSearchHistory(path)
    for (const query of ['a', 'b', 'a', '', 'a']) await history.add(query)
    expect(await createSearchHistory(path).list()).toEqual(['a', 'b'])
    await history.clear()
    expect(await history.list()).toEqual([])
  })
})
