import { writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'
import { makeSimulatedArchive, openSimulated } from '../../../support/simulated-archive.ts'
import { systemFailure, type CutChoice, type SimulatedDisk } from '../../../support/simulated-disk.ts'

const MANY = 24
const noted = (note: string) => (article: Parameters<Parameters<OpenArchive['changeArticles']>[1]>[0]) => ({
  ...article,
  notes: note,
})

function bodyOf(number: number): string {
  return `Text number ${number}.${' Орман кітапханасы.'.repeat(number)}`
}

async function addArticles(archive: OpenArchive, count = MANY): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = []
  for (let number = 0; number < count; number += 1) {
    const body = bodyOf(number)
    ids.push((await archive.createArticle(fieldsWith({ title: `Article ${number}`, body, notes: 'old' }))).id)
  }
  return ids
}

async function articleFiles(path: string): Promise<readonly string[]> {
  const names = await readdir(join(path, 'articles'), { recursive: true })
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, 'articles', name))
}

async function bytesOf(files: readonly string[]): Promise<readonly string[]> {
  return Promise.all(files.map((file) => readFile(file, 'utf8')))
}

it('changes many articles with one restore point, which is history that undo and redo give back to the byte', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const files = await articleFiles(place.path)
  const before = await bytesOf(files)
  const { changed, failed } = await archive.changeArticles(ids, noted('new'))
  expect([changed.length, failed]).toEqual([MANY, []])
  const after = await bytesOf(files)
  expect(after.every((text) => text.includes('notes: new'))).toBe(true)
  const [first] = ids
  const [version] = await archive.articleVersions(first!)
  expect((await archive.readArticleVersion(first!, version!.name)).notes).toBe('old')
  await archive.acts.undo()
  expect(await bytesOf(files)).toEqual(before)
  await archive.acts.redo()
  expect(await bytesOf(files)).toEqual(after)
  await archive.close()
  const acts = await readdir(join(place.path, '.history/acts'))
  expect(acts.map((name) => name.replace(/^[^.]*/, '')).toSorted()).toEqual([
    ...Array(3).fill('.json'),
    ...Array(3).fill('.txt'),
  ])
  const again = await place.open()
  expect((await again.articleVersions(first!)).map(({ hash }) => hash)).toContain(version!.hash)
  expect((await again.restoreArticleVersion(first!, version!.name)).notes).toBe('old')
  await again.close()
})

it('leaves alone what was changed between reading and replacing, and says so for each article', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const files = await articleFiles(place.path)
  const { changed, failed } = await archive.changeArticles(ids, noted('new'), {
    onProgress: (done) => {
      // All are read and none is replaced yet.
      if (done === MANY / 2) writeFileSync(files[3]!, 'somebody else')
    },
  })
  await archive.close()
  const texts = await bytesOf(files)
  expect(texts[3]).toBe('somebody else')
  expect(changed.length + failed.length).toBe(MANY)
  expect(failed.map(({ code }) => code)).toEqual(['version-conflict'])
})

