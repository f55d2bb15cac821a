import { execFileSync, spawnSync } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import { isAppError } from '../../../../core/contract/app-error.ts'
import type { BulkChange } from '../../../../core/contract/results.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import type { Article } from '../../../../core/model/article.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { addsUp, makeImportStand, reopenImportStand, runArgument } from '../../../support/importing.ts'
import { fillDisk, makeSmallDisk } from '../../../support/small-disk.ts'

const NO_DISK = 'This user may not mount a small disk.'

/** Saves articles, growing each time, until the disk takes no more; answers what was confirmed last. */
async function fillUp(archive: OpenArchive): Promise<readonly Article[]> {
  const articles = [await archive.createArticle(fieldsWith()), await archive.createArticle(fieldsWith())]
  for (let turn = 0; turn < 1_000; turn += 1) {
    const old = articles[turn % 2]
    if (old === undefined) break
    try {
      const body = `Turn ${turn} ${'орман '.repeat(500 + turn)}`
      articles[turn % 2] = await archive.saveArticle(old.id, old.version, { ...old, body })
    } catch (error) {
      expect(isAppError(error, 'disk-full'), String(error)).toBe(true)
      return articles
    }
  }
  throw new Error('The disk never was full.')
}

async function temporariesIn(path: string): Promise<readonly string[]> {
  return (await readdir(path, { recursive: true })).filter((name) => name.endsWith('.tmp'))
}

it('keeps every confirmed article on a full disk of one megabyte, and goes on when there is room', async ({ skip }) => {
  const disk = (await makeSmallDisk()) ?? skip(NO_DISK)
  const place = await makeArchive('Small', disk)
  await writeFile(join(disk, 'ballast'), Buffer.alloc(200_000))
  const archive = await place.open()
  const confirmed = await fillUp(archive)
  for (const article of confirmed) expect(await archive.readArticle(article.id)).toEqual(article)
  expect(await temporariesIn(place.path)).toEqual([])
  await rm(join(disk, 'ballast'))
  const [first] = confirmed
  if (first === undefined) throw new Error('Nothing was confirmed.')
  const saved = await archive.saveArticle(first.id, first.version, { ...first, body: `${first.body} More.` })
  await archive.close()
  const again = await place.open()
  expect(await again.readArticle(first.id)).toEqual(saved)
  expect(again.unreadable).toEqual([])
  await again.close()
})

const MANY = 24

async function addMany(archive: OpenArchive): Promise<readonly ArticleId[]> {
  const list = Array.from({ length: MANY }, (_, number) => ({
    fields: fieldsWith({ title: `N ${number}`, notes: '0' }),
  }))
  return (await archive.createArticles(list)).flatMap((outcome) => (outcome.done ? [outcome.value.id] : []))
}

async function notesOf(archive: OpenArchive, ids: readonly ArticleId[]): Promise<readonly string[]> {
  const notes: string[] = []
  for (const id of ids) notes.push((await archive.readArticle(id)).notes)
  return notes
}

/** A change of many articles on a disk that may be full. Refused as a whole, it has changed none. */
async function tryMany(work: Promise<BulkChange>): Promise<Pick<BulkChange, 'changed'> & { readonly isFull: boolean }> {
  try {
    const { changed, failed } = await work
    for (const { code } of failed) expect(code).toBe('disk-full')
    return { changed, isFull: failed.length > 0 }
  } catch (error) {
    expect(isAppError(error, 'disk-full'), String(error)).toBe(true)
    return { changed: [], isFull: true }
  }
}

it('tells of each of many articles whether a full disk took its change, and undoes them when there is room', async ({
  skip,
}) => {
  const disk = (await makeSmallDisk()) ?? skip(NO_DISK)
  const place = await makeArchive('Small', disk)
  await writeFile(join(disk, 'ballast'), Buffer.alloc(100_000))
  const archive = await place.open()
  const ids = await addMany(archive)
  expect(ids).toHaveLength(MANY)
  const expected = new Map(ids.map((id) => [id, '0']))
  let before = new Map(expected)
  for (let turn = 1, isFull = false; !isFull; turn += 1) {
    expect(turn).toBeLessThan(500)
    const change = (article: Article) => ({ ...article, notes: String(turn), body: 'Ғ'.repeat(900) })
    const done = await tryMany(archive.changeArticles(ids, change))
    isFull = done.isFull
    if (done.changed.length > 0) before = new Map(expected)
    for (const id of done.changed) expected.set(id, String(turn))
  }
  expect(await notesOf(archive, ids)).toEqual([...expected.values()])
  expect(await temporariesIn(place.path)).toEqual([])
  await archive.close()
  await rm(join(disk, 'ballast'))
  const again = await place.open()
  expect(again.unreadable).toEqual([])
  expect(await notesOf(again, ids)).toEqual([...expected.values()])
  const [last] = await again.acts.kept()
  if (last === undefined) throw new Error('No act can be undone.')
  await again.acts.undoKept(last.act)
  expect(await notesOf(again, ids)).toEqual([...before.values()])
  await again.close()
})

