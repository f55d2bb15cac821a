import { expect, test } from 'vitest'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import { NO_TAGS, type TagId, type TagsByKind } from '../../../../core/model/tag.ts'
import { changeTags } from '../../../../core/tags/assign-tags.ts'
import { createTagHandlers, type ChangeArticles } from '../../../../core/tags/handlers.ts'
import { openTagStore } from '../../../../core/tags/tag-store.ts'
import { catalogOf, day, summaryOf } from '../../../support/catalog-of.ts'
import { smallFiles } from '../../../support/small-files.ts'

const id = (text: string): TagId => text as TagId
const TASKS = {
  run: <Result>(
    _task: string | undefined,
    work: (context: { signal: AbortSignal; onProgress: () => void }) => Promise<Result>,
  ) => work({ signal: new AbortController().signal, onProgress: () => undefined }),
}

async function setUp(articles: readonly ArticleSummary[], failing: readonly string[] = []) {
  const store = await openTagStore(smallFiles())
  await store.create({ kind: 'partner', names: { en: 'Cardiff' } })
  await store.create({ kind: 'topic', names: { en: 'Science' } })
  const changed = new Map<string, TagsByKind>()
  const changeArticles: ChangeArticles = (ids, change) => {
    const failed = ids.filter((articleId) => failing.includes(articleId))
    for (const articleId of ids) {
      const summary = articles.find((article) => article.id === articleId)!
      if (!failed.includes(articleId)) changed.set(articleId, change(summary as never).tags)
    }
    return Promise.resolve({
      changed: ids.filter((articleId) => !failed.includes(articleId)),
      unchanged: 0,
      failed: failed.map((articleId) => ({ id: articleId, code: 'save-failed', message: '' })),
    })
  }
  const handlers = createTagHandlers({ store, catalog: catalogOf(articles), changeArticles, tasks: TASKS })
  return { store, handlers, changed }
}

const tagged = (number: number, published: string | null): ArticleSummary =>
  summaryOf(number, {
    published: published === null ? null : day(published),
    tags: { ...NO_TAGS, partner: [id('cardiff')] },
  })

test('the list tells how often each tag is used, and its first and last date', async () => {
  const { handlers } = await setUp([tagged(1, '2025-03'), tagged(2, '2024-01-31'), tagged(3, null), summaryOf(4)])
  const [cardiff, science] = await handlers['tags.list']({})
  expect(cardiff).toMatchObject({ id: 'cardiff', count: 3, first: '2024-01-31', last: '2025-03' })
  expect(science).toMatchObject({ id: 'science', count: 0, first: null, last: null })
})

test('deleting a tag takes it off its articles and out of the registry', async () => {
  const articles = [tagged(1, null), summaryOf(2), tagged(3, null)]
  const { handlers, store, changed } = await setUp(articles)
  const change = await handlers['tags.delete']({ id: id('cardiff') })
  expect(change.changed).toEqual([articles[0]!.id, articles[2]!.id])
  expect([...changed.values()]).toEqual([NO_TAGS, NO_TAGS])
  expect(store.get(id('cardiff'))).toBeUndefined()
})

test('a tag stays in the registry while an article could not let go of it', async () => {
  const articles = [tagged(1, null), tagged(2, null)]
  const { handlers, store } = await setUp(articles, [articles[0]!.id])
  expect((await handlers['tags.delete']({ id: id('cardiff') })).failed).toHaveLength(1)
  expect(store.get(id('cardiff'))).toBeDefined()
})

test('tags are added under their kind and removed on many articles at once', async () => {
  const articles = [tagged(1, null), summaryOf(2)]
  const { handlers, changed } = await setUp(articles)
  await handlers['tags.assign']({
    ids: articles.map((article) => article.id),
    add: [id('science')],
    remove: [id('cardiff')],
  })
  expect([...changed.values()]).toEqual([
    { ...NO_TAGS, topic: ['science'] },
    { ...NO_TAGS, topic: ['science'] },
  ])
  await expect(handlers['tags.assign']({ ids: [], add: [id('nobody')], remove: [] })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('changing tags leaves its input alone and gives the same object when nothing changes', () => {
  const tags: TagsByKind = { ...NO_TAGS, partner: [id('a'), id('b')] }
  expect(changeTags(tags, [], new Set([id('x')]))).toBe(tags)
  expect(changeTags(tags, [], new Set([id('a')])).partner).toEqual(['b'])
  expect(tags.partner).toEqual(['a', 'b'])
})
