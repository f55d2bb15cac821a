import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'
import { makeSimulatedArchive, openSimulated, SIMULATED_ARCHIVE } from '../../../support/simulated-archive.ts'
import { systemFailure } from '../../../support/simulated-disk.ts'
import { runSync } from '../../../support/sync-runs.ts'

describe('rescan', () => {
  it(
    'overwrites nothing in silence and drops nothing by mistake beside an unruly sync client, in 200 schedules',
    { timeout: 600_000 },
    async () => {
      const seed = freshSeed()
      for (let run = 0; run < 200; run += 1) {
        expect(await runSync(createRandom(seed + run), 15), `seed ${seed + run}`).toEqual([])
      }
    },
  )

  it('keeps an article whose file cannot be read at the moment', async () => {
    const disk = await makeSimulatedArchive()
    const archive = await openSimulated(disk)
    const { id } = await archive.createArticle(fieldsWith())
    const path = [...disk.files().keys()].find((name) => name.startsWith(`${SIMULATED_ARCHIVE}/articles/`)) ?? ''
    disk.overwrite(path, Buffer.from('---\nid: x\n---\n'))
    for (const code of ['EIO', 'ETIMEDOUT', 'EINVAL', 'UNKNOWN']) {
      disk.onCall = (call, read) => {
        if (call === 'read' && read === path) throw systemFailure(code)
      }
      const report = await archive.rescan()
      expect(report.failed).toMatchObject([{ id, code: 'file-unavailable' }])
      expect(archive.catalog.summaryOf(id)?.title).toBe(fieldsWith().title)
    }
  })

  it('takes in a file that was moved while it could not be read, as soon as it can be', async () => {
    const disk = await makeSimulatedArchive()
    const archive = await openSimulated(disk)
    const articles = [await archive.createArticle(fieldsWith({ title: 'A' }))]
    while (articles.length < 12) articles.push(await archive.createArticle(fieldsWith()))
    const id = articles[0]?.id ?? ''
    const path = [...disk.files().keys()].find((name) => name.includes(`articles/undated/a-${id.slice(0, 8)}`)) ?? ''
    const moved = path.replace('.md', '-moved.md')
    await disk.system.rename(path, moved)
    disk.onCall = (call, read) => {
      if (call === 'read' && read === moved) throw systemFailure('EIO')
    }
    await archive.rescan()
    expect(archive.unreadable).toHaveLength(1)
    disk.onCall = () => undefined
    await archive.rescan()
    expect(archive.unreadable).toEqual([])
    expect(archive.catalog.size).toBe(12)
  })

  it('is offline when archive.json is gone or belongs to another archive', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    await archive.createArticle(fieldsWith())
    const file = join(place.path, 'archive.json')
    const own = await readFile(file, 'utf8')
    await rename(file, `${file}.away`)
    await archive.rescan()
    expect(archive.readOnly).toBe('offline')
    expect(archive.catalog.size).toBe(1)
    await writeFile(file, own.replace(archive.info.id, '00000000-0000-4000-8000-000000000000'))
    await archive.rescan()
    expect(archive.readOnly).toBe('offline')
    await writeFile(file, own)
    await archive.rescan()
    expect(archive.readOnly).toBeNull()
    await archive.close()
  })

  it('drops articles whose deletion the user has confirmed', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    await Promise.all(
      Array.from({ length: 6 }, (_, number) => archive.createArticle(fieldsWith({ title: `N ${number}` }))),
    )
    await rm(join(place.path, 'articles/undated'), { recursive: true })
    expect((await archive.rescan()).missing).toHaveLength(6)
    await archive.rescan({ acceptMissing: true })
    expect(archive.catalog.size).toBe(0)
    expect(archive.readOnly).toBeNull()
    await archive.close()
  })

  it('sees a change that keeps length and time', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const { id } = await archive.createArticle(fieldsWith({ title: 'Aaaa' }))
    const [name = ''] = await readdir(join(place.path, 'articles/undated'))
    const file = join(place.path, 'articles/undated', name)
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('Aaaa', 'Bbbb'))
    await archive.rescan()
    await writeFile(file, text.replace('Aaaa', 'Cccc'))
    await utimes(file, new Date(), new Date())
    await archive.rescan()
    expect(archive.catalog.summaryOf(id)?.title).toBe('Cccc')
    await archive.close()
  })

  it('follows no link and reads no hidden or foreign file as an article', async () => {
    const place = await makeArchive()
    await mkdir(join(place.path, 'articles/.obsidian'), { recursive: true })
    const article = '---\nid: "1hntqz3w0000000d"\ntitle: X\nkind: own\nlanguage: en\n---\n\nText\n'
    await writeFile(join(place.path, 'outside.md'), article)
    await writeFile(join(place.path, 'articles/.obsidian/a.md'), article)
    await writeFile(join(place.path, 'articles/notes.txt'), article)
    await symlink(join(place.path, 'outside.md'), join(place.path, 'articles/link.md'))
    await symlink(place.path, join(place.path, 'articles/loop'))
    const archive = await place.open()
    expect(archive.catalog.size).toBe(0)
    const report = await archive.verify({ knownTags: null })
    expect(report.problems.map(({ kind }) => kind)).toEqual(['stray-file', 'stray-file', 'stray-file'])
    await archive.close()
  })
})
