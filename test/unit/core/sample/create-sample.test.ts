import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive, type OpenArchive } from '../../../../core/archive/open-archive.ts'
import type { Article } from '../../../../core/model/article.ts'
import { LANGUAGES } from '../../../../core/model/language.ts'
import { TAG_KINDS } from '../../../../core/model/tag.ts'
import { createSampleArchive } from '../../../../core/sample/create-sample.ts'
import { openTagStore } from '../../../../core/tags/tag-store.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const clock = (): Date => new Date('2026-11-23T12:00:00Z')
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function openSample(): Promise<{ archive: OpenArchive; articles: readonly Article[]; folder: string }> {
  const folder = join(await makeTempDir(), 'sample')
  await createSampleArchive({ folder, language: 'kk', clock })
  const cacheFolder = await makeTempDir()
  const archive = await openArchive({ folder, cacheFolder, privateFolder: cacheFolder, clock, log })
  const articles: Article[] = []
  for await (const article of archive.articleTexts()) articles.push(article)
  return { archive, articles, folder }
}

test('the sample has articles in three languages over three years, own and coverage', async () => {
  const { archive, articles } = await openSample()
  expect(archive.info).toMatchObject({ name: 'Айдынкөл университеті (мысал)', language: 'kk' })
  expect(archive.unreadable).toEqual([])
  expect(articles.length).toBeGreaterThanOrEqual(36)
  for (const language of LANGUAGES) {
    expect(articles.filter((article) => article.language === language).length).toBeGreaterThanOrEqual(10)
  }
  for (const kind of ['own', 'coverage']) {
    expect(articles.filter((article) => article.kind === kind).length).toBeGreaterThanOrEqual(10)
  }
  const dates = articles.flatMap((article) => article.published ?? []).sort()
  expect([dates.at(0)?.slice(0, 7), dates.at(-1)?.slice(0, 7)]).toEqual(['2023-11', '2026-10'])
  expect(articles.filter((article) => article.published?.length === 7)).not.toHaveLength(0)
  expect(articles.filter((article) => article.published === null)).not.toHaveLength(0)
  await archive.close()
})

test('every tag of the sample is registered under its kind, has three names and is used', async () => {
  const { archive, articles } = await openSample()
  const store = await openTagStore(archive)
  expect(store.problems()).toEqual([])
  const used = new Set(articles.flatMap((article) => TAG_KINDS.flatMap((kind) => article.tags[kind])))
  expect([...used].sort()).toEqual(
    store
      .list()
      .map((tag) => tag.id)
      .sort(),
  )
  for (const article of articles) {
    for (const kind of TAG_KINDS) for (const id of article.tags[kind]) expect(store.get(id)?.kind).toBe(kind)
  }
  for (const tag of store.list()) expect(Object.keys(tag.names).sort()).toEqual(['en', 'kk', 'ru'])
  expect(store.list().filter((tag) => tag.kind === 'initiative').length).toBeGreaterThanOrEqual(5)
  expect(store.list().filter((tag) => tag.kind === 'partner').length).toBeGreaterThanOrEqual(8)
  await archive.close()
})

test('stories link existing articles in several languages, and attachments are what their articles say', async () => {
  const { archive, articles } = await openSample()
  const ids = new Set<string>(articles.map((article) => article.id))
  const stories = Map.groupBy(
    articles.filter((article) => article.story !== ''),
    (article) => article.story,
  )
  expect(stories.size).toBeGreaterThanOrEqual(3)
  for (const [story, members] of stories) {
    expect(ids.has(story)).toBe(true)
    expect(new Set(members.map((member) => member.language)).size).toBeGreaterThanOrEqual(2)
  }
  const withImage = articles.find((article) => article.attachments.length > 0)!
  const image = withImage.attachments[0]!
  const { bytes, sha256 } = await archive.readAttachment(withImage.id, image.name)
  expect([bytes.length, sha256]).toEqual([image.size, image.sha256])
  expect(withImage.body).toContain(image.name)
  await archive.close()
})

test('the report on the forum carries its facts', async () => {
  const { archive, articles } = await openSample()
  const report = articles.find((article) => article.published === '2025-10-31')!
  for (const fact of ['33', '540,000', '31,000', '100,000', 'MEPhI', 'OpenAI', 'Keleshyek', 'Mukhtar Tolegen']) {
    expect(report.body).toContain(fact)
  }
  expect(report.tags.partner).toContain('cardiff-university')
  expect(report.tags.initiative).toEqual(['national-fund-for-children', 'keleshyek'])
  await archive.close()
})

test('a folder that holds something is refused and left alone', async () => {
  const { folder, archive } = await openSample()
  await archive.close()
  await expect(createSampleArchive({ folder, language: 'en', clock })).rejects.toMatchObject({ code: 'archive-exists' })
  expect((await readdir(join(folder, 'articles'))).sort()).toEqual(['2023', '2024', '2025', '2026', 'undated'])
})

test('two sample archives have the same articles to the byte', async () => {
  const [one, other] = [await openSample(), await openSample()]
  const versions = ({ articles }: { articles: readonly Article[] }): string[] =>
    articles.map((article) => `${article.id} ${article.version}`).sort()
  expect(versions(one)).toEqual(versions(other))
  await one.archive.close()
  await other.archive.close()
})
