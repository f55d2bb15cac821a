import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const ROOT = resolve(import.meta.dirname, '../..')

/** What became of one bomb in a reader of its own. */
export interface BombOutcome {
  readonly name: string
  /** Of the source, in bytes. */
  readonly size: number
  /** The reason why it was refused, or what was read. */
  readonly answer: string
  readonly milliseconds: number
  /** Peak of the reader that had it, in bytes. */
  readonly memory: number
}

/** Builds the program into a folder of its own and gives every bomb to its readers, as they are shipped. */
export async function runBombs(): Promise<readonly BombOutcome[]> {
  const folder = join(ROOT, '.cache', `bombs-under-test-${randomBytes(4).toString('hex')}`)
  const entry = 'bombs/main=test/support/programs/run-bombs.ts'
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, 'scripts/build-apart.mjs'), folder, entry], { cwd: ROOT })
    const child = spawn(process.execPath, [join(folder, 'bombs/main.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const outcomes: BombOutcome[] = []
    // The program is our own and prints nothing else.
    for await (const line of createInterface({ input: child.stdout })) outcomes.push(JSON.parse(line) as BombOutcome)
    return outcomes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
