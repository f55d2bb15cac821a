import { mkdir, readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPromise } from 'yauzl'
import { openArchive } from '../../core/archive/open-archive.ts'
import { isAppError } from '../../core/contract/app-error.ts'
import type { RequestName } from '../../core/contract/archive-api.ts'
import type { HostCore } from '../../core/contract/host-core.ts'
import { createCore } from '../../core/create-core.ts'
import { checkRelativePath } from '../../core/files/safe-path.ts'
import { createArticleId, type ArticleId } from '../../core/model/article-id.ts'
import { createTestClock, createTestLog, fieldsWith } from '../support/archive.ts'
import { createKeptLog } from '../support/core-under-test.ts'
import { hostileNames } from '../support/hostile-names.ts'
import { makeMemoryDir } from '../support/temp-dir.ts'
import { watchFiles, type FileUse, type WatchedFiles } from '../support/watched-files.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const NAMES = hostileNames()
/** No file of the archive or of the program holds these words. */
const SECRET = 'the seven silver samovars of Semey'

/** A core with an archive; beside the archive lies a folder that is none of its business. */
interface Stand {
  readonly core: HostCore
  readonly archive: string
  readonly sources: string
  readonly out: string
  readonly outside: string
  /** Begins to watch which paths the program uses. */
  readonly watch: () => void
  /** Uses of paths outside all folders that were meant, and files there that came, went or changed. */
  readonly escapes: () => Promise<readonly FileUse[] | undefined>
}

async function everything(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return entry.isFile() ? `${path} ${await readFile(path, 'utf8')}` : path
    }),
  )
}

async function makeStand(): Promise<Stand> {
  const base = await makeMemoryDir()
  const place = (name: string) => join(base, name)
  const [archive, sources, out, outside] = ['archive', 'sources', 'out', 'outside'].map(place) as [
    string,
    string,
    string,
    string,
  ]
  for (const folder of [sources, out, outside]) await mkdir(folder)
  for (const name of ['secret.md', 'secret.png', 'secret.typ', 'logo.png', 'x', 'x.md'])
    await writeFile(join(outside, name), SECRET)
  const core = await createCore({
    configFolder: place('user/config'),
    cacheFolder: place('user/cache'),
    privateFolder: place('user/private'),
    documentsFolder: place('user/documents'),
    clock: () => new Date(),
    log: createKeptLog(),
    waitForIndex: true,
  })
  onTestFinished(() => core.close())
  await core.client('workspace.create', { folder: archive, name: 'A', language: 'en' })
  const before = await Promise.all([readdir(base), everything(outside)])
  let watched: WatchedFiles | null = null
  const meant = [place('user'), archive, sources, out, REPOSITORY, await realpath(join(REPOSITORY, 'node_modules'))]
  return {
    core,
    archive,
    sources,
    out,
    outside,
    watch: () => void (watched = watchFiles()),
    escapes: async () => {
      const uses = watched?.outside(meant)
      expect(watched?.count()).toBeGreaterThan(0)
      expect(await Promise.all([readdir(base), everything(outside)])).toEqual(before)
      return uses
    },
  }
}

/** Asks and tells whether the answer was a refusal; a fault of the program is no refusal. */
async function isRefused(asking: Promise<unknown>): Promise<boolean> {
  try {
    await asking
    return false
  } catch (error) {
    if (isAppError(error) && error.code !== 'internal') return true
    throw error
  }
}

/** Every request that takes a name or an id, given a hostile one. */
function hostileRequests(name: string): readonly (readonly [RequestName, Readonly<Record<string, unknown>>])[] {
  const fields = fieldsWith()
  const selection = { query: '', filter: undefined, language: 'en' }
  return [
    ['articles.read', { id: name }],
    ['articles.resolve', { prefix: name }],
    ['articles.save', { id: name, version: name, fields }],
    ['articles.trash', { ids: [name] }],
    ['articles.restore', { ids: [name] }],
    ['articles.emptyTrash', { ids: [name] }],
    ['articles.versions', { id: name }],
    ['articles.readVersion', { id: name, name }],
    ['articles.restoreVersion', { id: name, name }],
    ['drafts.discard', { article: name }],
    ['import.run', { sources: [name] }],
    ['import.report', { batch: name }],
    ['import.undo', { batch: name }],
    ['recipes.run', { id: name }],
    ['recipes.delete', { id: name }],
    ['documents.clipping', { id: name, language: 'en', standard: 'plain', paper: 'a4' }],
    ['documents.make', { order: { kind: 'digest', ...selection, template: `${name}.` } }],
  ]
}