it('does nothing when it is cancelled while it reads', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  const ids = await addArticles(archive)
  const files = await articleFiles(place.path)
  const before = await bytesOf(files)
  const controller = new AbortController()
  const change = archive.changeArticles(ids, noted('new'), {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await expect(change).rejects.toMatchObject({ code: 'cancelled' })
  expect(await bytesOf(files)).toEqual(before)
  await archive.close()
  expect(await readdir(join(place.path, '.history/acts'))).toEqual([])
})

it('makes the next change of an article wait until the disk has the whole act', async () => {
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ids = await addArticles(archive)
  await archive.changeArticles(ids, noted('new'))
  const article = await archive.readArticle(ids[0]!)
  await archive.saveArticle(ids[0]!, article.version, { ...article, body: 'Written after the act.' }, { force: true })
  expect([...disk.files().keys()].some((path) => path.endsWith('.pending.json'))).toBe(false)
  await archive.close()
})

interface Cut {
  readonly disk: SimulatedDisk
  readonly call: string
  readonly acknowledged: boolean
  readonly promised: boolean
}

const CONTENTS = ['kept', 'dropped', 'cut', 'zeroed'] as const

async function cutsOfOneAct(
  seed: number,
): Promise<{ readonly cuts: readonly Cut[]; readonly ids: readonly ArticleId[] }> {
  const random = createRandom(seed)
  const disk = await makeSimulatedArchive()
  const archive = await openSimulated(disk)
  const ids = await addArticles(archive)
  const cuts: Cut[] = []
  let acknowledged = false
  let promised = false
  disk.onCall = (call, path) => {
    const [content, share] = [random.pick(CONTENTS), random.pick([0, 0.5, 1])]
    const choice: CutChoice = { content: () => content, keepsName: () => random.chance(share) }
    // From the first replacement on, the restore point must be on the disk.
    promised ||= call === 'rename' && path.includes('/articles/')
    cuts.push({ disk: disk.cut(choice), call: `${call} ${path}`, acknowledged, promised })
  }
  await archive.changeArticles(ids, noted('new'))
  acknowledged = true
  await archive.close()
  disk.onCall = () => undefined
  return { cuts, ids }
}

async function problemsAfter(cut: Cut, ids: readonly ArticleId[]): Promise<readonly string[]> {
  const archive = await openSimulated(cut.disk)
  const problems = archive.unreadable.map(({ file, reason }) => `${file}: ${reason}`)
  const notes = new Set<string>()
  for (const id of ids) {
    const article = await archive.readArticle(id)
    notes.add(article.notes)
    if (article.body !== bodyOf(ids.indexOf(id))) problems.push(`${id} has another text`)
    if (article.notes === 'new' && (await archive.articleVersions(id)).length === 0)
      problems.push(`${id} has no history`)
  }
  if (notes.size !== 1) problems.push('the act is half done')
  if ((cut.acknowledged || cut.promised) && !notes.has('new')) problems.push('the act is undone')
  await archive.close()
  if ([...cut.disk.files().keys()].some((path) => path.endsWith('.pending.json'))) problems.push('the act is pending')
  return problems
}

it(
  'does all of an act or nothing of it through a power cut before any call of the file system',
  { timeout: 240_000 },
  async () => {
    const seed = freshSeed()
    let count = 0
    for (let run = 0; run < 2; run += 1) {
      const { cuts, ids } = await cutsOfOneAct(seed + run)
      count += cuts.length
      for (const [number, cut] of cuts.entries()) {
        const problems = await problemsAfter(cut, ids)
        expect(problems, `seed ${seed + run}, cut ${number} before ${cut.call}`).toEqual([])
      }
    }
    expect(count).toBeGreaterThan(400)
  },
)

it('answers each fault of the disk with a failure, and keeps every article whole', { timeout: 240_000 }, async () => {
  const seed = freshSeed()
  const random = createRandom(seed)
  for (let run = 0; run < 60; run += 1) {
    const disk = await makeSimulatedArchive()
    const archive = await openSimulated(disk)
    const ids = await addArticles(archive, 21)
    const at = 1 + random.below(330)
    const code = random.pick(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EROFS', 'short'])
    let calls = 0
    disk.onCall = () => {
      calls += 1
      if (calls === at && code !== 'short') throw systemFailure(code)
    }
    disk.takenByWrite = (length) => (code === 'short' && calls >= at ? Math.floor(length / 2) : null)
    const told = `seed ${seed}, run ${run}: ${code} at call ${at}`
    const changed = await archive.changeArticles(ids, noted('new')).then(
      (change) => new Set(change.changed),
      (error: unknown) => {
        expect(error, told).toMatchObject({ name: 'AppError' })
        return null
      },
    )
    await archive.close().catch(() => undefined)
    disk.onCall = () => undefined
    disk.takenByWrite = () => null
    const again = await openSimulated(disk)
    expect(again.unreadable, told).toEqual([])
    for (const id of ids) {
      const { notes } = await again.readArticle(id)
      if (changed?.has(id) === true) expect(notes, told).toBe('new')
      else expect(['old', 'new'], told).toContain(notes)
    }
    await again.close()
    const left = [...disk.files().keys()].filter((path) => path.endsWith('.tmp') && !path.includes('/.recovered/'))
    expect(left, told).toEqual([])
  }
})
