import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../../core/files/sha256.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { addsUp, makeImportStand, runArgument } from '../../../support/importing.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const REPORT = [
  '14 May 2024',
  'REGIONAL SUMMIT OF LIBRARIES “ALTAI READS TOGETHER” OPENED IN BEREL VALLEY',
  'The regional summit “Altai Reads Together,” opened today in Berel Valley, brought together librarians of nine towns. The rector of Altai Valley University, Saule Omar, welcomed the guests.',
  'Altai Valley University showed a reading room in which old newspapers can be searched. The summit goes on for three days.',
  '“A library is a place where people meet,” the rector said.',
].join('\n')

describe('importing a text of the office’s own shape', () => {
  it('reads date, headline and language and flags what the text does not state', async () => {
    const { importBytes, archive } = await makeImportStand()
    const report = await importBytes('report.txt', REPORT)
    expect(report).toMatchObject({ total: 1, added: 1, duplicates: 0, failed: 0, skipped: 0, cancelled: false })
    const [item] = report.items
    expect(item).toMatchObject({
      outcome: 'added',
      publishedOn: '2024-05-14',
      language: 'en',
      doubts: ['outlet', 'url'],
    })
    const article = await archive.readArticle(item!.id!)
    expect(article.title).toBe('Regional summit of libraries “Altai Reads Together” opened in Berel Valley')
    expect(article.imported?.headline).toBe(REPORT.split('\n')[1])
    expect(article.body.split('\n\n')).toEqual(REPORT.split('\n').slice(2))
    expect([article.outlet, article.url, article.authors]).toEqual(['', '', []])
  })

  it('keeps the bytes of the source as the original', async () => {
    const { importBytes, archive } = await makeImportStand()
    const bytes = new TextEncoder().encode(REPORT)
    const { items } = await importBytes('отчёт о саммите.txt', bytes)
    const article = await archive.readArticle(items[0]!.id!)
    expect(article.attachments).toMatchObject([{ role: 'original', size: bytes.length, sha256: sha256(bytes) }])
  })

  it('reads the report of the forum where its file is at hand', async () => {
    const seed = process.env['PRESS_ARCHIVE_SEED'] ?? resolve('../shared/seed/forum-report.txt')
    const { importPath } = await makeImportStand()
    if (!existsSync(seed)) return
    const report = await importPath(seed)
    expect(report.items[0]).toMatchObject({
      title:
        'An international strategic partnership forum “Kazakhstan – A Space for Academic Education” was held in Astana',
      publishedOn: '2025-10-31',
      language: 'en',
      doubts: ['outlet', 'url'],
    })
    expect(await importPath(seed)).toMatchObject({ added: 0, duplicates: 1 })
  })

  it('takes pasted text', async () => {
    const { importer } = await makeImportStand()
    const report = await importer.text({ text: REPORT, html: '', kind: 'own', outlet: 'University site', tags: [] })
    expect(report.items).toMatchObject([
      { source: 'paste', outcome: 'added', outlet: 'University site', doubts: ['url'] },
    ])
  })
})

describe('exact duplicates', () => {
  it('are found against the archive, in other files and under other names', async () => {
    const { importBytes } = await makeImportStand()
    const first = await importBytes('a.txt', REPORT)
    const second = await importBytes('b.txt', `${REPORT.replaceAll('\n', '\r\n\r\n')}\r\n`)
    expect(second).toMatchObject({ added: 0, duplicates: 1 })
    expect(second.items[0]!.id).toBe(first.items[0]!.id)
  })

  it('are found inside one run, where only one of equal files is added', async () => {
    const folder = await makeTempDir()
    for (let copy = 0; copy < 12; copy += 1) await writeFile(join(folder, `${copy}.txt`), REPORT)
    const { importPath, archive } = await makeImportStand()
    expect(await importPath(folder)).toMatchObject({ total: 12, added: 1, duplicates: 11 })
    expect(archive.catalog.size).toBe(1)
  })

  it('are still found when the cache of text keys is gone and after an edit elsewhere', async () => {
    const { importBytes, archive, importer, cacheFolder, intake } = await makeImportStand()
    const { items } = await importBytes('a.txt', REPORT)
    const { rm } = await import('node:fs/promises')
    await rm(cacheFolder, { recursive: true, force: true })
    const article = await archive.readArticle(items[0]!.id!)
    await archive.saveArticle(article.id, article.version, { ...article, title: 'Another title' })
    const again = await importer.run(runArgument([await intake.addBytes('c.txt', new TextEncoder().encode(REPORT))]))
    expect(again).toMatchObject({ duplicates: 1 })
  })

  it('does not take different texts for one', async () => {
    const { importBytes } = await makeImportStand()
    await importBytes('a.txt', REPORT)
    expect(await importBytes('b.txt', REPORT.replace('nine towns', 'ten towns'))).toMatchObject({ added: 1 })
  })
})

