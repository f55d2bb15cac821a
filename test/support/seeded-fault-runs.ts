import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SEEDED_FAULTS, type SeededFault } from './seeded-faults.ts'

const ROOT = join(import.meta.dirname, '../..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const CONFIG = join(import.meta.dirname, 'seeded-fault.config.ts')

/** Files of tests below `test/unit/core`, without their ending. */
export type TestFiles = (fault: SeededFault) => readonly string[]

function environment(number: number): NodeJS.ProcessEnv {
  // A test runner inside a test must not take itself for a part of it.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_OPTIONS')
  return { ...Object.fromEntries(own), PRESS_ARCHIVE_SEEDED_FAULT: String(number) }
}

/** True where the tests pass with that mistake in the sources; -1: with none. */
export async function passesWith(number: number, files: readonly string[]): Promise<boolean> {
  const paths = files.map((name) => `test/unit/core/${name}.test.ts`)
  const runner = spawn(process.execPath, [VITEST, 'run', '--config', CONFIG, ...paths], {
    cwd: ROOT,
    env: environment(number),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [runner.stdout, runner.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  await once(runner, 'close')
  if (!/Tests .*(?:passed|failed)/.test(output)) throw new Error(`No test ran: ${output.slice(-2_000)}`)
  return runner.exitCode === 0
}

async function isInSource({ file, find }: SeededFault): Promise<boolean> {
  return (await readFile(join(ROOT, file), 'utf8')).split(find).length === 2
}

/** Puts each mistake of the list into the sources in turn; answers those that no test has noticed. */
export async function findUnnoticed(files: TestFiles): Promise<readonly string[]> {
  const unnoticed: string[] = []
  const waiting = [...SEEDED_FAULTS.entries()]
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, fault] = next
      if (!(await isInSource(fault))) unnoticed.push(`${fault.name}: its place is not in ${fault.file} any more`)
      else if (await passesWith(number, files(fault))) unnoticed.push(fault.name)
    }
  }
  await Promise.all([work(), work()])
  return unnoticed
}
