import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { makeTempDir } from './temp-dir.ts'
import type { FuzzFindings } from './fuzz-run.ts'
import { FIXTURES } from './import-fixtures.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** Watches a program for what a reader must not do. */
export const WATCHER = join(ROOT, 'test/support/programs/forbidden-deeds.mjs')

/** The readers as they are shipped, with a program that feeds them. */
export interface BuiltFuzz {
  /** Reads mutants of each format in turn; hears of each format when it is done. */
  run(order: FuzzRunOrder): Promise<FuzzOutcome>
  remove(): Promise<void>
}

export interface FuzzRunOrder {
  readonly formats: readonly string[]
  /** For each format. */
  readonly mutants: number
  readonly seed: number
  readonly onFormat?: (findings: FuzzFindings) => void
}

export interface FuzzOutcome {
  readonly findings: readonly FuzzFindings[]
  /** Files that were written or tried, connections tried, programs started: a line for each. */
  readonly deeds: readonly string[]
  /** Files found afterwards in the home, the folder for temporary files and the working folder of the readers. */
  readonly left: readonly string[]
  /** Null where the program that feeds the readers was killed. */
  readonly exitCode: number | null
}

/** Builds the program into a folder of its own. */
export async function buildFuzz(): Promise<BuiltFuzz> {
  const folder = join(ROOT, '.cache', `fuzz-under-test-${randomBytes(4).toString('hex')}`)
  const entry = 'fuzz/main=test/support/programs/fuzz-readers.ts'
  const build = promisify(execFile)
  await build(process.execPath, [join(ROOT, 'scripts/build-apart.mjs'), folder, entry], { cwd: ROOT })
  return {
    run: (order) => runFuzz(join(folder, 'fuzz/main.mjs'), order),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function runFuzz(program: string, { formats, mutants, seed, onFormat }: FuzzRunOrder): Promise<FuzzOutcome> {
  const [place, notes] = [await makeTempDir(), join(await makeTempDir(), 'deeds.txt')]
  const words = [program, FIXTURES, WATCHER, String(mutants), String(seed), ...formats]
  const child = spawn(process.execPath, words, {
    cwd: place,
    env: { PATH: process.env['PATH'], HOME: place, TMPDIR: place, TEMP: place, TMP: place, FORBIDDEN_DEEDS: notes },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((end) => child.once('close', end))
  const findings: FuzzFindings[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    // The program is our own and prints nothing else.
    const found = JSON.parse(line) as FuzzFindings
    findings.push(found)
    onFormat?.(found)
  }
  const deeds = await readFile(notes, 'utf8').catch(() => '')
  return {
    findings,
    deeds: deeds.split('\n').filter((line) => line !== ''),
    left: await readdir(place, { recursive: true }),
    exitCode: await ended,
  }
}
