import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { createDryRuns } from '../../../../core/archive/dry-runs.ts'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import { NO_TAGS, TAG_KINDS, type TagId, type TagKind } from '../../../../core/model/tag.ts'
import type { TagOperation } from '../../../../core/model/tag-operation.ts'
import { createTagOperations } from '../../../../core/tags/tag-operations.ts'
import { openTagStore, TAGS_FILE } from '../../../../core/tags/tag-store.ts'
import { summaryOf } from '../../../support/catalog-of.ts'
import { fakeArchive } from '../../../support/fake-archive.ts'
import { QUIET } from '../../../support/run-task.ts'
import { smallFiles } from '../../../support/small-files.ts'

const id = (text: string): TagId => text as TagId
const REGISTRY = `# by hand
tags:
  - {id: a, kind: partner, names: {en: Alpha, ru: Альфа}, aliases: [Al]} # first
  - id: b
    kind: partner
    names: {en: Beta}
    parent: a
  - {id: c, kind: initiative, names: {en: Gamma}}
  - {id: d, kind: topic, names: {en: Delta}}
`

async function setUp(articles: readonly ArticleSummary[]) {
  const files = smallFiles({ [TAGS_FILE]: REGISTRY })
  const store = await openTagStore(files)
  const archive = fakeArchive(articles)
  const operations = createTagOperations({
    ...archive,
    dryRuns: createDryRuns(),
    store,
    // The query names the digit that a title must have.
    matchingRows: (query) => Promise.resolve(Uint8Array.from(articles, ({ title }) => (title.includes(query) ? 1 : 0))),
  })
  return { files, store, archive, operations }
}

const article = (number: number, ...tags: readonly [TagKind, string][]): ArticleSummary =>
  summaryOf(number, {
    tags: {
      initiative: tags.filter(([kind]) => kind === 'initiative').map(([, tag]) => id(tag)),
      partner: tags.filter(([kind]) => kind === 'partner').map(([, tag]) => id(tag)),
      topic: tags.filter(([kind]) => kind === 'topic').map(([, tag]) => id(tag)),
    },
  })

test('merging makes names aliases, moves articles and children, and the preview has said so', async () => {
  const articles = [article(1, ['partner', 'a']), article(2, ['partner', 'a'], ['initiative', 'c']), article(3)]
  const { store, archive, operations } = await setUp(articles)
  const operation: TagOperation = { type: 'merge', from: [id('a')], into: id('c') }
  const preview = await operations.preview(operation)
  expect(preview.total).toBe(2)
  expect(preview.articles.find((touched) => touched.id === articles[0]!.id)).toMatchObject({
    before: { partner: ['a'], initiative: [] },
    after: { partner: [], initiative: ['c'] },
  })
  expect(archive.article(articles[0]!.id).tags.partner).toEqual(['a'])

  await operations.make(operation, QUIET)
  expect(store.get(id('c'))?.aliases).toEqual(['Alpha', 'Альфа', 'Al'])
  expect(store.get(id('a'))).toBeUndefined()
  expect(store.get(id('b'))?.parent).toBe('c')
  expect(archive.article(articles[1]!.id).tags).toEqual({ ...NO_TAGS, initiative: ['c'] })
})

test('splitting gives the articles of a search a new tag instead', async () => {
  const articles = [article(1, ['partner', 'a']), article(2, ['partner', 'a']), article(3)]
  const { store, archive, operations } = await setUp(articles)
  const operation: TagOperation = {
    type: 'split',
    id: id('a'),
    query: '2',
    filter: NO_FILTER,
    names: { en: 'Alpha Two' },
  }
  await operations.make(operation, QUIET)
  expect(store.get(id('alpha-two'))).toMatchObject({ kind: 'partner', names: { en: 'Alpha Two' } })
  expect(articles.map((one) => archive.article(one.id).tags.partner)).toEqual([['a'], ['alpha-two'], []])
})

