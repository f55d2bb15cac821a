import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { keepWatch } from '../../../../core/archive/keep-watch.ts'
import { createTestLog } from '../../../support/archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(10)
}

it('looks again and again though the system reports nothing, and goes on after a failure', async () => {
  const log = createTestLog()
  let looks = 0
  const end = keepWatch(
    [join(await makeTempDir(), 'missing')],
    () => {
      looks += 1
      return looks === 1 ? Promise.reject(new Error('unplugged')) : Promise.resolve()
    },
    log,
    { every: 20, settle: 5 },
  )
  onTestFinished(end)
  await until(() => looks >= 3)
  end()
  const before = looks
  await delay(100)
  expect(looks).toBeLessThanOrEqual(before + 1)
  expect(log.lines).toContain('Looking at the folder failed')
})

it('looks soon after a change that the system reports, not after one in a hidden folder', async () => {
  const folder = await makeTempDir()
  await mkdir(join(folder, 'articles'))
  let looks = 0
  const end = keepWatch([folder, join(folder, 'articles')], () => Promise.resolve((looks += 1)), createTestLog(), {
    every: 3_600_000,
    settle: 10,
  })
  onTestFinished(end)
  await delay(50)
  await writeFile(join(folder, 'articles/a.md'), 'x')
  await until(() => looks > 0)
  expect(looks).toBeGreaterThan(0)
})
