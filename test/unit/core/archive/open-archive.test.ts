import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createArchive } from '../../../../core/archive/create-archive.ts'
import { openArchive } from '../../../../core/archive/open-archive.ts'
import { isAppError } from '../../../../core/contract/app-error.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { createTestClock, createTestLog, fieldsWith, makeArchive } from '../../../support/archive.ts'
import { day } from '../../../support/catalog-of.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

async function articleFiles(path: string): Promise<readonly string[]> {
  const names = await readdir(join(path, 'articles'), { recursive: true })
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, 'articles', name))
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'no failure',
    (failure: unknown) => failure,
  )
  return isAppError(error) ? error.code : String(error)
}

describe('createArchive', () => {
  const options = { name: 'A', language: 'kk', clock: createTestClock() } as const

  it('refuses a folder that is an archive or holds other files', async () => {
    const { path } = await makeArchive()
    expect(await codeOf(createArchive({ ...options, folder: path }))).toBe('archive-exists')
    const folder = await makeTempDir()
    await writeFile(join(folder, 'letter.txt'), 'hello')
    expect(await codeOf(createArchive({ ...options, folder }))).toBe('archive-exists')
    expect(await readdir(folder)).toEqual(['letter.txt'])
    expect(await codeOf(createArchive({ ...options, folder: join(folder, 'letter.txt') }))).toBe('not-a-folder')
  })

  it('writes an archive.json that says what the archive is', async () => {
    const folder = join(await makeTempDir(), 'deep', 'Мұрағат')
    const created = await createArchive({ ...options, folder })
    const info: unknown = JSON.parse(await readFile(join(folder, 'archive.json'), 'utf8'))
    expect(info).toMatchObject({ id: created.id, format: 1, name: 'A', language: 'kk' })
  })
})

