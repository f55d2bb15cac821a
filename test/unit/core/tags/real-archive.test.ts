import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive, type OpenArchive } from '../../../../core/archive/open-archive.ts'
import { createDryRuns } from '../../../../core/archive/dry-runs.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { createSampleArchive } from '../../../../core/sample/create-sample.ts'
import { createStoryHandlers } from '../../../../core/stories/handlers.ts'
import { createTagHandlers } from '../../../../core/tags/handlers.ts'
import { openTagStore } from '../../../../core/tags/tag-store.ts'
import { TASKS } from '../../../support/run-task.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const id = (text: string): TagId => text as TagId
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function openSample() {
  const folder = join(await makeTempDir(), 'sample')
  let time = Date.parse('2026-11-23T12:00:00Z')
  const clock = (): Date => new Date((time += 1_000))
  await createSampleArchive({ folder, language: 'en', clock })
  const privateFolder = await makeTempDir()
  const archive = await openArchive({ folder, cacheFolder: privateFolder, privateFolder, clock, log })
  const ports = {
    catalog: archive.catalog,
    changeArticles: (...given: Parameters<OpenArchive['changeArticles']>) => archive.changeArticles(...given),
    putBack: (...given: Parameters<OpenArchive['putBack']>) => archive.putBack(...given),
    matchingRows: (_query: string, filter: Parameters<typeof archive.catalog.filter>[0]) =>
      Promise.resolve(archive.catalog.filter(filter)),
    dryRuns: createDryRuns(),
    tasks: TASKS,
  }
  const store = await openTagStore(archive)
  const tags = createTagHandlers({
    ...ports,
    store,
    files: archive,
    readArticle: (article) => archive.readArticle(article),
  })
  const stories = createStoryHandlers({ ...ports, articleTexts: (ids) => archive.articleTexts(ids) })
  return { folder, archive, store, tags, stories }
}

/** Every article file and the registry, by path. */
async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(folder, 'articles'), { recursive: true })).filter((name) => name.endsWith('.md'))
  const paths = [...names.map((name) => join('articles', name)).sort(), 'tags.yaml']
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'latin1')] as const)),
  )
}

test('a merge changes the files of the articles, and undo gives every file its very bytes back', async () => {
  const { folder, archive, store, tags } = await openSample()
  const before = await readAll(folder)
  const { change, undo } = await tags['tags.change']({
    operation: { type: 'merge', from: [id('anhe-university'), id('lake-school')], into: id('ecology') },
  })
  expect(change.failed).toEqual([])
  expect(change.changed.length).toBeGreaterThan(8)
  const after = await readAll(folder)
  expect([...after].filter(([path, text]) => before.get(path) !== text)).toHaveLength(change.changed.length + 1)
  expect(store.find('topic', 'Көл мектебі')?.id).toBe('ecology')
  const undone = await tags['tags.undo']({ undo: undo! })
  expect(undone).toMatchObject({ failed: [], unchanged: 0 })
  expect(await readAll(folder)).toEqual(before)
  await archive.close()
})

test('an article that was edited since the merge keeps its edit when the merge is taken back', async () => {
  const { archive, tags } = await openSample()
  const { change, undo } = await tags['tags.change']({
    operation: { type: 'delete', id: id('campus'), replaceWith: null },
  })
  const edited = change.changed[0]!
  const article = await archive.readArticle(edited)
  await archive.saveArticle(edited, article.version, { ...article, notes: 'Edited since' })
  const undone = await tags['tags.undo']({ undo: undo! })
  expect(undone.failed).toMatchObject([{ id: edited, code: 'version-conflict' }])
  expect((await archive.readArticle(edited)).notes).toBe('Edited since')
  expect(undone.changed).toHaveLength(change.changed.length - 1)
  await archive.close()
})

test('all names of the forum report are suggested when no tag is registered, and as known tags when they are', async () => {
  const { archive, tags } = await openSample()
  const report = archive.catalog
  let wanted = ''
  let body = ''
  for await (const article of archive.articleTexts()) {
    if (article.published === '2025-10-31') [wanted, body] = [article.title, article.body]
  }
  expect(report.size).toBeGreaterThan(36)
  const known = await tags['tags.suggestFor']({ title: wanted, body, tags: [] })
  expect(known.map((found) => (found.type === 'known' ? found.tag : found.name))).toEqual(
    expect.arrayContaining([
      'cardiff-university',
      'mephi',
      'mgimo',
      'openai',
      'national-fund-for-children',
      'keleshyek',
    ]),
  )
  for (const tag of await tags['tags.list']({})) await tags['tags.delete']({ id: tag.id })
  const fresh = await tags['tags.suggestFor']({ title: wanted, body, tags: [] })
  expect(fresh.length).toBeLessThanOrEqual(12)
  expect(fresh.map((found) => (found.type === 'new' ? `${found.kind} ${found.name}` : ''))).toEqual(
    expect.arrayContaining([
      'partner MEPhI',
      'partner Minerva University',
      'partner Cardiff University',
      'partner MGIMO',
      'partner Beijing Language and Culture University',
      'partner OpenAI',
      'initiative National Fund – for Children',
      'initiative Keleshyek',
    ]),
  )
  await archive.close()
})

test('a story is linked in the files and taken back to the byte', async () => {
  const { folder, archive, stories } = await openSample()
  const before = await readAll(folder)
  const ids = [...archive.catalog.sorted(archive.catalog.columns.live, 'newest')]
    .slice(0, 3)
    .map((row) => archive.catalog.summaryAt(row)!.id)
  const { undo, story } = await stories['stories.link']({ ids })
  expect((await stories['stories.read']({ id: story })).members.length).toBeGreaterThanOrEqual(3)
  await stories['stories.undo']({ undo: undo! })
  expect(await readAll(folder)).toEqual(before)
  await archive.close()
})
