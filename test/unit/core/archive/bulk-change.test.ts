import { writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { makeSimulatedArchive, openSimulated } from '../../../support/simulated-archive.ts'

const MANY = 24
const noted = (note: string) => (article: Parameters<Parameters<OpenArchive['changeArticles']>[1]>[0]) => ({
  ...article,
  notes: note,
})

function bodyOf(number: number): string {
  return `Text number ${number}.${' Орман кітапханасы.'.repeat(number)}`
}

async function addArticles(archive: OpenArchive, count = MANY): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = []
  for (let number = 0; number < count; number += 1) {
    const body = bodyOf(number)
    ids.push((await archive.createArticle(fieldsWith({ title: `Article ${number}`, body, notes: 'old' }))).id)
  }
  return ids
}

async function articleFiles(path: string): Promise<readonly string[]> {
  const names = await readdir(join(path, 'articles'), { recursive: true })
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, 'articles', name))
}

async function bytesOf(files: readonly string[]): Promise<readonly string[]> {
  return Promise.all(files.map((file) => readFile(file, 'utf8')))
}

it('changes many articles with one restore point, which is history that undo and redo give back to the byte', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const files = await articleFiles(place.path)
  const before = await bytesOf(files)
  const { changed, failed } = await archive.changeArticles(ids, noted('new'))
  expect([changed.length, failed]).toEqual([MANY, []])
  const after = await bytesOf(files)
  expect(after.every((text) => text.includes('notes: new'))).toBe(true)
  const [first] = ids
  const [version] = await archive.articleVersions(first!)
  expect((await archive.readArticleVersion(first!, version!.name)).notes).toBe('old')
  await archive.acts.undo()
  expect(await bytesOf(files)).toEqual(before)
  await archive.acts.redo()
  expect(await bytesOf(files)).toEqual(after)
  await archive.close()
  const acts = await readdir(join(place.path, '.history/acts'))
  expect(acts.map((name) => name.replace(/^[^.]*/, '')).toSorted()).toEqual([
    ...Array(3).fill('.json'),
    ...Array(3).fill('.txt'),
  ])
  const again = await place.open()
  expect((await again.articleVersions(first!)).map(({ hash }) => hash)).toContain(version!.hash)
  expect((await again.restoreArticleVersion(first!, version!.name)).notes).toBe('old')
  await again.close()
})

it('leaves alone what was changed between reading and replacing, and says so for each article', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const files = await articleFiles(place.path)
  const { changed, failed } = await archive.changeArticles(ids, noted('new'), {
    onProgress: (done) => {
      // All are read and none is replaced yet.
      if (done === MANY / 2) writeFileSync(files[3]!, 'somebody else')
    },
  })
  await archive.close()
  const texts = await bytesOf(files)
  expect(texts[3]).toBe('somebody else')
  expect(changed.length + failed.length).toBe(MANY)
  expect(failed.map(({ code }) => code)).toEqual(['version-conflict'])
})

it('does nothing when it is cancelled while it reads', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const files = await articleFiles(place.path)
  const before = await bytesOf(files)
  const controller = new AbortController()
  const change = archive.changeArticles(ids, noted('new'), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await expect(change).rejects.toMatchObject({ code: 'cancelled' })
  expect(await bytesOf(files)).toEqual(before)
  await archive.close()
  expect(await readdir(join(place.path, '.history/acts'))).toEqual([])
})

it('makes the next change of an article wait until the disk has the whole act', async () => {
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ids = await addArticles(archive)
  await archive.changeArticles(ids, noted('new'))
  const article = await archive.readArticle(ids[0]!)
  await archive.saveArticle(ids[0]!, article.version, { ...article, body: 'Written after the act.' }, { force: true })
  expect([...disk.files().keys()].some((path) => path.endsWith('.pending.json'))).toBe(false)
  await archive.close()
})
