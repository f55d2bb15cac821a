import { describe, expect, test } from 'vitest'
import { createArticleId } from '../../../../core/model/article-id.ts'
import { applyEvent, createQueryClient, requestKey } from '../../../../renderer/data/query-client.ts'

const one = createArticleId(1, [1])
const other = createArticleId(2, [2])

function filled() {
  const client = createQueryClient()
  const keys = {
    one: requestKey('articles.read', { id: one }),
    other: requestKey('articles.read', { id: other }),
    search: requestKey('search.run', { query: 'x' }),
    settings: requestKey('settings.read', {}),
    tags: requestKey('tags.list', {}),
  }
  for (const key of Object.values(keys)) client.setQueryData(key, {})
  const stale = (): string[] =>
    Object.entries(keys)
      .filter(([, key]) => client.getQueryState(key)?.isInvalidated === true)
      .map(([name]) => name)
  return { client, stale }
}

describe('events of the archive', () => {
  test('make lists and the named article stale, and no other article', () => {
    const { client, stale } = filled()
    applyEvent(client, { name: 'archive.changed', value: { articles: [one] } })
    expect(stale()).toEqual(['one', 'search', 'tags'])
  })

  test('make all articles stale when too many changed to name them', () => {
    const { client, stale } = filled()
    applyEvent(client, { name: 'archive.changed', value: { articles: null } })
    expect(stale()).toEqual(['one', 'other', 'search', 'tags'])
  })

  test('leave everything alone where only a job goes on', () => {
    const { client, stale } = filled()
    applyEvent(client, { name: 'task.progress', value: { task: 't', done: 1, total: 2, current: '' } })
    expect(stale()).toEqual([])
  })

  test('make everything stale when another archive was opened', () => {
    const { client, stale } = filled()
    applyEvent(client, { name: 'workspace.changed', value: { path: null } })
    expect(stale()).toEqual(['one', 'other', 'search', 'settings', 'tags'])
  })

  test('search again once the index is whole', () => {
    const { client, stale } = filled()
    applyEvent(client, { name: 'search.state', value: { indexed: 1, total: 2, state: 'building' } })
    expect(stale()).toEqual([])
    applyEvent(client, { name: 'search.state', value: { indexed: 2, total: 2, state: 'ready' } })
    expect(stale()).toEqual(['search'])
  })
})

test('requests are asked for even where the browser believes to be offline', () => {
  expect(createQueryClient().getDefaultOptions().queries?.networkMode).toBe('always')
})
