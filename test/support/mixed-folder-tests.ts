import { spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportReport } from '../../core/model/import-report.ts'
import { makeBadFiles } from './bad-files.ts'
import { watchMemory } from './memory-of.ts'
import {
  buildProgram,
  countArticles,
  importAndCancel,
  importInWindow,
  stageMixed,
  startWindow,
  undoImport,
  writeMixedFolder,
  type BuiltProgram,
} from './mixed-run.ts'
import { makeTempDir } from './temp-dir.ts'

type Counted = Pick<ImportReport, 'total' | 'added' | 'duplicates' | 'skipped' | 'failed' | 'items'>

function expectLedger({ total, added, duplicates, skipped, failed, items }: Counted, good: number, bad: number): void {
  expect(total).toBe(added + duplicates + skipped + failed)
  expect(total).toBe(good + bad)
  expect(items.filter(({ source, outcome }) => !source.includes('bad-') && outcome !== 'added')).toEqual([])
  const named = items.filter(({ source }) => source.includes('bad-'))
  expect(named).toHaveLength(bad)
  expect(named.filter(({ outcome, reason }) => outcome !== 'failed' || !/^[a-z-]+: .{10}/.test(reason ?? ''))).toEqual(
    [],
  )
  expect(named.filter(({ reason }) => reason?.startsWith('internal'))).toEqual([])
}

/**
 * Tests over a folder of so many good files and all bad ones, with the program as it is shipped: host, search and readers
 * together must stay below so many bytes.
 */
export function testMixedFolder(good: number, mostBytes: number): void {
  let program: BuiltProgram
  beforeAll(async () => {
    program = await buildProgram()
  })
  afterAll(() => program.remove())
  const staged = makeBadFiles().length

  it(`a window takes ${good} good files of ${good + staged}, names the others and stays usable`, async () => {
    const host = await startWindow(program, await makeTempDir())
    const sources = await stageMixed(host, good)
    const { report, memory, searches, seconds, articles } = await importInWindow(host, sources)
    const p95 = searches[Math.floor(searches.length * 0.95)] ?? 0
    const figures = [`${report.total} files in ${seconds.toFixed(1)} s`, `most memory ${Math.round(memory / 1e6)} MB`]
    console.log([...figures, `p95 of ${searches.length} searches ${p95.toFixed(0)} ms`].join(', '))
    expectLedger(report, good, staged)
    expect(articles).toBe(good)
    expect(memory).toBeLessThan(mostBytes)
    expect(searches.length).toBeGreaterThan(0)
    const { changed, failed } = await undoImport(host, report.batch)
    expect([changed.length, failed]).toEqual([good, []])
    expect(await countArticles(host)).toBe(0)
    await host.stop()
  }, 1_800_000)

  it('a run that is cancelled in the middle goes on later and can be undone as a whole', async () => {
    const host = await startWindow(program, await makeTempDir())
    const stopped = await importAndCancel(host, await stageMixed(host, good), Math.floor(good / 5))
    expect(stopped.cancelled).toBe(true)
    expect(stopped.skipped).toBeGreaterThan(0)
    expect(stopped.total).toBe(stopped.added + stopped.duplicates + stopped.skipped + stopped.failed)
    const { batch } = stopped
    const report = await host.request('import.continue', { batch, task: undefined })
    expectLedger(report, good, staged)
    expect(await countArticles(host)).toBe(good)
    await undoImport(host, batch)
    expect(await countArticles(host)).toBe(0)
    await host.stop()
  }, 1_800_000)

  it('the command line takes the same folder with a link, a socket, a file that goes and one of 300 MB', async () => {
    const home = await makeTempDir()
    const folder = join(await makeTempDir(), 'sources')
    const { close } = await writeMixedFolder(folder, good)
    const call = (...words: readonly string[]): ReturnType<typeof spawn> =>
      spawn(process.execPath, [join(program.folder, 'cli/main.mjs'), ...words], {
        cwd: home,
        env: { PATH: process.env['PATH'], PRESS_ARCHIVE_HOME: home },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
    const archive = join(home, 'archive')
    const made = call('init', '--archive', archive)
    await new Promise((end) => made.once('close', end))
    const run = call('import', folder, '--archive', archive, '--json')
    const memory = watchMemory(run.pid ?? 0)
    let out = ''
    run.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const ended = new Promise((end) => run.once('close', end))
    while (
      run.exitCode === null &&
      (await readdir(join(archive, 'articles'), { recursive: true }).catch(() => [])).length < 4
    )
      await delay(20)
    await rm(join(folder, 'zz-bad-vanishing.txt'))
    await ended
    close()
    const most = memory.stop()
    console.log(`command line: most memory ${Math.round(most / 1e6)} MB`)
    // The command prints its report and nothing else.
    expectLedger(JSON.parse(out) as Counted, good, staged + 4)
    expect(most).toBeLessThan(mostBytes)
  }, 1_800_000)
}
