import { writeFile } from 'node:fs/promises'
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
const SAVES = 1_000

/*
 * Measures one step of the life of an archive below a folder, and prints what it cost. Run as a bundle of its own, each step
 * in a fresh process as a start of the program is.
 * arguments: BASE saves | BASE fill COUNT | BASE first COUNT | BASE cold COUNT | BASE warm COUNT
 */

const clock = (): Date => new Date()

function foldersIn(base: string) {
  return { folder: join(base, 'archive'), cacheFolder: join(base, 'cache'), privateFolder: join(base, 'private') }
}

function openIn(base: string, system: FileSystem = nodeFileSystem): Promise<OpenArchive> {
  return openArchive({ ...foldersIn(base), clock, log: SILENT, tools: createFolderTools(system) })
}

async function createIn(base: string): Promise<void> {
  await createArchive({ folder: foldersIn(base).folder, name: 'Bench', language: 'en', clock })
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

async function measureFirstOpening(base: string, label: string): Promise<void> {
  const archive = await timed(`${label}: open without a cache`, () => openIn(base))
  await timed(`${label}: first look at the folder`, () => archive.whenScanned())
  await timed(`${label}: close and write the cache`, () => archive.close())
}

async function measureColdOpening(base: string, label: string): Promise<void> {
  const disk = (await forgetFiles()) ? 'no file in memory' : 'files may be in memory'
  const archive = await timed(`${label}: open from the cache, ${disk}`, () => openIn(base))
  await timed(`${label}: compare with the folder, ${disk}`, () => archive.whenScanned())
  await archive.close()
}

async function measureWarmOpening(base: string, label: string): Promise<void> {
  const before = megabytes()
  const archive = await timed(`${label}: open from the cache, files in memory`, () => openIn(base))
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

async function measureSaves(base: string, name: string, system: FileSystem): Promise<void> {
  await createIn(base)
  const archive = await openIn(base, system)
  let article = await archive.createArticle(FIELDS)
  const [start, used] = [performance.now(), process.cpuUsage()]
  for (let number = 0; number < SAVES; number += 1)
    article = await archive.saveArticle(article.id, article.version, { ...article, body: `${BODY}${String(number)}` })
  const seconds = (performance.now() - start) / 1_000
  const cpu = process.cpuUsage(used)
  const each = (cpu.user + cpu.system) / 1_000 / SAVES
  print(name, `${(SAVES / seconds).toFixed(0).padStart(9)} per second, processor ${each.toFixed(2)} ms each`)
  await archive.close()
}

const [base = '', step = '', count = '0'] = process.argv.slice(2)
const label = `${count} articles`
const steps: Readonly<Record<string, () => Promise<void>>> = {
  saves: async () => {
    await measureSaves(join(base, 'synced'), 'saves with history', nodeFileSystem)
    await measureSaves(join(base, 'unsynced'), 'saves with history, without fsync', WITHOUT_SYNC)
  },
  fill: async () => {
    await createIn(base)
    await fillArchive(foldersIn(base).folder, Number(count))
  },
  first: () => measureFirstOpening(base, label),
  cold: () => measureColdOpening(base, label),
  warm: () => measureWarmOpening(base, label),
}
const run = steps[step]
if (run === undefined) throw new Error(`There is no step ${step}.`)
await run()
