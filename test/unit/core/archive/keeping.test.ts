import { createWriteStream } from 'node:fs'
import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { MANIFEST_NAME } from '../../../../core/archive/backup-manifest.ts'
import { sha256 } from '../../../../core/files/sha256.ts'
import { restoreBackup } from '../../../../core/archive/restore-backup.ts'
import type { OpenArchive } from '../../../../core/archive/open-archive.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'
import { fieldsWith, makeArchive } from '../../../support/archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'
import { runUndo } from '../../../support/undo-runs.ts'

async function articleFiles(path: string): Promise<readonly string[]> {
  const names = await readdir(join(path, 'articles'), { recursive: true })
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, 'articles', name))
}

async function makeArticles(archive: OpenArchive, count: number) {
  return Promise.all(
    Array.from({ length: count }, (_, number) => archive.createArticle(fieldsWith({ title: `N ${number}` }))),
  )
}

describe('conflicts', () => {
  it('keep both texts when a save comes on top of a newer version', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const first = await archive.createArticle(fieldsWith())
    await archive.saveArticle(first.id, first.version, fieldsWith({ body: 'What my colleague wrote.' }))
    const mine = archive.saveArticle(first.id, first.version, fieldsWith({ body: 'What I wrote.' }))
    await expect(mine).rejects.toMatchObject({ code: 'version-conflict' })
    expect((await archive.readArticle(first.id)).body).toBe('What my colleague wrote.')
    const [conflict] = await archive.conflicts()
    expect(conflict?.versions.map(({ article }) => article.body)).toEqual(['What my colleague wrote.', 'What I wrote.'])
    expect(archive.catalog.size).toBe(1)
    await archive.close()
    const again = await place.open()
    expect((await again.readArticle(first.id)).body).toBe('What my colleague wrote.')
    expect(await again.conflicts()).toHaveLength(1)
    await again.close()
  })

  it('end with the fields that the user chose, every version kept in the history', async () => {
    const archive = await (await makeArchive()).open()
    const first = await archive.createArticle(fieldsWith({ body: 'First.' }))
    await archive.saveArticle(first.id, first.version, fieldsWith({ body: 'Theirs.' }))
    await archive.saveArticle(first.id, first.version, fieldsWith({ body: 'Mine.' })).catch(() => undefined)
    const [conflict] = await archive.conflicts()
    const seen = conflict?.versions.map(({ article }) => article.version) ?? []
    const chosen = fieldsWith({ body: 'Both.' })
    await expect(archive.resolveConflict(first.id, seen.slice(1), chosen)).rejects.toMatchObject({
      code: 'version-conflict',
    })
    expect((await archive.resolveConflict(first.id, seen, chosen)).body).toBe('Both.')
    expect(await archive.conflicts()).toEqual([])
    const versions = await archive.articleVersions(first.id)
    const bodies = await Promise.all(
      versions.map(async ({ name }) => (await archive.readArticleVersion(first.id, name)).body),
    )
    expect(bodies.toSorted()).toEqual(['First.', 'Mine.', 'Theirs.'])
    await archive.close()
  })

  it('of a sync client are found by the id, and the file with the plain name stands for the article', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const { id } = await archive.createArticle(fieldsWith())
    await archive.close()
    const [file = ''] = await articleFiles(place.path)
    const copy = file.replace('.md', " (Aigul's conflicted copy 2026-03-02).md")
    await copyFile(file, copy)
    await writeFile(copy, (await readFile(copy, 'utf8')).replace('soil science', 'rock science'))
    const again = await place.open()
    const [conflict] = await again.conflicts()
    expect(conflict?.id).toBe(id)
    expect(join(place.path, conflict?.versions[0]?.file ?? '')).toBe(file)
    expect((await again.readArticle(id)).body).toContain('soil science')
    const report = await again.verify({ knownTags: null })
    expect(report.problems.filter(({ kind }) => kind === 'duplicate-id')).toHaveLength(2)
    await again.close()
  })
})

