import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createArchive } from '../../core/archive/create-archive.ts'
import { formatArticleFile } from '../../core/archive/article-file.ts'
import { articlePath, shortIdOf } from '../../core/archive/layout.ts'
import { createFolderTools } from '../../core/archive/folder.ts'
import { openArchive, type OpenArchive } from '../../core/archive/open-archive.ts'
import { nodeFileSystem } from '../../core/files/node-file-system.ts'
import type { FileSystem } from '../../core/files/file-system.ts'
import type { Log } from '../../core/contract/log.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import { isPartialDay } from '../../core/model/calendar-day.ts'
import { NO_TAGS, type TagId } from '../../core/model/tag.ts'

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const BODY = 'The faculty of geography has a new map room. Студенттер картаны өздері сызды. '.repeat(25)

/** Figures of one run, by name; times in milliseconds, memory in megabytes. */
type Figures = Record<string, number>

async function timed<Result>(figures: Figures, name: string, work: () => Promise<Result> | Result): Promise<Result> {
  const start = performance.now()
  const result = await work()
  figures[name] = Math.round((performance.now() - start) * 10) / 10
  return result
}

/** Writes article files without safe saving: only what is measured afterwards matters. */
async function fillArchive(root: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const day = new Date(Date.UTC(2005, 0, 1) + ((number * 7_919) % 7_600) * 86_400_000).toISOString().slice(0, 10)
    const id = createArticleId(1_600_000_000_000 + number * 32, [3, 1, 4, 1, 5, 9, 2])
    const head = {
      id,
      title: `Заметка ${number} о жизни университета`,
      subtitle: '',
      published: isPartialDay(day) ? day : null,
      outlet: `Outlet ${number % 120}`,
      authors: ['A. Reporter'],
      kind: number % 3 === 0 ? ('own' as const) : ('coverage' as const),
      language: (['en', 'ru', 'kk'] as const)[number % 3] ?? 'en',
      url: '',
      // Slugs of this shape are tag ids.
      tags: { ...NO_TAGS, partner: [`partner-${number % 40}` as TagId], topic: [`topic-${number % 300}` as TagId] },
      attachments: [],
      story: '',
      summary: '',
      notes: '',
      imported: null,
      created: new Date(1_600_000_000_000 + number).toISOString(),
      updated: new Date(1_600_000_000_000 + number).toISOString(),
    }
    const path = join(root, articlePath(head.published, head.title, shortIdOf(id)))
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, formatArticleFile(head, `${BODY}${number}`, null))
  }
}

/** The same file system whose waits for the disk return at once. */
const WITHOUT_SYNC: FileSystem = {
  ...nodeFileSystem,
  create: async (path) => ({ ...(await nodeFileSystem.create(path)), sync: () => Promise.resolve() }),
  syncFolder: () => Promise.resolve(),
}

function megabytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return Math.round((heapUsed + arrayBuffers) / 1e5) / 10
}

async function measureSize(count: number): Promise<Figures> {
  const figures: Figures = { articles: count }
  const base = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-bench-')))
  const clock = () => new Date()
  const { path } = await createArchive({ folder: join(base, 'archive'), name: 'Bench', language: 'en', clock })
  const open = () =>
    openArchive({
      folder: path,
      cacheFolder: join(base, 'cache'),
      privateFolder: join(base, 'private'),
      clock,
      log: SILENT,
    })
  try {
    await fillArchive(path, count)
    const cold = await timed(figures, 'open without cache', open)
    await timed(figures, 'first look at the folder', () => cold.whenScanned())
    await timed(figures, 'close and write the cache', () => cold.close())
    const before = megabytes()
    const warm = await timed(figures, 'open from the cache', open)
    await timed(figures, 'compare with the folder', () => warm.whenScanned())
    figures['memory of the catalog, MB'] = Math.round((megabytes() - before) * 10) / 10
    await measureCatalog(figures, warm)
    await warm.close()
  } finally {
    await rm(base, { recursive: true, force: true })
  }
  return figures
}

async function measureCatalog(figures: Figures, { catalog }: OpenArchive): Promise<void> {
  const filter = { ...NO_FILTER, from: '2010-01-01', to: '2020-12-31', languages: ['kk' as const] }
  const rows = await timed(figures, 'filter', () => catalog.filter(filter))
  const all = catalog.filter(NO_FILTER)
  await timed(figures, 'facets of all', () => catalog.facets(all))
  await timed(figures, 'newest first, first time', () => catalog.sorted(all, 'newest'))
  await timed(figures, 'newest first, again', () => catalog.sorted(rows, 'newest'))
  await timed(figures, 'by title, first time', () => catalog.sorted(all, 'title'))
  await timed(figures, 'by title, again', () => catalog.sorted(all, 'title'))
}

async function measureSaves(system: FileSystem, count: number): Promise<number> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-bench-')))
  const clock = () => new Date()
  try {
    const { path } = await createArchive({ folder: join(base, 'archive'), name: 'Bench', language: 'en', clock })
    const tools = createFolderTools(system)
    const archive = await openArchive({
      folder: path,
      cacheFolder: join(base, 'cache'),
      privateFolder: join(base, 'private'),
      clock,
      log: SILENT,
      tools,
    })
    const fields = {
      title: 'A',
      subtitle: '',
      published: null,
      outlet: '',
      authors: [],
      kind: 'own',
      language: 'en',
    } as const
    const empty = { url: '', tags: NO_TAGS, summary: '', notes: '', story: '' }
    let article = await archive.createArticle({ ...fields, ...empty, body: BODY })
    const start = performance.now()
    for (let number = 0; number < count; number += 1) {
      article = await archive.saveArticle(article.id, article.version, { ...article, body: `${BODY}${number}` })
    }
    const seconds = (performance.now() - start) / 1_000
    await archive.close()
    return Math.round(count / seconds)
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

/** Measures opening, memory and saving; sizes can be named on the command line. */
async function main(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number)
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000])
    console.log(JSON.stringify(await measureSize(size)))
  const saves = {
    'saves per second, with history and fsync': await measureSaves(nodeFileSystem, 400),
    'saves per second, without fsync': await measureSaves(WITHOUT_SYNC, 400),
  }
  console.log(JSON.stringify(saves))
}

await main()