describe('openArchive', () => {
  it('refuses what is no archive', async () => {
    const folder = await makeTempDir()
    const open = (path: string) =>
      openArchive({
        folder: path,
        cacheFolder: join(folder, 'c'),
        privateFolder: join(folder, 'p'),
        clock: createTestClock(),
        log: createTestLog(),
      })
    expect(await codeOf(open(folder))).toBe('no-archive')
    expect(await codeOf(open(join(folder, 'missing')))).toBe('no-archive')
    await writeFile(join(folder, 'archive.json'), '{"id": 5}')
    expect(await codeOf(open(folder))).toBe('archive-damaged')
  })

  it('keeps a new article through a restart, in the documented place', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const fields = fieldsWith({ title: 'Ғылым күні', published: day('2025-10-31'), language: 'kk' })
    const article = await archive.createArticle(fields, {
      attachments: [{ name: 'a/б?.txt', bytes: Buffer.from('x'), role: 'original' }],
    })
    await archive.close()
    const [file = ''] = await articleFiles(place.path)
    expect(file).toBe(join(place.path, 'articles/2025', `2025-10-31-gylym-kuni-${article.id.slice(0, 8)}.md`))
    const again = await place.open()
    expect(await again.readArticle(article.id)).toEqual(article)
    expect(again.catalog.summaryOf(article.id)).toMatchObject({ title: 'Ғылым күні', attachmentCount: 1 })
    const kept = await again.readAttachment(article.id, 'a_б_.txt')
    expect(Buffer.from(kept.bytes).toString()).toBe('x')
    expect(await codeOf(again.readAttachment(article.id, '../../archive.json'))).toBe('not-found')
  })

  it('saves only over the version that was read, and keeps the old one', async () => {
    const archive = await (await makeArchive()).open()
    const first = await archive.createArticle(fieldsWith())
    const second = await archive.saveArticle(first.id, first.version, fieldsWith({ title: 'Second' }))
    expect(second.title).toBe('Second')
    expect(await codeOf(archive.saveArticle(first.id, first.version, fieldsWith({ title: 'Third' })))).toBe(
      'version-conflict',
    )
    expect((await archive.readArticle(first.id)).title).toBe('Second')
    const kept = await readdir(join(archive.path, '.history', first.id))
    expect(kept).toHaveLength(1)
    expect(kept[0]).toContain(first.version.slice(0, 8))
  })

  it('keeps beside the article what was written on top of a version that is not the newest', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const { id, version } = await archive.createArticle(fieldsWith({ body: 'First.' }))
    const second = await archive.saveArticle(id, version, fieldsWith({ body: 'Second.' }))
    await expect(archive.saveArticle(id, version, fieldsWith({ body: 'Mine.' }))).rejects.toMatchObject({
      code: 'version-conflict',
    })
    expect(await archive.readArticle(id)).toEqual(second)
    const [conflict] = await archive.conflicts()
    expect(conflict?.versions.map(({ article }) => article.body).toSorted()).toEqual(['Mine.', 'Second.'])
    await archive.close()
  })

  it('does not write where nothing changed', async () => {
    const archive = await (await makeArchive()).open()
    const first = await archive.createArticle(fieldsWith())
    expect(await archive.saveArticle(first.id, first.version, fieldsWith())).toEqual(first)
    const change = await archive.changeArticles([first.id], (article) => article)
    expect(change).toEqual({ changed: [], unchanged: 1, failed: [] })
  })

  it('refuses to lose the text unless it was confirmed', async () => {
    const archive = await (await makeArchive()).open()
    const { id, version } = await archive.createArticle(fieldsWith({ body: 'x'.repeat(200) }))
    expect(await codeOf(archive.saveArticle(id, version, fieldsWith({ body: '' })))).toBe('body-lost')
    expect(await codeOf(archive.saveArticle(id, version, fieldsWith({ body: 'x'.repeat(19) })))).toBe('body-lost')
    expect((await archive.saveArticle(id, version, fieldsWith({ body: '' }), { force: true })).body).toBe('')
  })

  it('changes many articles and reports each one that could not be', async () => {
    const archive = await (await makeArchive()).open()
    const articles = await Promise.all(
      [1, 2, 3].map((number) => archive.createArticle(fieldsWith({ title: `N ${number}` }))),
    )
    const unknown = '0000000000000000' as ArticleId
    const heard: unknown[] = []
    archive.subscribe((ids) => heard.push(ids))
    const tags = { initiative: [], partner: ['cardiff' as TagId], topic: [] }
    const change = await archive.changeArticles([...articles.map(({ id }) => id), unknown], (article) => ({
      ...article,
      tags,
    }))
    expect(change.changed.toSorted()).toEqual(articles.map(({ id }) => id).toSorted())
    expect(change.failed).toMatchObject([{ id: unknown, code: 'not-found' }])
    expect(heard).toHaveLength(1)
    const rows = archive.catalog.filter({ ...NO_FILTER, tags: ['cardiff' as TagId] })
    expect(archive.catalog.facets(rows).tags).toEqual([{ value: 'cardiff', count: 3 }])
  })

  it('gives every article of a burst its own short id', async () => {
    const archive = await (await makeArchive()).open()
    const articles = await Promise.all(Array.from({ length: 40 }, () => archive.createArticle(fieldsWith())))
    expect(new Set(articles.map(({ id }) => id.slice(0, 8))).size).toBe(40)
    expect(await articleFiles(archive.path)).toHaveLength(40)
  })

  it('brings an article back from the trash byte for byte', async () => {
    const archive = await (await makeArchive()).open()
    const article = await archive.createArticle(fieldsWith(), {
      attachments: [{ name: 'scan.pdf', bytes: Buffer.from('%PDF'), role: 'original' }],
    })
    await archive.trashArticles([article.id])
    expect(archive.catalog.size).toBe(0)
    expect(await codeOf(archive.readArticle(article.id))).toBe('not-found')
    expect(await archive.trashedArticles()).toMatchObject([{ article: { id: article.id } }])
    expect(await archive.restoreArticles([article.id])).toMatchObject({ changed: [article.id] })
    expect(await archive.readArticle(article.id)).toEqual(article)
    expect((await archive.readAttachment(article.id, 'scan.pdf')).size).toBe(4)
    expect(await archive.trashedArticles()).toEqual([])
  })

  it('takes in what was changed, moved, added and deleted by hand', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const articles = await Promise.all(
      Array.from({ length: 12 }, (_, n) => archive.createArticle(fieldsWith({ title: `N ${n}` }))),
    )
    const fileOf = async (n: number) => (await articleFiles(place.path)).find((file) => file.includes(`n-${n}-`)) ?? ''
    const [edited, moved, deleted] = [await fileOf(1), await fileOf(2), await fileOf(3)]
    await writeFile(edited, (await readFile(edited, 'utf8')).replace('N 1', 'Edited by hand'))
    await mkdir(join(place.path, 'articles/my folder'))
    await rename(moved, join(place.path, 'articles/my folder/renamed.md'))
    await rm(deleted)
    const report = await archive.rescan()
    expect(report.missing).toEqual([])
    expect(archive.catalog.summaryOf(articles[1]!.id)?.title).toBe('Edited by hand')
    expect((await archive.readArticle(articles[2]!.id)).title).toBe('N 2')
    expect(archive.catalog.summaryOf(articles[3]!.id)).toBeUndefined()
    expect(archive.catalog.size).toBe(11)
  })

  it('becomes read-only and drops nothing when many articles are gone at once', async () => {
    const place = await makeArchive()
    const archive = await place.open()
    const articles = await Promise.all(
      Array.from({ length: 12 }, (_, n) => archive.createArticle(fieldsWith({ title: `N ${n}` }))),
    )
    const files = await articleFiles(place.path)
    await Promise.all(
      files.slice(0, 3).map((file) => rename(file, join(dirname(place.path), file.split('/').at(-1) ?? ''))),
    )
    const report = await archive.rescan()
    expect(report.missing).toHaveLength(3)
    expect(archive.readOnly).toBe('offline')
    expect(archive.catalog.size).toBe(12)
    expect(await codeOf(archive.createArticle(fieldsWith()))).toBe('read-only')
    await Promise.all(
      files.slice(0, 3).map((file) => rename(join(dirname(place.path), file.split('/').at(-1) ?? ''), file)),
    )
    expect((await archive.rescan()).missing).toEqual([])
    expect(archive.readOnly).toBeNull()
    expect((await archive.readArticle(articles[0]!.id)).title).toBe('N 0')
  })

  it('lists a file that it cannot read and leaves it as it is', async () => {
    const place = await makeArchive()
    await mkdir(join(place.path, 'articles/2025'))
    const file = join(place.path, 'articles/2025/broken.md')
    await writeFile(file, '---\ntitle: [open\n---\n\nText')
    const archive = await place.open()
    expect(archive.unreadable).toMatchObject([{ file: 'articles/2025/broken.md' }])
    expect(await readFile(file, 'utf8')).toBe('---\ntitle: [open\n---\n\nText')
    const report = await archive.verify({ knownTags: new Set() })
    expect(report.problems).toMatchObject([{ kind: 'unreadable-article', file: 'articles/2025/broken.md' }])
  })

  it('keeps its own small files by the version that was read', async () => {
    const archive = await (await makeArchive()).open()
    expect(await archive.readFile('tags.yaml')).toBeNull()
    const version = await archive.saveFile('tags.yaml', Buffer.from('a'), null)
    expect(await codeOf(archive.saveFile('tags.yaml', Buffer.from('b'), null))).toBe('version-conflict')
    await archive.saveFile('tags.yaml', Buffer.from('b'), version)
    expect(Buffer.from((await archive.readFile('tags.yaml'))?.bytes ?? []).toString()).toBe('b')
    for (const name of [
      'archive.json',
      'articles/x.md',
      '.trash/x',
      '../x',
      'a/../../x',
      '/etc/passwd',
      'C:x',
      'nul.txt',
    ]) {
      expect(await codeOf(archive.readFile(name)), name).toBe('unsafe-name')
    }
  })

  it('verifies attachments by their checksums', async () => {
    const archive = await (await makeArchive()).open()
    const { id } = await archive.createArticle(fieldsWith(), {
      attachments: ['a', 'b'].map((name) => ({ name, bytes: Buffer.from(name), role: 'file' as const })),
    })
    const folder = join(archive.path, 'attachments', id.slice(0, 8))
    await writeFile(join(folder, 'a'), 'changed')
    await rm(join(folder, 'b'))
    await writeFile(join(folder, 'c'), 'extra')
    const report = await archive.verify({ knownTags: new Set() })
    expect(report.problems.map(({ kind, file }) => [kind, file.slice(-1)])).toEqual([
      ['damaged-attachment', 'a'],
      ['missing-attachment', 'b'],
      ['extra-attachment', 'c'],
    ])
  })

  it('verifies old versions by their checksums, those in restore points too', async () => {
    const archive = await (await makeArchive()).open()
    const saved = await archive.createArticle(fieldsWith({ title: 'One' }))
    await archive.saveArticle(saved.id, saved.version, { ...saved, title: 'Two' })
    const list = Array.from({ length: 21 }, (_, number) => ({ fields: fieldsWith({ title: `N ${number}` }) }))
    const many = (await archive.createArticles(list)).flatMap((one) => (one.done ? [one.value.id] : []))
    await archive.changeArticles(many, (article) => ({ ...article, notes: 'changed' }))
    expect((await archive.verify({ knownTags: null })).problems).toEqual([])
    const versions = join(archive.path, '.history', saved.id)
    const [name = ''] = await readdir(versions)
    await writeFile(join(versions, name), 'rotten')
    const acts = join(archive.path, '.history/acts')
    const text = (await readdir(acts)).find((file) => file.endsWith('.txt')) ?? ''
    await writeFile(join(acts, text), (await readFile(join(acts, text), 'utf8')).replace('N 20', 'N 02'))
    await writeFile(join(acts, '20250101T000000000Z-change-000000.json'), '{ half of a li')
    const { problems } = await archive.verify({ knownTags: null })
    expect(problems.map(({ kind, file, finding }) => [kind, file, finding?.code])).toEqual([
      ['damaged-version', `.history/${saved.id}/${name}`, 'not-as-named'],
      ['damaged-version', '.history/acts/20250101T000000000Z-change-000000.json', 'act-unreadable'],
      ['damaged-version', `.history/acts/${text}`, 'act-unreadable'],
    ])
  })

  it('tells an article that the disk has changed by itself from one that somebody has edited', async () => {
    const archive = await (await makeArchive()).open()
    const [one, two] = [await archive.createArticle(fieldsWith()), await archive.createArticle(fieldsWith())]
    const names = (await readdir(archive.path, { recursive: true })).filter((name) => name.endsWith('.md'))
    const fileOf = (id: string) => join(archive.path, names.find((name) => name.includes(id.slice(0, 8))) ?? '')
    const time = new Date('2026-01-05T10:00:00Z')
    for (const { id } of [one, two]) await utimes(fileOf(id), time, time)
    await archive.rescan()
    for (const { id } of [one, two]) {
      const text = await readFile(fileOf(id), 'utf8')
      await writeFile(fileOf(id), text.replace('soil science', 'soil scienze'))
    }
    await utimes(fileOf(one.id), time, time)
    const { problems } = await archive.verify({ knownTags: null })
    expect(problems.map(({ kind, file, finding }) => [kind, file, finding?.code])).toEqual([
      ['changed-article', fileOf(one.id).slice(archive.path.length + 1), 'changed-unseen'],
    ])
  })
})
