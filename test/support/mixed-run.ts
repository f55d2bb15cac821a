import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { BulkChange } from '../../core/contract/results.ts'
import type { ImportReport } from '../../core/model/import-report.ts'
import { makeBadFiles } from './bad-files.ts'
import { startLoopbackHost, type LoopbackHost } from './loopback-host.ts'
import { watchMemory } from './memory-of.ts'
import { makeMixedArticles } from './mixed-articles.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The whole program, built into a folder of its own. */
export interface BuiltProgram {
  readonly folder: string
  remove(): Promise<void>
}

/** Builds the program as it is shipped. */
export async function buildProgram(): Promise<BuiltProgram> {
  const folder = join(ROOT, '.cache', `program-under-test-${randomBytes(4).toString('hex')}`)
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/build-apart.mjs'), folder], { cwd: ROOT })
  await mkdir(join(folder, 'renderer'), { recursive: true })
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>Press Archive</title>')
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** How a window fared while files came in. */
export interface WindowDuringRun {
  readonly report: ImportReport
  /** Most memory of the host with its threads and readers, in bytes. */
  readonly memory: number
  /** Times that searches took meanwhile, in milliseconds, sorted. */
  readonly searches: readonly number[]
  readonly seconds: number
  /** Articles that a search finds afterwards. */
  readonly articles: number
}

/** Articles that a search finds; all without a query. */
export async function countArticles({ request }: LoopbackHost, query = ''): Promise<number> {
  const page = await request('search.run', {
    query,
    filter: NO_FILTER,
    sort: 'relevance',
    offset: 0,
    limit: 20,
    facets: false,
    typing: false,
  })
  return page.total
}

/** Starts the host with an archive of its own below `home`. */
export async function startWindow({ folder }: BuiltProgram, home: string): Promise<LoopbackHost> {
  const host = await startLoopbackHost(join(folder, 'web/main.mjs'), home, ['--first-run'])
  await host.request('workspace.create', { folder: join(home, 'archive'), name: 'Mixed files', language: 'en' })
  return host
}

/** Lays good files and all bad ones ready, mixed. */
export async function stageMixed(host: LoopbackHost, good: number): Promise<readonly string[]> {
  const bad = [...makeBadFiles()]
  const step = Math.max(1, Math.floor(good / bad.length))
  const sources: string[] = []
  for (const { name, bytes } of makeMixedArticles(good)) {
    sources.push(await host.stage(name, bytes))
    const next = sources.length % (step + 1) === 0 ? bad.pop() : undefined
    if (next !== undefined) sources.push(await host.stage(next.name, next.bytes))
  }
  for (const { name, bytes } of bad) sources.push(await host.stage(name, bytes))
  return sources
}

const CHOSEN = { kind: 'coverage', outlet: '', tags: [], charset: null } as const

/** Imports what lies ready, and goes on searching as a user who types would. */
export async function importInWindow(host: LoopbackHost, sources: readonly string[]): Promise<WindowDuringRun> {
  const memory = watchMemory(host.id)
  const searches: number[] = []
  const started = performance.now()
  let isRunning = true
  const user = async (): Promise<void> => {
    while (isRunning) {
      const asked = performance.now()
      await countArticles(host, 'library мұражай робот')
      searches.push(performance.now() - asked)
      await delay(100)
    }
  }
  const searching = user()
  const report = await host.request('import.run', { sources: [...sources], ...CHOSEN, task: 'mixed' })
  isRunning = false
  await searching
  const seconds = (performance.now() - started) / 1_000
  return {
    report,
    memory: memory.stop(),
    searches: searches.sort((one, other) => one - other),
    seconds,
    articles: await countArticles(host),
  }
}

/** Imports and cancels once some articles are in. */
export async function importAndCancel(
  host: LoopbackHost,
  sources: readonly string[],
  after: number,
): Promise<ImportReport> {
  const run = host.request('import.run', { sources: [...sources], ...CHOSEN, task: 'cancelled' })
  while ((await countArticles(host)) < after) await delay(50)
  await host.request('tasks.cancel', { task: 'cancelled' })
  return run
}

/** A folder as only the command line can name it: with a link, a socket, a file that goes, and one of 300 MB. */
export async function writeMixedFolder(folder: string, good: number): Promise<{ readonly close: () => void }> {
  await mkdir(join(folder, 'report.pdf'), { recursive: true })
  for (const { name, bytes } of makeMixedArticles(good)) await writeFile(join(folder, name), bytes)
  for (const { name, bytes } of makeBadFiles()) await writeFile(join(folder, name), bytes)
  await symlink('/etc/hosts', join(folder, 'bad-link.txt'))
  await writeFile(join(folder, 'bad-enormous-too.pdf'), '%PDF-1.7')
  await truncate(join(folder, 'bad-enormous-too.pdf'), 300_000_000)
  await writeFile(join(folder, 'zz-bad-vanishing.txt'), 'It will be gone before its turn.')
  const socket = createServer()
  await new Promise<void>((listening) => socket.listen(join(folder, 'bad-socket.txt'), listening))
  return { close: () => socket.close() }
}

/** Takes a run back, after looking at what that would touch, as a user does. */
export async function undoImport({ request }: LoopbackHost, batch: string): Promise<BulkChange> {
  const { confirmed } = await request('acts.preview', { act: { type: 'undo-import', batch } })
  return request('import.undo', { batch, ...(confirmed === null ? {} : { confirmed }), task: undefined })
}
