import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What a call of the command line left behind. */
export interface CliResult {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

/** How to call the command line: which user's folders, which folder it is called in. */
export interface CliCall {
  readonly home: string
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
}

export type RunCli = (call: CliCall, ...words: readonly string[]) => Promise<CliResult>

/** Builds the command line as it is shipped, for all tests of a file; the function runs it as a program of its own. */
export function useCli(): RunCli {
  const folder = join(ROOT, '.cache', `cli-under-test-${randomBytes(4).toString('hex')}`)
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(ROOT, 'scripts', 'build-apart.mjs'), folder])
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return (call, ...words) => runProgram(join(folder, 'cli', 'main.mjs'), call, words)
}

/** Runs a command line that is built; a signal ends it early. */
export function runProgram(
  program: string,
  call: CliCall,
  words: readonly string[],
  signal?: AbortSignal,
): Promise<CliResult> {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: call.cwd ?? call.home,
    env: { PATH: process.env['PATH'], PRESS_ARCHIVE_HOME: call.home, ...call.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  signal?.addEventListener('abort', () => child.kill('SIGKILL'))
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, out, err }))
  })
}
