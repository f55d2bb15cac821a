import { execFileSync } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import { isAppError } from '../../../../core/contract/app-error.ts'
import type { Article } from '../../../../core/model/article.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

/** Saves articles, growing each time, until the disk takes no more; answers what was confirmed last. */
async function fillUp(archive: OpenArchive): Promise<readonly Article[]> {
  const articles = [await archive.createArticle(fieldsWith()), await archive.createArticle(fieldsWith())]
  for (let turn = 0; turn < 1_000; turn += 1) {
    const old = articles[turn % 2]
    if (old === undefined) break
    try {
      const body = `Turn ${turn} ${'орман '.repeat(500 + turn)}`
      articles[turn % 2] = await archive.saveArticle(old.id, old.version, { ...old, body })
    } catch (error) {
      expect(isAppError(error, 'disk-full'), String(error)).toBe(true)
      return articles
    }
  }
  throw new Error('The disk never was full.')
}

it('keeps every confirmed article on a full disk of one megabyte, and goes on when there is room', async ({ skip }) => {
  const disk = await makeTempDir()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    skip('This user may not mount a small disk.')
  }
  onTestFinished(() => void execFileSync('umount', [disk]))
  const place = await makeArchive('Small', disk)
  await writeFile(join(disk, 'ballast'), Buffer.alloc(200_000))
  const archive = await place.open()
  const confirmed = await fillUp(archive)
  for (const article of confirmed) expect(await archive.readArticle(article.id)).toEqual(article)
  const names = await readdir(place.path, { recursive: true })
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
  await rm(join(disk, 'ballast'))
  const [first] = confirmed
  if (first === undefined) throw new Error('Nothing was confirmed.')
  const saved = await archive.saveArticle(first.id, first.version, { ...first, body: `${first.body} More.` })
  await archive.close()
  const again = await place.open()
  expect(await again.readArticle(first.id)).toEqual(saved)
  expect(again.unreadable).toEqual([])
  await again.close()
})