it('lists a conflict though a version of another article cannot be read just now', async () => {
  const place = await makeArchive()
  const archive = await place.open()
  await makeArticles(archive, 2)
  await archive.close()
  const files = await articleFiles(place.path)
  const copies = files.map((file) => file.replace('.md', ' (conflicted copy).md'))
  for (const [number, file] of files.entries()) await copyFile(file, copies[number] ?? '')
  const again = await place.open()
  expect(await again.conflicts()).toHaveLength(2)
  await rm(copies[0] ?? '')
  const [left, ...others] = await again.conflicts()
  expect(others).toEqual([])
  expect(left?.versions.map(({ file }) => join(place.path, file))).toEqual([files[1], copies[1]])
  await again.close()
})

describe('undo', () => {
  it('brings back exactly what was there, in 200 random runs of 50 acts', { timeout: 600_000 }, async () => {
    const seed = freshSeed()
    for (let run = 0; run < 200; run += 1)
      expect(await runUndo(createRandom(seed + run), 50), `seed ${seed + run}`).toEqual([])
  })

  it('leaves alone what was changed again since, and says so', async () => {
    const archive = await (await makeArchive()).open()
    const [first, second] = await makeArticles(archive, 2)
    const ids = [first!.id, second!.id]
    await archive.changeArticles(ids, (article) => ({ ...article, notes: 'bulk' }))
    const path = (await articleFiles(archive.path)).find((file) => file.includes(first!.id.slice(0, 8))) ?? ''
    await writeFile(path, (await readFile(path, 'utf8')).replace('soil science', 'clay science'))
    const change = await archive.acts.undo()
    expect(change).toMatchObject({ changed: [second!.id], failed: [{ id: first!.id, code: 'version-conflict' }] })
    expect((await archive.readArticle(first!.id)).body).toContain('clay science')
    await archive.close()
  })

  it('writes a restore point before an act on more than 20 articles', async () => {
    const archive = await (await makeArchive()).open()
    const articles = await makeArticles(archive, 21)
    await archive.trashArticles(articles.map(({ id }) => id))
    const [name = ''] = await readdir(join(archive.path, '.history/acts'))
    const point: unknown = JSON.parse(await readFile(join(archive.path, '.history/acts', name), 'utf8'))
    expect(point).toMatchObject({ kind: 'trash' })
    expect(JSON.stringify(point)).toContain(articles[20]!.version)
    await archive.acts.undo()
    expect(archive.catalog.size).toBe(21)
    await archive.close()
  })

  it('says when there is nothing to undo', async () => {
    const archive = await (await makeArchive()).open()
    await expect(archive.acts.undo()).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await archive.close()
  })
})

describe('drafts', () => {
  it('survive a crash and are gone once they are saved', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const article = await archive.createArticle(fieldsWith())
    const typed = fieldsWith({ body: 'The laboratory for soil science was opened on Tuesday.' })
    await archive.drafts.save(article.id, article.version, typed)
    await archive.drafts.save(null, '', fieldsWith({ title: '' }))
    await archive.close()
    const again = await place.open()
    expect(await again.drafts.list()).toMatchObject([
      { article: null },
      { article: article.id, outdated: false, fields: { body: typed.body } },
    ])
    await again.saveArticle(article.id, article.version, typed)
    expect(await again.drafts.list()).toMatchObject([{ article: null }])
    await again.drafts.discard(null)
    expect(await again.drafts.list()).toEqual([])
    await again.close()
  })

  it('never lie in the archive', async () => {
    const archive = await (await makeArchive()).open()
    await archive.drafts.save(null, '', fieldsWith())
    const names = await readdir(archive.path, { recursive: true })
    expect(names.filter((name) => name.includes('draft'))).toEqual([])
    await archive.close()
  })
})

/** A zip file with these texts. */
async function writeZip(path: string, files: Readonly<Record<string, string>>): Promise<void> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

