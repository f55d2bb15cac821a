import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'
import { makeSimulatedArchive, openSimulated } from '../../../support/simulated-archive.ts'
import type { SimulatedDisk } from '../../../support/simulated-disk.ts'

const MANY = 24

async function addArticles(archive: OpenArchive): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = []
  for (let number = 0; number < MANY; number += 1) {
    const fields = fieldsWith({ title: `Article ${number}`, body: `Text number ${number}.` })
    const attachments =
      number % 3 === 0 ? [{ name: 'page.txt', bytes: Buffer.from(`page ${number}`), role: 'original' as const }] : []
    ids.push((await archive.createArticle(fields, { attachments })).id)
  }
  return ids
}

/** Every file of articles and attachments with its text. */
async function filesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const folder of ['articles', 'attachments']) {
    for (const entry of await readdir(join(path, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      if (entry.isFile()) found.set(file.slice(path.length), await readFile(file, 'utf8'))
    }
  }
  return found
}

it('moves many articles with their attachments to the trash and back as one act each, to the byte', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const before = await filesOf(place.path)
  expect(before.size).toBe(MANY + MANY / 3)
  expect(await archive.trashArticles(ids)).toMatchObject({ changed: ids, unchanged: 0, failed: [] })
  expect([(await filesOf(place.path)).size, archive.catalog.size, await archive.countTrashed()]).toEqual([0, 0, MANY])
  expect(await archive.restoreArticles(ids)).toMatchObject({ changed: ids, unchanged: 0, failed: [] })
  expect(await filesOf(place.path)).toEqual(before)
  await archive.acts.undo()
  expect([archive.catalog.size, await archive.countTrashed()]).toEqual([0, MANY])
  await archive.acts.undo()
  expect(await filesOf(place.path)).toEqual(before)
  await archive.close()
  const points = (await readdir(join(place.path, '.history/acts'))).map((name) => name.replace(/-[0-9a-f]+\.json$/, ''))
  expect(points.map((name) => name.replace(/^.*-/, '')).toSorted()).toEqual(['restore', 'restore', 'trash', 'trash'])
})

it('gives an article another name where its place was taken, and names those that are not in the trash', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const article = await archive.readArticle(ids[0]!)
  await archive.trashArticles(ids)
  const [file] = (await readdir(join(place.path, '.trash'), { recursive: true })).filter((name) =>
    name.endsWith(`${ids[0]!.slice(0, 8)}.md`),
  )
  const taken = file!.replace(/^.*?\/articles\//, 'articles/')
  const bytes = await readFile(join(place.path, '.trash', file!), 'utf8')
  await mkdir(join(place.path, taken, '..'), { recursive: true })
  const other = `${ids[0]!.slice(0, -1)}${ids[0]!.endsWith('0') ? '1' : '0'}`
  await writeFile(join(place.path, taken), bytes.replace(ids[0]!, other))
  await archive.rescan()
  const missing = `${ids[0]!.slice(0, 8)}zzzzzzzz` as ArticleId
  const { changed, failed } = await archive.restoreArticles([...ids, missing])
  expect([changed.length, failed.map(({ id, code }) => [id, code])]).toEqual([MANY, [[missing, 'not-found']]])
  expect((await archive.readArticle(ids[0]!)).body).toBe(article.body)
  expect(archive.catalog.size).toBe(MANY + 1)
  await archive.close()
})

it('knows after a restart what was deleted together, and takes single articles out of it', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const before = await filesOf(place.path)
  await archive.trashArticles(ids)
  await archive.close()
  const again = await place.open()
  expect([await again.countTrashed(), (await again.trashedArticles()).length]).toEqual([MANY, MANY])
  expect((await again.restoreArticles(ids.slice(0, 1))).changed).toEqual(ids.slice(0, 1))
  expect((await again.readAttachment(ids[0]!, 'page.txt')).bytes.toString()).toBe('page 0')
  expect(await again.countTrashed()).toBe(MANY - 1)
  expect((await again.restoreArticles(ids)).changed).toHaveLength(MANY - 1)
  expect(await filesOf(place.path)).toEqual(before)
  await again.trashArticles(ids)
  expect(await again.emptyTrash(ids.slice(0, 2))).toBe(2)
  expect(await again.countTrashed()).toBe(MANY - 2)
  expect(await again.emptyTrash(ids)).toBe(MANY - 2)
  await again.close()
  // Nothing is left, lists and folders neither.
  expect((await readdir(join(place.path, '.trash'), { recursive: true })).filter((name) => /\D{3}/.test(name))).toEqual(
    [],
  )
})

interface Cut {
  readonly disk: SimulatedDisk
  readonly call: string
  /** True once the list of the moves must be on the disk. */
  readonly promised: boolean
}

async function cutsOf(
  seed: number,
  act: 'trash' | 'restore',
): Promise<{ cuts: readonly Cut[]; ids: readonly ArticleId[] }> {
  const random = createRandom(seed)
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ids = await addArticles(archive)
  if (act === 'restore') await archive.trashArticles(ids)
  await archive.close()
  const again = await openSimulated(disk)
  const cuts: Cut[] = []
  let promised = false
  disk.onCall = (call, path) => {
    // The lists are written before the first article moves.
    promised ||= call === 'rename' && /\/articles\/.*\.md$/.test(path)
    const share = random.pick([0, 0.5, 1])
    const cut = disk.cut({ content: () => random.pick(['kept', 'dropped']), keepsName: () => random.chance(share) })
    cuts.push({ disk: cut, call: `${call} ${path}`, promised })
  }
  if (act === 'trash') await again.trashArticles(ids)
  else await again.restoreArticles(ids)
  await again.close()
  disk.onCall = () => undefined
  return { cuts, ids }
}

it(
  'trashes and restores all of an act or nothing of it through a power cut before any call of the file system',
  { timeout: 240_000 },
  async () => {
    const seed = freshSeed()
    let count = 0
    for (const act of ['trash', 'restore'] as const) {
      const { cuts, ids } = await cutsOf(seed, act)
      for (const [number, cut] of cuts.entries()) {
        if (number % 4 !== seed % 4) continue
        count += 1
        const told = `seed ${seed}, ${act}, cut ${number} before ${cut.call}`
        const archive = await openSimulated(cut.disk)
        const [live, trashed] = [archive.catalog.size, await archive.countTrashed()]
        expect([told, live + trashed, archive.unreadable]).toEqual([told, ids.length, []])
        expect([told, live % MANY]).toEqual([told, 0])
        if (cut.promised) expect([told, live]).toEqual([told, act === 'trash' ? 0 : MANY])
        if (live > 0) expect((await archive.readAttachment(ids[0]!, 'page.txt')).bytes.length, told).toBeGreaterThan(0)
        await archive.close()
        expect(
          [...cut.disk.files().keys()].filter((path) => path.endsWith('.pending.json')),
          told,
        ).toEqual([])
      }
    }
    expect(count).toBeGreaterThan(50)
  },
)
