import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { createDryRuns } from '../../../../core/archive/dry-runs.ts'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import { NO_TAGS, type TagId, type TagsByKind } from '../../../../core/model/tag.ts'
import { changeTags } from '../../../../core/tags/assign-tags.ts'
import { createTagHandlers } from '../../../../core/tags/handlers.ts'
import { openTagStore } from '../../../../core/tags/tag-store.ts'
import { day, summaryOf } from '../../../support/catalog-of.ts'
import { fakeArchive } from '../../../support/fake-archive.ts'
import { TASKS } from '../../../support/run-task.ts'
import { smallFiles } from '../../../support/small-files.ts'

const id = (text: string): TagId => text as TagId

async function setUp(articles: readonly ArticleSummary[], bodies: Readonly<Record<number, string>> = {}) {
  const files = smallFiles()
  const store = await openTagStore(files)
  await store.create({ kind: 'partner', names: { en: 'Cardiff' } })
  await store.create({ kind: 'topic', names: { en: 'Science' } })
  const texts = new Map(Object.entries(bodies).map(([number, body]) => [articles[Number(number)]!.id, body]))
  const archive = fakeArchive(articles, texts)
  const handlers = createTagHandlers({
    store,
    files,
    catalog: archive.catalog,
    changeArticles: archive.changeArticles,
    putBack: archive.putBack,
    readArticle: (article) => Promise.resolve(archive.article(article)),
    matchingRows: (query, filter) =>
      Promise.resolve(
        Uint8Array.from(articles, (article) =>
          article.title.includes(query) && (filter.ids === null || filter.ids.includes(article.id)) ? 1 : 0,
        ),
      ),
    dryRuns: createDryRuns(),
    tasks: TASKS,
  })
  return { store, handlers, archive, files, tagsOf: (index: number) => archive.article(articles[index]!.id).tags }
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

test('the list takes in what was edited by hand, and problems are told with their line', async () => {
  const { handlers, files } = await setUp([])
  files.writeByHand('tags.yaml', 'tags:\n  - {id: new-one, kind: topic, names: {en: New}}\n  - {id: bad}\n')
  expect((await handlers['tags.list']({})).map((tag) => tag.id)).toEqual(['new-one'])
  expect(await handlers['tags.problems']({})).toMatchObject({ damaged: false, problems: [{ line: 3 }] })
})

test('deleting a tag takes it off its articles and out of the registry', async () => {
  const { handlers, store, tagsOf } = await setUp([tagged(1, null), summaryOf(2), tagged(3, null)])
  const change = await handlers['tags.delete']({ id: id('cardiff') })
  expect(change.changed).toHaveLength(2)
  expect([tagsOf(0), tagsOf(2)]).toEqual([NO_TAGS, NO_TAGS])
  expect(store.get(id('cardiff'))).toBeUndefined()
})

test('a tag stays in the registry while an article could not let go of it', async () => {
  const articles = [tagged(1, null), tagged(2, null)]
  const { handlers, store, archive } = await setUp(articles)
  archive.failing.add(articles[0]!.id)
  expect((await handlers['tags.delete']({ id: id('cardiff') })).failed).toHaveLength(1)
  expect(store.get(id('cardiff'))).toBeDefined()
})

test('tags are added under their kind and removed on many articles at once', async () => {
  const articles = [tagged(1, null), summaryOf(2)]
  const { handlers, tagsOf } = await setUp(articles)
  const ids = articles.map((article) => article.id)
  await handlers['tags.assign']({ ids, add: [id('science')], remove: [id('cardiff')] })
  expect([tagsOf(0), tagsOf(1)]).toEqual([
    { ...NO_TAGS, topic: ['science'] },
    { ...NO_TAGS, topic: ['science'] },
  ])
  await expect(handlers['tags.assign']({ ids: [], add: [id('nobody')], remove: [] })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('suggestions leave out what the article has and what was refused, for good', async () => {
  const articles = [summaryOf(1), tagged(2, null)]
  const body = 'They met Cardiff again. “Green Step” is a project of Alder University.'
  const { handlers } = await setUp(articles, { 0: body, 1: body })
  const of = async (index: number): Promise<readonly string[]> =>
    (await handlers['tags.suggest']({ id: articles[index]!.id })).map((found) =>
      found.type === 'known' ? found.tag : found.name,
    )
  expect(await of(0)).toEqual(['cardiff', 'Green Step', 'Alder University'])
  expect(await of(1)).toEqual(['Green Step', 'Alder University'])
  await handlers['tags.refuse']({ type: 'known', id: articles[0]!.id, tag: id('cardiff') })
  await handlers['tags.refuse']({ type: 'new', name: 'GREEN STEP' })
  expect(await of(0)).toEqual(['Alder University'])
  expect(await of(1)).toEqual(['Alder University'])
  expect(await handlers['tags.suggestFor']({ title: '', body: 'They met Cardiff again.', tags: [] })).toHaveLength(1)
})

test('a rule suggests its tag, or assigns it where the user said so, and that can be taken back', async () => {
  const articles = [summaryOf(1, { title: 'wind' }), summaryOf(2, { title: 'wind and rain' }), summaryOf(3)]
  const { handlers, archive, tagsOf } = await setUp(articles)
  const rule = { tag: id('science'), name: 'Wind', query: 'wind', filter: NO_FILTER }
  const saved = await handlers['tags.saveRule']({ ...rule, mode: 'suggest' })
  expect(await handlers['tags.ruleMatches']({ id: saved.id })).toHaveLength(2)
  expect(await handlers['tags.suggest']({ id: articles[0]!.id })).toMatchObject([
    { tag: 'science', reason: { how: 'rule', spelling: 'Wind' } },
  ])
  expect((await handlers['tags.runRules']({ ids: null })).undo).toBeNull()

  const before = archive.dump()
  await handlers['tags.saveRule']({ ...rule, id: saved.id, mode: 'assign' })
  expect(await handlers['tags.rules']({})).toEqual([{ ...rule, id: saved.id, mode: 'assign' }])
  const { undo, change } = await handlers['tags.runRules']({ ids: null })
  expect(change.changed).toHaveLength(2)
  expect(tagsOf(1).topic).toEqual(['science'])
  expect(await handlers['tags.ruleMatches']({ id: saved.id })).toEqual([])
  await handlers['tags.undo']({ undo: undo! })
  expect(archive.dump()).toBe(before)
  await handlers['tags.deleteRule']({ id: saved.id })
  await expect(handlers['tags.ruleMatches']({ id: saved.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('pairs of tags on the same articles are counted', async () => {
  const both = { ...NO_TAGS, partner: [id('cardiff')], topic: [id('science')] }
  const { handlers } = await setUp([summaryOf(1, { tags: both }), summaryOf(2, { tags: both }), tagged(3, null)])
  expect(
    await handlers['tags.matrix']({ rows: 'partner', columns: 'topic', query: '', filter: NO_FILTER, limit: 10 }),
  ).toEqual({ rows: ['cardiff'], columns: ['science'], counts: [[2]] })
})

test('changing tags leaves its input alone and gives the same object when nothing changes', () => {
  const tags: TagsByKind = { ...NO_TAGS, partner: [id('a'), id('b')] }
  expect(changeTags(tags, [], new Set([id('x')]))).toBe(tags)
  expect(changeTags(tags, [], new Set([id('a')])).partner).toEqual(['b'])
  expect(tags.partner).toEqual(['a', 'b'])
})
