import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { createFingerprintCache } from '../../../../core/stories/fingerprint-cache.ts'
import { createFingerprints } from '../../../../core/stories/fingerprints.ts'
import { summaryOf } from '../../../support/catalog-of.ts'
import { createKeptLog } from '../../../support/core-under-test.ts'
import { fakeArchive } from '../../../support/fake-archive.ts'
import { QUIET } from '../../../support/run-task.ts'
import { makeNewsItem, seededRandom } from '../../../support/story-texts.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

function archiveOf(count: number) {
  const random = seededRandom(5)
  const summaries = Array.from({ length: count }, (_, number) => summaryOf(number, { title: `Item ${number}` }))
  const archive = fakeArchive(summaries, new Map(summaries.map(({ id }) => [id, makeNewsItem(random).body.ru])))
  const read: ArticleId[] = []
  return {
    read,
    ports: {
      catalog: archive.catalog,
      articleTexts: (ids: readonly ArticleId[]) => {
        read.push(...ids)
        return archive.articleTexts(ids)
      },
    },
    archive,
    summaries,
  }
}

test('fingerprints are the same after a restart, and only what changed since is read again', async () => {
  const file = join(await makeTempDir(), 'cache', 'fingerprints.bin')
  const log = createKeptLog()
  const { read, ports, archive, summaries } = archiveOf(80)
  const first = createFingerprints({ ...ports, cache: createFingerprintCache(file, log) })
  await first.update(QUIET)
  expect(read).toHaveLength(80)
  const [changed] = summaries
  await archive.changeArticles([changed!.id], (article) => ({ ...article, story: 's' }), QUIET)
  read.length = 0
  const second = createFingerprints({ ...ports, cache: createFingerprintCache(file, log) })
  await second.update(QUIET)
  expect(read).toEqual([changed!.id])
  for (const { id } of summaries.slice(1)) {
    expect(second.get(id)).toEqual(first.get(id))
    for (const key of first.get(id)!.keys) expect(second.frequencyOf(key)).toBe(first.frequencyOf(key))
  }
  expect(log.faults).toEqual([])
})

test('a damaged or foreign cache is passed over and written anew', async () => {
  const file = join(await makeTempDir(), 'fingerprints.bin')
  const log = createKeptLog()
  const { read, ports } = archiveOf(60)
  await createFingerprints({ ...ports, cache: createFingerprintCache(file, log) }).update(QUIET)
  const whole = await readFile(file)
  for (const damaged of [whole.subarray(0, 100), Buffer.from(whole).fill(7, 200, 210), Buffer.from('text')]) {
    await writeFile(file, damaged)
    read.length = 0
    await createFingerprints({ ...ports, cache: createFingerprintCache(file, log) }).update(QUIET)
    expect(read).toHaveLength(60)
    expect((await stat(file)).size).toBe(whole.length)
  }
})