describe('a backup', () => {
  async function backedUp() {
    const archive = await (await makeArchive('Баспасөз')).open()
    const articles = await makeArticles(archive, 5)
    const attachments = [{ name: 'скан.pdf', bytes: Buffer.from('%PDF-1.7 test'), role: 'original' as const }]
    articles.push(await archive.createArticle(fieldsWith({ title: 'Қосымша' }), { attachments }))
    await archive.saveArticle(articles[0]!.id, articles[0]!.version, fieldsWith({ title: 'Changed' }))
    await archive.trashArticles([articles[1]!.id])
    const folder = await makeTempDir()
    const file = join(folder, 'backup.zip')
    return { archive, file, folder, report: await archive.backUp(file) }
  }

  async function contents(path: string): Promise<Record<string, string>> {
    const names = await readdir(path, { recursive: true, withFileTypes: true })
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const pairs = await Promise.all(
      files.map(async (file) => [file.slice(path.length), await readFile(file, 'base64')] as const),
    )
    return Object.fromEntries(pairs.toSorted())
  }

  it('restores to a new place byte for byte, history and trash included', async () => {
    const { archive, file, folder, report } = await backedUp()
    expect(report).toMatchObject({ articles: 5, path: file })
    expect(await archive.lastBackup()).toMatch(/^2026-/)
    const restored = await restoreBackup({ file, folder: join(folder, 'restored') })
    expect(restored.checksum).toBe(report.checksum)
    expect(await contents(join(folder, 'restored'))).toEqual(await contents(archive.path))
    await expect(restoreBackup({ file, folder: join(folder, 'restored') })).rejects.toMatchObject({
      code: 'archive-exists',
    })
    await archive.close()
  })

  it('is not written into the archive itself', async () => {
    const { archive } = await backedUp()
    await expect(archive.backUp(join(archive.path, 'b.zip'))).rejects.toMatchObject({ code: 'unsafe-name' })
    await archive.close()
  })

  it('is refused whichever byte of it is changed, and leaves no archive behind', async () => {
    const { archive, file, folder } = await backedUp()
    await archive.close()
    const bytes = await readFile(file)
    const original = await contents(archive.path)
    const random = createRandom(freshSeed())
    for (let run = 0; run < 40; run += 1) {
      const damaged = Buffer.from(bytes)
      const place = random.below(bytes.length)
      damaged[place] = damaged[place]! ^ (1 + random.below(255))
      const target = join(folder, `try ${run}`)
      await writeFile(join(folder, 'damaged.zip'), damaged)
      const outcome = await restoreBackup({ file: join(folder, 'damaged.zip'), folder: target }).catch(
        (error: unknown) => error,
      )
      const isWhole = !(outcome instanceof Error)
      // A changed time stamp or the like does no harm; then all files must be the same.
      if (isWhole) expect(await contents(target), `seed ${random.seed}, byte ${place}`).toEqual(original)
      else expect(outcome).toMatchObject({ name: 'AppError' })
      if (!isWhole) expect(await readdir(target).catch(() => [])).not.toContain('archive.json')
    }
  })

  it('is refused when a file in it is another one than its manifest says, is not in it, or leads out of the folder', async () => {
    const folder = await makeTempDir()
    const id = '5f0c9a52-6c1b-4f4e-9d7e-2b6a0c8f1d34'
    const info = JSON.stringify({ id, format: 1, name: 'A', language: 'en' })
    const entry = (path: string, content: string) => ({
      path,
      size: Buffer.byteLength(content),
      sha256: sha256(content),
    })
    const good = [entry('archive.json', info), entry('articles/a.md', 'text')]
    const cases = [
      { files: { 'archive.json': info, 'articles/a.md': 'txet' }, listed: good, code: 'backup-damaged' },
      { files: { 'archive.json': info, 'articles/a.md': 'text', 'b.md': 'x' }, listed: good, code: 'backup-damaged' },
      { files: { 'archive.json': info }, listed: good, code: 'backup-damaged' },
      { files: { 'archive.json': info }, listed: [...good, entry('../out.md', 'x')], code: 'unsafe-name' },
    ]
    for (const [number, { files, listed, code }] of cases.entries()) {
      const file = join(folder, `${number}.zip`)
      await writeZip(file, {
        ...files,
        [MANIFEST_NAME]: JSON.stringify({
          backup: 1,
          archive: id,
          name: 'A',
          created: '',
          files: listed,
        }),
      })
      await expect(restoreBackup({ file, folder: join(folder, `to ${number}`) })).rejects.toMatchObject({ code })
    }
    expect(await readdir(folder)).not.toContain('out.md')
  })

  it('keeps the one before when it cannot be written', async () => {
    const { archive, file, folder } = await backedUp()
    await rename(file, join(folder, 'kept.zip'))
    const stopped = archive.backUp(join(folder, 'kept.zip'), { signal: AbortSignal.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect((await readdir(folder)).toSorted()).toEqual(['kept.zip'])
    await archive.close()
  })
})
