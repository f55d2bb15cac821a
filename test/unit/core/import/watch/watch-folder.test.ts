import { appendFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWatchFolder, type WatchFolder } from '../../../../../core/import/watch/watch-folder.ts'
import { makeImportStand, type ImportStand } from '../../../../support/importing.ts'
import { makeTempDir } from '../../../../support/temp-dir.ts'

function watchOf({ importer, intake, privateFolder, test }: ImportStand): WatchFolder {
  const file = join(privateFolder, 'watch.json')
  return createWatchFolder({ importer, intake, file, clock: () => new Date(), log: test.log, interval: null })
}

const text = (number: number): string => `12 May 2025\nNews number ${number}\nWords of day number ${number}.`

describe('a watched folder', () => {
  it('is none until one is chosen', async () => {
    const watch = watchOf(await makeImportStand())
    await watch.look()
    expect(await watch.state()).toMatchObject({ folder: null, lookedAt: null, added: 0 })
  })

  it('gives files that held still between two looks to the archive, once, and leaves them where they are', async () => {
    const stand = await makeImportStand()
    const folder = await makeTempDir()
    const watch = watchOf(stand)
    await watch.set({ folder, kind: 'own', outlet: 'Site' })
    await writeFile(join(folder, 'a.txt'), text(1))
    await watch.look()
    expect(stand.archive.catalog.size).toBe(0)
    await appendFile(join(folder, 'a.txt'), '\nStill being written.')
    await watch.look()
    expect(stand.archive.catalog.size).toBe(0)
    await watch.look()
    expect(stand.archive.catalog.size).toBe(1)
    await watch.look()
    await watch.look()
    expect(await watch.state()).toMatchObject({ folder, added: 1, problem: null })
    expect((await stand.importer.runs()).length).toBe(1)

    await writeFile(join(folder, 'b.txt'), text(2))
    const later = watchOf(stand)
    await later.look()
    await later.look()
    const [run] = await stand.importer.runs()
    expect(run).toMatchObject({ total: 1, added: 1 })
    expect((await stand.importer.report(run!.batch)).items[0]).toMatchObject({ source: 'b.txt', outlet: 'Site' })
  })

  it('passes over files that another program is still writing under a passing name', async () => {
    const stand = await makeImportStand()
    const folder = await makeTempDir()
    const watch = watchOf(stand)
    await watch.set({ folder, kind: 'coverage', outlet: '' })
    await writeFile(join(folder, 'a.txt.part'), text(1))
    for (let look = 0; look < 3; look += 1) await watch.look()
    expect(await stand.importer.runs()).toEqual([])
  })

  it('says when the folder is gone, and refuses to watch what is none', async () => {
    const stand = await makeImportStand()
    const folder = await makeTempDir()
    const watch = watchOf(stand)
    await watch.set({ folder, kind: 'coverage', outlet: '' })
    await rm(folder, { recursive: true })
    await watch.look()
    expect((await watch.state()).problem).toContain('no folder')
    await expect(watch.set({ folder, kind: 'coverage', outlet: '' })).rejects.toMatchObject({ code: 'not-a-folder' })
  })
})
