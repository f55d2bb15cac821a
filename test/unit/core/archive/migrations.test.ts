import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createArchiveFolder, createFolderTools } from '../../../../core/archive/folder.ts'
import { migrateArchive } from '../../../../core/archive/migrations/migrate-archive.ts'
import { MIGRATIONS, type Migration } from '../../../../core/archive/migrations/migration.ts'
import { FORMAT_VERSION } from '../../../../core/archive/layout.ts'
import { createTestClock, fieldsWith, makeArchive } from '../../../support/archive.ts'

const addNote: Migration = {
  from: 1,
  name: '2026-04-01-add-note',
  run: async (folder) => {
    if ((await folder.readIfPresent('note.txt')) === null) await folder.save('note.txt', Buffer.from('migrated'), null)
  },
}
const failing: Migration = { from: 2, name: '2026-05-01-fail', run: () => Promise.reject(new Error('broken off')) }

async function prepared() {
  const place = await makeArchive()
  const archive = await place.open()
  await archive.createArticle(fieldsWith())
  const folder = createArchiveFolder(place.path, createFolderTools())
  const run = (
    migrations: readonly Migration[],
    target: number,
    backUp = (file: string): Promise<unknown> => archive.backUp(file),
  ) => migrateArchive(folder, archive.info, { clock: createTestClock(), backUp, migrations, target })
  return { place, archive, run }
}

describe('migrateArchive', () => {
  it('changes nothing in an archive of the present format', async () => {
    const { place, archive, run } = await prepared()
    const before = await readFile(join(place.path, 'archive.json'))
    await run([], 1)
    expect(await readFile(join(place.path, 'archive.json'))).toEqual(before)
    await archive.close()
  })

  it('makes a backup beside the folder, runs each step and raises the format', async () => {
    const { place, archive, run } = await prepared()
    expect((await run([addNote], 2)).format).toBe(2)
    expect(await readFile(join(place.path, 'note.txt'), 'utf8')).toBe('migrated')
    expect(await readFile(join(place.path, 'archive.json'), 'utf8')).toContain('"format": 2')
    const beside = await readdir(dirname(place.path))
    expect(beside.filter((name) => name.includes('before format 2'))).toHaveLength(1)
    await archive.close()
  })

  it('touches nothing when the backup fails', async () => {
    const { place, archive, run } = await prepared()
    await expect(run([addNote], 2, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(await readdir(place.path)).not.toContain('note.txt')
    await archive.close()
  })

  it('stays at the last step that was done, and can be tried again', async () => {
    const { place, archive, run } = await prepared()
    await expect(run([addNote, failing], 3)).rejects.toThrow('broken off')
    expect(await readFile(join(place.path, 'archive.json'), 'utf8')).toContain('"format": 2')
    expect((await run([addNote, { ...failing, run: () => Promise.resolve() }], 3)).format).toBe(3)
    await archive.close()
  })

  it('has one dated step for every format before the present one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(
      Array.from({ length: FORMAT_VERSION - 1 }, (_, place) => place + 1),
    )
    for (const { name } of MIGRATIONS) expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z-]+$/)
  })
})
