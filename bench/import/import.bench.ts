import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeAlikeTexts, writeDocuments, writePdfs, writeTexts } from './bench-sources.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MEASUREMENT = join(ROOT, 'bench/import/measure-import.ts')
/** Files that are imported before the time is taken, so that the readers have started. */
const FIRST = 8

interface Kind {
  /** Files a second on two quiet cores, ledger and safe save included. */
  readonly budget: number
  readonly count: number
  readonly write: (folder: string, count: number, first: number) => Promise<void>
}

const KINDS: Readonly<Record<string, Kind>> = {
  text: { budget: 300, count: 1_500, write: writeTexts },
  alike: { budget: 300, count: 1_500, write: writeAlikeTexts },
  docx: { budget: 40, count: 300, write: writeDocuments },
  pdf: { budget: 8, count: 80, write: writePdfs },
}

async function runProgram(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${program} ended with code ${String(code)}.`)
}

/**
 * Measures the import of text files, Word documents and PDFs into an archive on disk; arguments choose among them. It runs
 * bundled as the program is: reading TypeScript costs what no user pays.
 */
export async function runImportBench(names: readonly string[]): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bench-import-'))
  // Inside the project, where the packages are found that are not bundled.
  const built = join(ROOT, 'test-results', `bench-import-${process.pid}`)
  try {
    await mkdir(built, { recursive: true })
    await runProgram(join(ROOT, 'scripts/build-apart.mjs'), [built, `bench/measure-import=${MEASUREMENT}`])
    for (const [name, { budget, count, write }] of Object.entries(KINDS)) {
      if (names.length > 0 && !names.includes(name)) continue
      await write(join(work, `${name}-first`), FIRST, count)
      await write(join(work, name), count, 0)
      await runProgram(join(built, 'bench/measure-import.mjs'), [work, name, String(budget)])
    }
  } finally {
    await rm(built, { recursive: true, force: true })
    await rm(work, { recursive: true, force: true })
  }
}