test('renaming keeps old names as aliases; converting moves the tag to its new kind on every article', async () => {
  const articles = [article(1, ['partner', 'a'])]
  const { store, archive, operations } = await setUp(articles)
  await operations.make({ type: 'rename', id: id('a'), names: { en: 'Alpha Plus' } }, QUIET)
  expect(store.get(id('a'))).toMatchObject({ names: { en: 'Alpha Plus' }, aliases: ['Al', 'Alpha', 'Альфа'] })
  await operations.make({ type: 'convert', id: id('a'), kind: 'topic' }, QUIET)
  expect(archive.article(articles[0]!.id).tags).toEqual({ ...NO_TAGS, topic: ['a'] })
})

test('what cannot be is refused before anything changes', async () => {
  const { files, operations } = await setUp([])
  const refused: readonly (readonly [TagOperation, string])[] = [
    [{ type: 'merge', from: [id('x')], into: id('a') }, 'not-found'],
    [{ type: 'merge', from: [id('a')], into: id('a') }, 'bad-request'],
    [{ type: 'delete', id: id('a'), replaceWith: id('a') }, 'bad-request'],
    [{ type: 'rename', id: id('a'), names: { en: 'beta' } }, 'tag-exists'],
    [{ type: 'rename', id: id('a'), names: {} }, 'bad-request'],
    [{ type: 'split', id: id('a'), query: '', filter: NO_FILTER, names: { en: 'Beta' } }, 'tag-exists'],
  ]
  for (const [operation, code] of refused) {
    await expect(operations.make(operation, QUIET)).rejects.toMatchObject({ code })
  }
  await expect(operations.undo('tags-99', QUIET)).rejects.toMatchObject({ code: 'nothing-to-undo' })
  expect(files.text(TAGS_FILE)).toBe(REGISTRY)
})

test('an article that cannot be written keeps its tag and the tag its entry', async () => {
  const articles = [article(1, ['partner', 'a']), article(2, ['partner', 'a'])]
  const { store, archive, operations } = await setUp(articles)
  archive.failing.add(articles[0]!.id)
  const { change } = await operations.make({ type: 'merge', from: [id('a')], into: id('b') }, QUIET)
  expect(change.failed).toHaveLength(1)
  expect(store.get(id('a'))).toBeDefined()
})

test('undo leaves alone what was changed since in the registry', async () => {
  const { store, operations } = await setUp([article(1, ['partner', 'a'])])
  const { undo } = await operations.make({ type: 'merge', from: [id('a')], into: id('b') }, QUIET)
  await store.create({ kind: 'topic', names: { en: 'Later' } })
  await operations.undo(undo!, QUIET)
  expect(store.get(id('a'))).toMatchObject({ names: { en: 'Alpha', ru: 'Альфа' } })
  expect(store.get(id('b'))).toMatchObject({ aliases: [], parent: 'a' })
  expect(store.get(id('later'))).toBeDefined()
})

/** What the articles' tags and the kinds of all tags must be, kept in the simplest way. */
interface Model {
  readonly articles: Map<string, Map<string, TagKind>>
  readonly kinds: Map<string, TagKind>
}

const copyOf = ({ articles, kinds }: Model): Model => ({
  articles: new Map([...articles].map(([key, tags]) => [key, new Map(tags)])),
  kinds: new Map(kinds),
})

function changeModel(
  { articles: model, kinds }: Model,
  operation: TagOperation,
  titles: ReadonlyMap<string, string>,
): void {
  const swap = (tags: Map<string, TagKind>, from: readonly string[], into: string | null): void => {
    if (!from.some((tag) => tags.has(tag))) return
    for (const tag of from) tags.delete(tag)
    if (into !== null) tags.set(into, kinds.get(into)!)
  }
  switch (operation.type) {
    case 'merge': {
      const from = operation.from.filter((tag) => tag !== operation.into)
      for (const tags of model.values()) swap(tags, from, operation.into)
      for (const tag of from) kinds.delete(tag)
      return
    }
    case 'delete':
      for (const tags of model.values()) swap(tags, [operation.id], operation.replaceWith)
      kinds.delete(operation.id)
      return
    case 'convert':
      kinds.set(operation.id, operation.kind)
      for (const tags of model.values()) if (tags.has(operation.id)) tags.set(operation.id, operation.kind)
      return
    case 'assign':
      for (const articleId of operation.ids) {
        const tags = model.get(articleId)!
        for (const tag of operation.add) if (!operation.remove.includes(tag)) tags.set(tag, kinds.get(tag)!)
        for (const tag of operation.remove) tags.delete(tag)
      }
      return
    case 'split': {
      const slug = (operation.names.en ?? '').toLowerCase().replace(' ', '-')
      let added = slug
      for (let number = 2; kinds.has(added); number += 1) added = `${slug}-${number}`
      kinds.set(added, kinds.get(operation.id)!)
      for (const [articleId, tags] of model) {
        if (titles.get(articleId)?.includes(operation.query) === true) swap(tags, [operation.id], added)
      }
      return
    }
    case 'rename':
  }
}