describe(`${NAMES.length} hostile names lead nowhere outside the archive`, () => {
  it('through the requests of the API', { timeout: 300_000 }, async () => {
    const { core, watch, escapes } = await makeStand()
    const { article } = await core.client('articles.create', { fields: fieldsWith() })
    watch()
    const taken: string[] = []
    for (const name of NAMES) {
      for (const [request, argument] of hostileRequests(name)) {
        const envelope = await core.dispatch(request, argument)
        expect(JSON.stringify(envelope)).not.toContain('internal')
        if (!JSON.stringify(envelope).includes('"error"')) taken.push(`${request} ${JSON.stringify(name)}`)
      }
      expect(await isRefused(core.client('articles.readVersion', { id: article.id, name }))).toBe(true)
      expect(await isRefused(core.attachments.open(article.id, name))).toBe(true)
      expect(await isRefused(core.attachments.open(name, name))).toBe(true)
      expect(await isRefused(core.documents.open(name))).toBe(true)
    }
    // What does not find anything may say so without a failure; nothing of it may have touched a file.
    expect(new Set(taken.map((line) => line.split(' ')[0]))).toEqual(new Set())
    expect(await escapes()).toEqual([])
  })

  it(
    'through the names of imported files, of parts of mails and of pictures in pages',
    { timeout: 300_000 },
    async () => {
      const { core, archive, sources, outside, watch, escapes } = await makeStand()
      await makeHostileSources(sources, outside)
      watch()
      const ids = [...(await core.intake.addPath(sources))]
      for (const [number, name] of NAMES.entries())
        ids.push(await core.intake.addBytes(name, oneChunk(`Heading ${number}\n\nText number ${number}.`)))
      const report = await core.client('import.run', { sources: ids })
      expect(report.total).toBeGreaterThanOrEqual(ids.length)
      expect(report.added).toBeGreaterThan(300)
      await expectNoSecret(archive)
      for (const name of await readdir(archive, { recursive: true })) expect(checkRelativePath(name)).toBe(name)
      expect(await escapes()).toEqual([])
    },
  )

  it('through attachments, whether the program or a hostile hand has named them', { timeout: 300_000 }, async () => {
    const stand = await makeStand()
    stand.watch()
    await stand.core.client('workspace.close', {})
    const archive = await openArchive({
      folder: stand.archive,
      cacheFolder: join(stand.archive, '../user/cache'),
      privateFolder: join(stand.archive, '../user/private'),
      clock: createTestClock(),
      log: createTestLog(),
    })
    for (let start = 0; start < NAMES.length; start += 50) {
      const attachments = NAMES.slice(start, start + 50).map((name) => ({
        name,
        bytes: Buffer.from(name),
        role: 'file' as const,
      }))
      const { attachments: kept, id } = await archive.createArticle(fieldsWith(), { attachments })
      expect(kept).toHaveLength(attachments.length)
      for (const [place, { name }] of kept.entries())
        expect(Buffer.from((await archive.readAttachment(id, name)).bytes)).toEqual(attachments[place]?.bytes)
    }
    const ids = await writeHostileArticles(stand.archive)
    await archive.rescan()
    for (const [number, name] of NAMES.entries()) {
      const id = ids[number]
      if (id === undefined || archive.catalog.rowOf(id) === undefined) continue
      const bytes = await archive.readAttachment(id, name).then(
        (attachment) => attachment.bytes,
        () => Buffer.from(''),
      )
      expect(Buffer.from(bytes).toString()).not.toContain(SECRET)
    }
    expect(archive.catalog.size).toBeGreaterThan(400)
    expect((await archive.verify({ knownTags: null })).problems.length).toBeGreaterThan(400)
    await archive.close()
    expect(await stand.escapes()).toEqual([])
  })

  it('through exports of articles that bear them in every field', { timeout: 300_000 }, async () => {
    const { core, archive, out, outside, watch, escapes } = await makeStand()
    await symlink(outside, join(archive, 'templates'))
    watch()
    for (const name of NAMES) {
      const [short, line] = [name.slice(0, 500), name.toWellFormed().slice(0, 200)]
      const body = `![${line}](${name.slice(0, 500)}) [x](../../outside/secret.md) ![](../../../outside/secret.png)`
      const fields = fieldsWith({
        title: short.trim() || 'x',
        outlet: line,
        story: line,
        url: short,
        authors: [line],
        body,
      })
      await core.client('articles.create', { fields })
    }
    const names: string[] = []
    for (const format of ['markdown', 'site', 'csv', 'xlsx', 'ris', 'csl'] as const) {
      const order = { kind: 'data', format, language: 'en' } as const
      const made = await core.client('documents.make', { order })
      expect(checkRelativePath(made.fileName)).toBe(made.fileName)
      await core.documents.copyTo(made.document, join(out, made.fileName))
      if (made.fileName.endsWith('.zip')) names.push(...(await namesInZip(join(out, made.fileName))))
    }
    expect(names.length).toBeGreaterThan(2 * NAMES.length)
    for (const name of names) expect(checkRelativePath(name)).toBe(name)
    expect(await core.client('documents.templates', {})).toEqual([])
    await expectNoSecret(out)
    expect(await escapes()).toEqual([])
  })
})

