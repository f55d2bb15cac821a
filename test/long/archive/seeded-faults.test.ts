import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEEDED_FAULTS } from '../../support/seeded-faults.ts'

const ROOT = join(import.meta.dirname, '../../..')
const COPY = join(ROOT, '.cache/seeded-faults')
const TESTS = [
  'files/safe-save',
  'files/safe-path',
  'archive/open-archive',
  'archive/keeping',
  'archive/rescan',
  'archive/power-cut',
  'archive/faults',
]

function runTests(): number | null {
  const paths = TESTS.map((name) => `test/unit/core/${name}.test.ts`)
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  return spawnSync(process.execPath, [vitest, 'run', '--bail', '1', '--root', COPY, ...paths], { encoding: 'utf8' })
    .status
}

beforeAll(async () => {
  await rm(COPY, { recursive: true, force: true })
  await mkdir(join(COPY, 'test/unit/core'), { recursive: true })
  for (const part of [
    'core',
    'test/support',
    'test/fixtures/archives',
    'test/unit/core/files',
    'test/unit/core/archive',
    'vitest.config.ts',
    'package.json',
  ]) {
    await cp(join(ROOT, part), join(COPY, part), { recursive: true })
  }
})
afterAll(() => rm(COPY, { recursive: true, force: true }))

describe('mistakes put into the source on purpose', () => {
  it('are not needed for the tests to fail: the plain copy passes', () => {
    expect(runTests()).toBe(0)
  })

  for (const { name, file, find, replace } of SEEDED_FAULTS) {
    it(`are noticed: ${name}`, async () => {
      const path = join(COPY, file)
      const source = await readFile(path, 'utf8')
      expect(source.split(find)).toHaveLength(2)
      await writeFile(path, source.replace(find, replace))
      try {
        expect(runTests()).not.toBe(0)
      } finally {
        await writeFile(path, source)
      }
    })
  }
})