const anyTag = fc.constantFrom('a', 'b', 'c', 'd', 'part-one', 'part-two').map(id)
const anyOperation = (ids: readonly ArticleSummary['id'][]): fc.Arbitrary<TagOperation> =>
  fc.oneof(
    fc.record({ type: fc.constant('merge' as const), from: fc.subarray(['a', 'b', 'c', 'd'].map(id)), into: anyTag }),
    fc.record({
      type: fc.constant('rename' as const),
      id: anyTag,
      names: fc.record({ kk: fc.constantFrom('Бір', 'Екі') }),
    }),
    fc.record({
      type: fc.constant('split' as const),
      id: anyTag,
      query: fc.constantFrom('1', '2', 'Article'),
      filter: fc.constant(NO_FILTER),
      names: fc.record({ en: fc.constantFrom('Part One', 'Part Two') }),
    }),
    fc.record({ type: fc.constant('convert' as const), id: anyTag, kind: fc.constantFrom(...TAG_KINDS) }),
    fc.record({ type: fc.constant('delete' as const), id: anyTag, replaceWith: fc.option(anyTag) }),
    fc.record({
      type: fc.constant('assign' as const),
      ids: fc.subarray([...ids]),
      add: fc.subarray(['a', 'b', 'c', 'd'].map(id)),
      remove: fc.subarray(['a', 'b', 'c', 'd'].map(id)),
    }),
  )

test('any sequence of changes and undos keeps the tags equal to a model, and undo gives identical bytes', async () => {
  const articles = [
    article(1, ['partner', 'a'], ['topic', 'd']),
    article(2, ['partner', 'a'], ['partner', 'b']),
    article(3, ['initiative', 'c']),
    article(4),
  ]
  const titles = new Map(articles.map(({ id: articleId, title }) => [articleId as string, title]))
  const first: Model = {
    kinds: new Map<string, TagKind>([
      ['a', 'partner'],
      ['b', 'partner'],
      ['c', 'initiative'],
      ['d', 'topic'],
    ]),
    articles: new Map(
      articles.map((one) => [
        one.id as string,
        new Map(TAG_KINDS.flatMap((kind) => one.tags[kind].map((tag) => [tag as string, kind] as const))),
      ]),
    ),
  }
  const anyStep = fc.oneof(
    { weight: 3, arbitrary: anyOperation(articles.map((one) => one.id)) },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), async (steps) => {
      const { files, archive, operations } = await setUp(articles)
      let model = copyOf(first)
      const done: { readonly token: string; readonly bytes: readonly unknown[]; readonly model: Model }[] = []
      const bytesNow = (): readonly unknown[] => [archive.dump(), files.text(TAGS_FILE)]
      for (const step of steps) {
        const before = bytesNow()
        if (step === 'undo') {
          const last = done.pop()
          if (last === undefined) continue
          await operations.undo(last.token, QUIET)
          expect(bytesNow()).toEqual(last.bytes)
          model = last.model
        } else {
          const made = await operations.make(step, QUIET).catch(() => null)
          if (made === null) expect(bytesNow()).toEqual(before)
          else {
            if (made.undo !== null) done.push({ token: made.undo, bytes: before, model: copyOf(model) })
            changeModel(model, step, titles)
          }
        }
        for (const one of articles) {
          const { tags } = archive.article(one.id)
          const pairs = TAG_KINDS.flatMap((kind) => tags[kind].map((tag) => `${tag} ${kind}`))
          const wanted = [...model.articles.get(one.id)!].map(([tag, kind]) => `${tag} ${kind}`)
          expect(pairs.sort()).toEqual(wanted.sort())
        }
      }
    }),
    { numRuns: 150 },
  )
})
