import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFuzz, WATCHER, type BuiltFuzz } from '../../../support/built-fuzz.ts'
import { FUZZED_FORMATS } from '../../../support/fuzz-run.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 500)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_251_031)

let fuzz: BuiltFuzz
beforeAll(async () => {
  fuzz = await buildFuzz()
})
afterAll(() => fuzz.remove())

describe(`damaged sources (seed ${SEED})`, () => {
  it(`${MUTANTS} mutants of each format are read or refused, without a file or a connection`, async () => {
    const { findings, deeds, left, exitCode } = await fuzz.run({
      formats: FUZZED_FORMATS,
      mutants: MUTANTS,
      seed: SEED,
    })
    expect(findings.map(({ format }) => format)).toEqual(FUZZED_FORMATS)
    for (const { format, read, refused, bugs, connections } of findings) {
      expect({ format, bugs, connections, done: read + refused }).toEqual({
        format,
        bugs: [],
        connections: 0,
        done: MUTANTS,
      })
    }
    expect(deeds).toEqual([])
    expect(left).toEqual([])
    expect(exitCode).toBe(0)
  }, 600_000)

  it('a reader that wrote a file or opened a connection would be seen', async () => {
    const folder = await makeTempDir()
    const notes = join(folder, 'deeds.txt')
    const script = `
      import { writeFileSync } from 'node:fs'
      import { mkdir, open } from 'node:fs/promises'
      import { connect } from 'node:net'
      import { lookup } from 'node:dns'
      writeFileSync('a', ''); await mkdir('b'); await (await open('c', 'w')).close()
      connect(9, '127.0.0.1').on('error', () => undefined); lookup('localhost', () => undefined)
      await fetch('http://127.0.0.1:9/').catch(() => undefined)`
    await promisify(execFile)(
      process.execPath,
      ['--import', pathToFileURL(WATCHER).href, '--input-type=module', '--eval', script],
      { cwd: folder, env: { FORBIDDEN_DEEDS: notes } },
    )
    const deeds = await readFile(notes, 'utf8')
    for (const deed of ['writeFileSync a', 'mkdir b', 'open c', 'network connect', 'network lookup', 'network fetch'])
      expect(deeds).toContain(deed)
  })
})
