import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, describe } from 'vitest'
import { createFolderTools } from '../../../../core/archive/folder.ts'
import { nodeFileSystem } from '../../../../core/files/node-file-system.ts'
import type { FileSystem } from '../../../../core/files/file-system.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { runCacheDamage } from '../../../support/cache-damage.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'

describe('the catalog cache', () => {
  it('never gives a wrong result, however it is damaged', { timeout: 600_000 }, async () => {
    const random = createRandom(freshSeed())
    expect(await runCacheDamage(random, 300), `seed ${random.seed}`).toEqual([])
  })

  it('saves the reading of files that have not changed', async () => {
    const place = await makeArchive()
    const first = await place.open()
    await Promise.all(
      Array.from({ length: 20 }, (_, number) => first.createArticle(fieldsWith({ title: `N ${number}` }))),
    )
    await first.close()
    const read: string[] = []
    const counting: FileSystem = {
      ...nodeFileSystem,
      read: (path) => {
        read.push(path)
        return nodeFileSystem.read(path)
      },
    }
    const again = await place.open({ tools: createFolderTools(counting) })
    expect(again.catalog.size).toBe(20)
    expect(read.filter((path) => path.endsWith('.md'))).toEqual([])
    await again.close()
  })

  it('of another archive is not used', async () => {
    const [one, two] = [await makeArchive(), await makeArchive()]
    for (const place of [one, two]) {
      const archive = await place.open()
      await archive.createArticle(fieldsWith({ title: place === one ? 'One' : 'Two' }))
      await archive.close()
    }
    const cacheOf = async (path: string) => {
      const root = join(path, '../cache')
      return join(root, (await readdir(root))[0] ?? '', 'catalog.bin')
    }
    await writeFile(await cacheOf(one.path), await readFile(await cacheOf(two.path)))
    const archive = await one.open()
    const summary = archive.catalog.summaryAt(0)
    expect(summary?.title).toBe('One')
    await archive.close()
  })
})