async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield Buffer.from(text)
}

async function expectNoSecret(folder: string): Promise<void> {
  for (const file of await everything(folder)) expect(file.includes(SECRET), file.slice(0, 200)).toBe(false)
}

async function namesInZip(path: string): Promise<readonly string[]> {
  const names: string[] = []
  const zip = await openPromise(path, { decodeStrings: true, strictFileNames: true })
  for await (const entry of zip.eachEntry()) names.push(entry.fileName)
  return names
}

/** Files and folders whose own names are hostile, links, mails whose parts are, and a page whose pictures are. */
async function makeHostileSources(folder: string, outside: string): Promise<void> {
  for (const [number, name] of NAMES.entries()) {
    // What this disk takes as a name; the rest cannot come this way.
    if (/[/\0]/.test(name) || ['', '.', '..'].includes(name)) continue
    await writeFile(join(folder, name), `Heading F${number}\n\nFile ${number}.`).catch(() => undefined)
  }
  await symlink(join(outside, 'secret.md'), join(folder, 'link.md'))
  await symlink(outside, join(folder, 'link'))
  await symlink(outside, join(folder, 'page_files'))
  const pictures = NAMES.map((name) => `<img src="${name.replaceAll('"', '&quot;')}">`).join('\n')
  await writeFile(
    join(folder, 'page.html'),
    `<html><body><article><h1>A page</h1><p>${'Words. '.repeat(80)}</p>${pictures}
    <img src="page_files/secret.png"><img src="../outside/secret.png"></article></body></html>`,
  )
  for (let start = 0; start < NAMES.length; start += 25)
    await writeFile(join(folder, `mail-${start}.eml`), mailWith(NAMES.slice(start, start + 25), start))
}

function mailWith(names: readonly string[], number: number): string {
  const parts = names.map((name) => {
    const encoded = encodeURIComponent(name.toWellFormed())
    const plain = name.toWellFormed().replace(/[\0\r\n"\\]/g, '_')
    return [
      '--b',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      '',
      'part',
    ].join('\r\n')
  })
  const head = `From: a@b.example\r\nSubject: Mail ${number}\r\nMIME-Version: 1.0\r\n`
  const text = `--b\r\nContent-Type: text/plain\r\n\r\nText of mail ${number}.`
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${[text, ...parts].join('\r\n')}\r\n--b--\r\n`
}

/** Articles written by hand, each with one attachment of a hostile name; answers their ids. */
async function writeHostileArticles(archive: string): Promise<readonly ArticleId[]> {
  const folder = join(archive, 'articles/by hand')
  await mkdir(folder, { recursive: true })
  const ids: ArticleId[] = []
  for (const [number, name] of NAMES.entries()) {
    const id = createArticleId(1_600_000_000_000 + number * 64, [1, 2, 3, 4, 5, 6, 7])
    const listed = `attachments:\n  - name: ${JSON.stringify(name)}\n    size: "5"\n    sha256: "${'0'.repeat(64)}"`
    await writeFile(join(folder, `${number}.md`), `---\nid: ${id}\ntitle: x\n${listed}\n---\n\n![](${name})\n`)
    ids.push(id)
  }
  return ids
}
