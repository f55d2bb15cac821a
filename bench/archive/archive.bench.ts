import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const MEASUREMENT = join(ROOT, 'bench/archive/measure-archive.ts')
const SIZES = ['1000', '10000', '100000']

async function runProgram(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${program} ended with code ${String(code)}.`)
}

/** Gives a step a folder of its own, on a disk and not in memory, and removes it afterwards. */
async function inFolder(work: (base: string) => Promise<void>): Promise<void> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-bench-')))
  try {
    await work(base)
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

/**
 * Measures saving with and without waiting for the disk, opening, and memory; sizes may be named. It runs bundled as the
 * program is, and opens each time in a fresh process.
 */
export async function runArchiveBench(args: readonly string[]): Promise<void> {
  const sizes = args.filter((size) => Number(size) > 0)
  // Inside the project, where the packages are found that are not bundled.
  const built = join(ROOT, '.cache', `bench-archive-${process.pid}`)
  const measure = (...words: readonly string[]) => runProgram(join(built, 'bench/measure-archive.mjs'), words)
  try {
    await mkdir(built, { recursive: true })
    await runProgram(join(ROOT, 'scripts/build-apart.mjs'), [built, `bench/measure-archive=${MEASUREMENT}`])
    await inFolder((base) => measure(base, 'saves'))
    for (const size of sizes.length > 0 ? sizes : SIZES) {
      await inFolder(async (base) => {
        for (const step of ['fill', 'first', 'cold', 'warm']) await measure(base, step, size)
      })
    }
  } finally {
    await rm(built, { recursive: true, force: true })
  }
}
