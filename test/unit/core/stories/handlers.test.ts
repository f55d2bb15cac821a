import { expect, test } from 'vitest'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import { createDryRuns } from '../../../../core/archive/dry-runs.ts'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import { createStoryHandlers } from '../../../../core/stories/handlers.ts'
import { day, summaryOf } from '../../../support/catalog-of.ts'
import { fakeArchive } from '../../../support/fake-archive.ts'
import { TASKS } from '../../../support/run-task.ts'

const RELEASE =
  'Alder University opened a laboratory in Westmarch on Friday. It will study how rivers carry sand to the sea. ' +
  'Twelve scientists from three countries work there, and the first results are expected in spring.'

const ARTICLES: readonly ArticleSummary[] = [
  summaryOf(0, {
    title: 'Laboratory opens',
    kind: 'own',
    language: 'en',
    published: day('2025-03-03'),
    outlet: 'News',
  }),
  summaryOf(1, {
    title: 'Открыта лаборатория',
    kind: 'own',
    language: 'ru',
    published: day('2025-03-04'),
    outlet: 'News',
  }),
  summaryOf(2, {
    title: 'A lab by the sea',
    kind: 'coverage',
    language: 'en',
    published: day('2025-03-02'),
    outlet: 'Herald',
  }),
  summaryOf(3, { title: 'Our view', kind: 'coverage', language: 'en', published: day('2025-03'), outlet: 'Tribune' }),
  summaryOf(4, { title: 'Another release', kind: 'own', language: 'en', published: day('2025-04-01'), outlet: 'News' }),
]
const BODIES = [
  RELEASE,
  'Университет открыл лабораторию.',
  `We heard. ${RELEASE}`,
  'A different text altogether, by us.',
  'Short.',
]

function setUp() {
  const archive = fakeArchive(ARTICLES, new Map(ARTICLES.map(({ id }, place) => [id, BODIES[place]!])))
  const handlers = createStoryHandlers({
    ...archive,
    matchingRows: () => Promise.resolve(archive.catalog.columns.live),
    dryRuns: createDryRuns(),
    tasks: TASKS,
  })
  return { archive, handlers, ids: ARTICLES.map(({ id }) => id) }
}

const ALL = { query: '', filter: NO_FILTER }

test('linked articles make a story with roles, lags and the share of text taken over', async () => {
  const { handlers, ids } = setUp()
  const { story } = await handlers['stories.link']({ ids: ids.slice(0, 4) })
  expect(story).toBe(ids[0])
  expect(await handlers['stories.list'](ALL)).toEqual([
    {
      id: story,
      title: 'Laboratory opens',
      members: 4,
      own: 2,
      coverage: 2,
      languages: ['en', 'ru'],
      first: '2025-03',
      last: '2025-03-04',
    },
  ])
  const view = await handlers['stories.read']({ id: story })
  expect(view.members.map(({ article, role, lagDays }) => [article.title, role, lagDays])).toEqual([
    ['Laboratory opens', 'release', 1],
    ['Открыта лаборатория', 'translation', 2],
    ['Our view', 'coverage', null],
    ['A lab by the sea', 'pick-up', 0],
  ])
  expect(view.firstPublisher).toBe('Herald')
  expect(view.members[3]?.share).toBeGreaterThan(0.8)
  expect(view.members[2]?.share).toBe(0)
  await expect(handlers['stories.read']({ id: 'nothing' })).rejects.toMatchObject({ code: 'not-found' })
})

test('stories join, articles leave them, and both can be taken back to the byte', async () => {
  const { archive, handlers, ids } = setUp()
  await handlers['stories.link']({ ids: [ids[0]!, ids[1]!] })
  await handlers['stories.link']({ ids: [ids[2]!, ids[3]!] })
  const before = archive.dump()
  const { story, undo } = await handlers['stories.link']({ ids: [ids[1]!, ids[2]!] })
  expect(ids.slice(0, 4).map((id) => archive.article(id).story)).toEqual([story, story, story, story])
  await handlers['stories.undo']({ undo: undo! })
  expect(archive.dump()).toBe(before)
  await expect(handlers['stories.undo']({ undo: undo! })).rejects.toMatchObject({ code: 'nothing-to-undo' })

  const left = await handlers['stories.unlink']({ ids: [ids[0]!, ids[4]!] })
  expect(left.change).toMatchObject({ changed: [ids[0]], unchanged: 1 })
  expect(archive.article(ids[0]!).story).toBe('')
})

test('releases that nobody took up are listed, a translation counting as its release', async () => {
  const { handlers, ids } = setUp()
  const titles = async (): Promise<readonly string[]> =>
    (await handlers['stories.silent'](ALL)).map(({ title }) => title).sort()
  expect(await titles()).toEqual(['Another release', 'Laboratory opens', 'Открыта лаборатория'])
  await handlers['stories.link']({ ids: [ids[0]!, ids[1]!] })
  expect(await titles()).toEqual(['Another release', 'Laboratory opens'])
  await handlers['stories.link']({ ids: [ids[0]!, ids[2]!] })
  expect(await titles()).toEqual(['Another release'])
})

test('candidates are found by the texts as they are now', async () => {
  const { handlers, ids } = setUp()
  const [first] = await handlers['stories.candidates']({ id: ids[0]! })
  expect(first).toMatchObject({ article: { title: 'A lab by the sea' }, how: 'copy' })
  await handlers['stories.link']({ ids: [ids[0]!, ids[2]!] })
  expect(await handlers['stories.candidates']({ id: ids[0]! })).toEqual([])
})