describe('a folder with bad files', () => {
  it('imports the good ones and names every bad one with a reason', async () => {
    const folder = await makeTempDir()
    await mkdir(join(folder, 'below'))
    await writeFile(join(folder, 'good.txt'), REPORT)
    await writeFile(
      join(folder, 'below', 'good.md'),
      '---\ntitle: A second text\ndate: 2025-03-04\n---\nIt has a body of its own.',
    )
    await writeFile(join(folder, 'empty.txt'), '')
    await writeFile(join(folder, 'blank.txt'), ' \n\t\n')
    await writeFile(join(folder, 'zeros.txt'), Buffer.alloc(100_000))
    await writeFile(join(folder, 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2]))
    await writeFile(join(folder, 'broken.md'), '---\ntitle: [a\nb: : c\n---\nText.')
    await symlink(join(folder, 'good.txt'), join(folder, 'link.txt'))
    const { importPath, archive } = await makeImportStand()
    const report = await importPath(folder)
    expect(addsUp(report)).toBe(true)
    expect(report).toMatchObject({ total: 8, added: 2, failed: 6 })
    const reasons = Object.fromEntries(
      report.items.map(({ source, reason }) => [source, reason?.split(':')[0] ?? null]),
    )
    expect(reasons).toEqual({
      'below/good.md': null,
      'good.txt': null,
      'empty.txt': 'empty-file',
      'blank.txt': 'empty-file',
      'zeros.txt': 'unknown-format',
      'picture.txt': 'unknown-format',
      'broken.md': 'unreadable-source',
      'link.txt': 'unreadable-source',
    })
    expect(archive.catalog.size).toBe(2)
  })

  it.skipIf(process.getuid?.() === 0)('names a file that may not be read', async () => {
    const folder = await makeTempDir()
    await writeFile(join(folder, 'secret.txt'), REPORT)
    await chmod(join(folder, 'secret.txt'), 0o000)
    const { importPath } = await makeImportStand()
    expect((await importPath(folder)).items[0]).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/^unreadable-source/),
    })
  })

  it('refuses a path that does not exist', async () => {
    const { importPath } = await makeImportStand()
    await expect(importPath('/no/such/folder')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('undoing a run', () => {
  it('moves what it added to the trash, so that it can be imported again', async () => {
    const { importBytes, importer, archive } = await makeImportStand()
    const { batch } = await importBytes('a.txt', REPORT)
    expect(await importer.undo(batch)).toMatchObject({ failed: [] })
    expect(archive.catalog.size).toBe(0)
    expect(await importBytes('a.txt', REPORT)).toMatchObject({ added: 1 })
  })

  it('keeps an article that was edited since and names it', async () => {
    const { importBytes, importer, archive } = await makeImportStand()
    const { batch, items } = await importBytes('a.txt', REPORT)
    const article = await archive.readArticle(items[0]!.id!)
    await archive.saveArticle(article.id, article.version, { ...article, outlet: 'Altai Times' })
    expect(await importer.undo(batch)).toMatchObject({ changed: [], failed: [{ id: article.id }] })
    expect(archive.catalog.size).toBe(1)
  })
})

describe('a saved page with a folder beside it', () => {
  it('brings its pictures along and does not import them by themselves', async () => {
    const folder = await makeTempDir()
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4])
    await mkdir(join(folder, 'Page_files'))
    await writeFile(join(folder, 'Page_files', 'photo.png'), png)
    await writeFile(join(folder, 'Page_files', 'ad.html'), '<p>Buy now</p>')
    await writeFile(
      join(folder, 'Page.html'),
      '<h1>Spring at the lake</h1><p>The ice broke on Monday.</p><img src="Page_files/photo.png" alt="Ice">',
    )
    const { importPath, archive } = await makeImportStand()
    const { items } = await importPath(folder)
    expect(items).toHaveLength(1)
    const article = await archive.readArticle(items[0]!.id!)
    expect(article.body).toContain('![Ice](image-1.png)')
    expect(article.attachments.map(({ role, size }) => [role, size])).toContainEqual(['image', png.length])
  })
})

describe('a run', () => {
  it('keeps a report in the archive and lists runs, newest first', async () => {
    const { importBytes, importer } = await makeImportStand()
    const first = await importBytes('a.txt', REPORT)
    const second = await importBytes('b.txt', REPORT)
    expect((await importer.runs()).map(({ batch }) => batch)).toEqual([second.batch, first.batch])
    expect(await importer.report(first.batch)).toEqual(first)
    await expect(importer.report('../archive')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('can be stopped; what was not begun is listed as skipped', async () => {
    const folder = await makeTempDir()
    for (let file = 0; file < 60; file += 1)
      await writeFile(join(folder, `${file}.txt`), REPORT.replace('nine', `${file}`))
    const { importPath, archive } = await makeImportStand()
    const stop = new AbortController()
    const report = await importPath(folder, { signal: stop.signal, onProgress: (done) => done === 10 && stop.abort() })
    expect(report.cancelled).toBe(true)
    expect(addsUp(report) && report.total).toBe(60)
    expect(report.skipped).toBeGreaterThan(20)
    expect(archive.catalog.size).toBe(report.added)
  })

  it('sets kind, outlet and tags that the user chose and refuses an unknown tag', async () => {
    const { importer, intake, archive } = await makeImportStand(new Map([['berel-museum', 'partner']]))
    const bytes = new TextEncoder().encode(REPORT)
    const tag = 'berel-museum' as TagId
    await expect(
      importer.run(runArgument([await intake.addBytes('a.txt', bytes)], { tags: ['nobody' as TagId] })),
    ).rejects.toMatchObject({ code: 'not-found' })
    const report = await importer.run(
      runArgument([await intake.addBytes('a.txt', bytes)], { tags: [tag], kind: 'own', outlet: 'Altai Times' }),
    )
    const article = await archive.readArticle(report.items[0]!.id!)
    expect(article).toMatchObject({
      kind: 'own',
      outlet: 'Altai Times',
      tags: { initiative: [], partner: [tag], topic: [] },
    })
  })

  it('deletes the copies of uploaded bytes when it is done', async () => {
    const { importBytes, privateFolder } = await makeImportStand()
    await importBytes('a.txt', REPORT)
    expect(await readdir(join(privateFolder, 'intake', String(process.pid)))).toEqual([])
  })

  it('refuses a source that nobody laid ready', async () => {
    const { importer } = await makeImportStand()
    await expect(importer.run(runArgument(['feed']))).rejects.toMatchObject({ code: 'not-found' })
  })
})