it('deletes many articles on a disk without a free byte, each wholly or not at all, and goes on when there is room', async ({
  skip,
}) => {
  const disk = (await makeSmallDisk()) ?? skip(NO_DISK)
  const place = await makeArchive('Small', disk)
  const archive = await place.open()
  const ids = await addMany(archive)
  const filling = fillDisk(disk)
  const { changed } = await tryMany(archive.trashArticles(ids))
  const gone = new Set((await archive.trashedArticles()).map(({ article }) => article.id))
  expect(gone).toEqual(new Set(changed))
  const left = ids.filter((id) => !gone.has(id))
  expect(await notesOf(archive, left)).toEqual(left.map(() => '0'))
  await archive.close()
  await rm(filling)
  const again = await place.open()
  expect(again.catalog.size).toBe(left.length)
  expect((await again.trashArticles(left)).failed).toEqual([])
  expect((await again.restoreArticles(ids)).failed).toEqual([])
  expect(await notesOf(again, ids)).toEqual(ids.map(() => '0'))
  expect(await temporariesIn(place.path)).toEqual([])
  await again.close()
})

const NOTES = 24

it('breaks an import off when the disk is full, and goes on with it when there is room: no file is lost or comes twice', async ({
  skip,
}) => {
  const disk = (await makeSmallDisk()) ?? skip(NO_DISK)
  const stand = await makeImportStand(new Map(), disk)
  await writeFile(join(disk, 'ballast'), Buffer.alloc(800_000))
  const sources: string[] = []
  for (let number = 0; number < NOTES; number += 1) {
    const text = `Note ${number}\n\nRoom ${number * 7_919} was painted. ${`${number * 31} қабырға wall `.repeat(250)}\n`
    sources.push(await stand.intake.addBytes(`note-${number}.txt`, Buffer.from(text)))
  }
  const failure: unknown = await stand.importer.run(runArgument(sources)).catch((error: unknown) => error)
  expect(isAppError(failure, 'disk-full'), String(failure)).toBe(true)
  const cameIn = stand.archive.catalog.size
  expect(cameIn).toBeGreaterThan(2)
  expect(cameIn).toBeLessThan(NOTES)
  await stand.archive.close()
  execFileSync('mount', ['-o', 'remount,size=16m', disk])

  const next = await reopenImportStand(stand)
  expect(next.archive.unreadable).toEqual([])
  expect(next.archive.catalog.size).toBe(cameIn)
  const [run] = await next.importer.unfinished()
  if (run === undefined) throw new Error('The import is not known any more.')
  const report = await next.importer.continue(run.batch)
  expect(addsUp(report)).toBe(true)
  expect(report).toMatchObject({ total: NOTES, failed: 0, skipped: 0 })
  expect(next.archive.catalog.size).toBe(NOTES)
  const titles = new Set<string>()
  for await (const { title, body } of next.archive.articleTexts()) {
    titles.add(title)
    expect(body.length).toBeGreaterThan(3_000)
  }
  expect(titles.size).toBe(NOTES)
  expect(await temporariesIn(next.test.path)).toEqual([])
  await next.archive.close()
})

it('changes nothing where the system allows only small files, and adds what is small enough', async () => {
  const place = await makeArchive('Limited')
  const first = await place.open()
  const body = 'Бір сөйлем. '.repeat(200)
  const list = Array.from({ length: MANY }, () => ({ fields: fieldsWith({ body, notes: '0' }) }))
  const ids = (await first.createArticles(list)).flatMap((outcome) => (outcome.done ? [outcome.value.id] : []))
  await first.close()
  const script = join(import.meta.dirname, '../../../support/processes/change-many.ts')
  const words = [script, place.path, dirname(place.path), '200000'].map((word) => `"${word}"`).join(' ')
  const run = spawnSync('bash', ['-c', `ulimit -f 64; exec "${process.execPath}" ${words}`], { encoding: 'utf8' })
  expect(JSON.parse(run.stdout)).toEqual({ created: ['saved', 'disk-full'], changed: 'disk-full' })
  const again = await place.open()
  expect(again.catalog.size).toBe(MANY + 1)
  expect(again.unreadable).toEqual([])
  expect(await notesOf(again, ids)).toEqual(ids.map(() => '0'))
  expect(await temporariesIn(place.path)).toEqual([])
  await again.close()
})
