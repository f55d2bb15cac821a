import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'

const DAY = 86_400_000

/** An archive whose day the test sets. */
async function open() {
  const place = await makeArchive()
  let now = Date.parse('2026-01-01T08:00:00Z')
  const archive = await place.open({ clock: () => new Date((now += 1_000)) })
  return { place, archive, pass: (days: number) => (now += days * DAY) }
}

async function saveTimes(archive: OpenArchive, id: ArticleId, times: number): Promise<void> {
  for (let number = 0; number < times; number += 1) {
    const { version } = await archive.readArticle(id)
    await archive.saveArticle(
      id,
      version,
      fieldsWith({ body: `The text, version ${number} of it, at ${Math.random()}` }),
    )
  }
}

const oldIn = async (archive: OpenArchive) => (await archive.verify({ knownTags: null })).oldHistory

it('keeps every version of 30 days, and 20 versions of any age', async () => {
  const { archive, pass } = await open()
  const { id } = await archive.createArticle(fieldsWith())
  await saveTimes(archive, id, 25)
  pass(29)
  expect((await oldIn(archive)).files).toEqual([])
  pass(2)
  // 25 versions are older than 30 days; the newest 20 of them stay.
  expect((await oldIn(archive)).files).toHaveLength(5)
  await saveTimes(archive, id, 3)
  const old = await oldIn(archive)
  expect(old.files).toHaveLength(8)
  await expect(archive.prune('something else')).rejects.toMatchObject({ code: 'needs-confirmation' })
  expect(await archive.articleVersions(id)).toHaveLength(28)
  expect(await archive.prune(old.confirmed)).toEqual(old)
  const left = await archive.articleVersions(id)
  expect(left).toHaveLength(20)
  // The newest stay, and each can still be read.
  for (const { name } of left) expect((await archive.readArticleVersion(id, name)).id).toBe(id)
  expect((await oldIn(archive)).files).toEqual([])
  await archive.close()
})

it('keeps a restore point as long as one of its articles has no 20 newer versions', async () => {
  const { place, archive, pass } = await open()
  const ids: ArticleId[] = []
  for (let number = 0; number < 21; number += 1) {
    ids.push((await archive.createArticle(fieldsWith({ title: `Article ${number}` }))).id)
  }
  const change = async (times: number): Promise<void> => {
    for (let number = 0; number < times; number += 1) {
      await archive.changeArticles(ids, (article) => ({ ...article, notes: `${article.notes}x` }))
    }
  }
  await change(1)
  pass(40)
  await change(19)
  expect((await oldIn(archive)).files).toEqual([])
  // For all articles but the last there are twenty newer versions now.
  for (const id of ids.slice(1)) await saveTimes(archive, id, 1)
  expect((await oldIn(archive)).files).toEqual([])
  await saveTimes(archive, ids[0]!, 1)
  await change(1)
  const old = await oldIn(archive)
  expect(old.files.map((path) => path.replace(/^.*\./, ''))).toEqual(['json', 'txt'])
  expect(old.bytes).toBeGreaterThan(1_000)
  await archive.prune(old.confirmed)
  for (const { name } of await archive.articleVersions(ids[3]!)) {
    expect((await archive.readArticleVersion(ids[3]!, name)).id).toBe(ids[3])
  }
  await archive.close()
  expect(await readdir(join(place.path, '.history/acts'))).toHaveLength(40)
})
