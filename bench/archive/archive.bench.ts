import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createArchive } from '../../core/archive/create-archive.ts'
import { createFolderTools } from '../../core/archive/folder.ts'
import { openArchive, type OpenArchive } from '../../core/archive/open-archive.ts'
import type { Log } from '../../core/contract/log.ts'
import type { FileSystem } from '../../core/files/file-system.ts'
import { nodeFileSystem } from '../../core/files/node-file-system.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { ArticleFields } from '../../core/model/article.ts'
import { NO_TAGS } from '../../core/model/tag.ts'
import { BODY, fillArchive } from './fill-archive.ts'

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const SIZES = [1_000, 10_000, 100_000]
const SAVES = 1_000

/** An archive in a folder of its own. */
interface Place {
  readonly path: string
  readonly open: (system?: FileSystem) => Promise<OpenArchive>
}

async function inNewArchive(work: (place: Place) => Promise<void>): Promise<void> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-bench-')))
  const clock = () => new Date()
  try {
    const { path } = await createArchive({ folder: join(base, 'archive'), name: 'Bench', language: 'en', clock })
    const folders = { folder: path, cacheFolder: join(base, 'cache'), privateFolder: join(base, 'private') }
    const open = (system = nodeFileSystem) =>
      openArchive({ ...folders, clock, log: SILENT, tools: createFolderTools(system) })
    await work({ path, open })
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

function print(name: string, figure: string): void {
  process.stdout.write(`${name.padEnd(58)} ${figure}\n`)
}

/** Time on the clock and of the processor: on a busy machine only the second can be compared. */
async function timed<Result>(name: string, work: () => Promise<Result> | Result): Promise<Result> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  const clock = performance.now() - start
  print(name, `${clock.toFixed(1).padStart(9)} ms, processor ${((user + system) / 1_000).toFixed(1).padStart(9)} ms`)
  return result
}

/** Megabytes in use once all that nobody holds is gone. */
function megabytes(): number {
  setFlagsFromString('--expose-gc')
  // The flag gives contexts made from now on this function.
  const collect = runInNewContext('gc') as () => void
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** Empties the system's memory of files, where this user may; false where not. */
async function forgetFiles(): Promise<boolean> {
  try {
    await writeFile('/proc/sys/vm/drop_caches', '3')
    return true
  } catch {
    return false
  }
}

async function measureSize(count: number): Promise<void> {
  const label = `${String(count)} articles`
  await inNewArchive(async (place) => {
    await fillArchive(place.path, count)
    await measureFirstOpening(label, place)
    await measureColdOpening(label, place)
    await measureWarmOpening(label, place)
  })
}

async function measureFirstOpening(label: string, { open }: Place): Promise<void> {
  const archive = await timed(`${label}: open without a cache`, () => open())
  await timed(`${label}: first look at the folder`, () => archive.whenScanned())
  await timed(`${label}: close and write the cache`, () => archive.close())
}

async function measureColdOpening(label: string, { open }: Place): Promise<void> {
  const disk = (await forgetFiles()) ? 'no file in memory' : 'files may be in memory'
  const archive = await timed(`${label}: open from the cache, ${disk}`, () => open())
  await timed(`${label}: compare with the folder, ${disk}`, () => archive.whenScanned())
  await archive.close()
}

async function measureWarmOpening(label: string, { open }: Place): Promise<void> {
  const before = megabytes()
  const archive = await timed(`${label}: open from the cache, files in memory`, () => open())
  await timed(`${label}: compare with the folder, files in memory`, () => archive.whenScanned())
  print(`${label}: memory of catalog and list of files`, `${(megabytes() - before).toFixed(1).padStart(9)} MB`)
  await measureCatalog(label, archive)
  await archive.close()
}

async function measureCatalog(label: string, { catalog }: OpenArchive): Promise<void> {
  const filter = { ...NO_FILTER, from: '2010-01-01', to: '2020-12-31', languages: ['kk' as const] }
  const rows = await timed(`${label}: filter`, () => catalog.filter(filter))
  const all = catalog.filter(NO_FILTER)
  await timed(`${label}: facets of all`, () => catalog.facets(all))
  await timed(`${label}: newest first, first time`, () => catalog.sorted(all, 'newest'))
  await timed(`${label}: newest first, again`, () => catalog.sorted(rows, 'newest'))
  await timed(`${label}: by title, first time`, () => catalog.sorted(all, 'title'))
  await timed(`${label}: by title, again`, () => catalog.sorted(all, 'title'))
}

/** The same file system whose waits for the disk return at once. */
const WITHOUT_SYNC: FileSystem = {
  ...nodeFileSystem,
  create: async (path) => ({ ...(await nodeFileSystem.create(path)), sync: () => Promise.resolve() }),
  syncFolder: () => Promise.resolve(),
}

const FIELDS: ArticleFields = {
  ...{ title: 'A', subtitle: '', published: null, outlet: '', authors: [], kind: 'own', language: 'en' },
  ...{ url: '', tags: NO_TAGS, summary: '', notes: '', story: '', body: BODY },
}

async function measureSaves(name: string, system: FileSystem): Promise<void> {
  await inNewArchive(async ({ open }) => {
    const archive = await open(system)
    let article = await archive.createArticle(FIELDS)
    const [start, used] = [performance.now(), process.cpuUsage()]
    for (let number = 0; number < SAVES; number += 1)
      article = await archive.saveArticle(article.id, article.version, { ...article, body: `${BODY}${String(number)}` })
    const seconds = (performance.now() - start) / 1_000
    const cpu = process.cpuUsage(used)
    const each = (cpu.user + cpu.system) / 1_000 / SAVES
    print(name, `${(SAVES / seconds).toFixed(0).padStart(9)} per second, processor ${each.toFixed(2)} ms each`)
    await archive.close()
  })
}

/** Measures saving with and without waiting for the disk, opening, and memory; sizes may be named. */
export async function runArchiveBench(args: readonly string[]): Promise<void> {
  const sizes = args.map(Number).filter((size) => size > 0)
  await measureSaves('saves with history', nodeFileSystem)
  await measureSaves('saves with history, without fsync', WITHOUT_SYNC)
  for (const size of sizes.length > 0 ? sizes : SIZES) await measureSize(size)
}
