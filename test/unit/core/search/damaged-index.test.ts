import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { expectSameAnswers } from '../../../support/damage-index.ts'
import { inputOf, openTestHost } from '../../../support/index-host.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

describe('a damaged index', () => {
  it('gives the same results after each of 64 ways to damage it, since it is made anew where needed', async () => {
    await expectSameAnswers(await makeTempDir(), 64, 77)
  })

  it('is not used when it was made under other rules of analysis', async () => {
    const folder = await makeTempDir()
    const articles = new Map([[0, inputOf(0)]])
    const first = openTestHost(folder, articles)
    first.repair()
    first.close()
    const again = openTestHost(folder, articles)
    expect(again.difference.stale.length).toBe(0)
    again.close()
    const path = join(folder, 'manifest.json')
    const [, json = ''] = (await readFile(path, 'utf8')).split('\n')
    const older = json.replace(/"analyser":"[^"]*"/, '"analyser":"0-0"')
    await writeFile(path, `${crc32(older)}\n${older}\n`)
    const later = openTestHost(folder, articles)
    expect([...later.difference.stale]).toEqual([0])
    expect(later.warnings.join()).toContain('other rules')
    later.close()
  })
})
