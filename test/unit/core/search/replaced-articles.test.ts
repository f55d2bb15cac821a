import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { inputOf, openTestHost } from '../../../support/index-host.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const ARTICLES = 16
const TIMES = 12

it('keeps no part of the index whose articles were all replaced, and has nothing to say about it', async () => {
  const folder = await makeTempDir()
  const articles = new Map(Array.from({ length: ARTICLES }, (_, row) => [row, inputOf(row)]))
  const test = openTestHost(folder, articles)
  test.repair()
  for (let time = 1; time <= TIMES; time += 1) {
    test.host.call(
      'upsert',
      Array.from({ length: ARTICLES }, (_, row) => inputOf(row, row + time * ARTICLES)),
    )
    test.host.call('save', undefined)
    // Lets a merge, which runs in a thread of its own, come to its end.
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  const last = [...Array(ARTICLES).keys()].map((row) => inputOf(row, row + TIMES * ARTICLES))
  const [first] = last
  expect([...test.query(`title:"${first?.title ?? ''}"`).exact.rows]).toContain(0)
  test.close()
  expect(test.warnings).toEqual([])
  expect((await readdir(folder)).filter((name) => name.endsWith('.lseg'))).toHaveLength(1)
  const again = openTestHost(folder, new Map(last.map((article) => [article.row, article])))
  expect([...again.difference.stale]).toEqual([])
  again.close()
})
