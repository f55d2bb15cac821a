import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFuzz, type BuiltFuzz } from '../../support/built-fuzz.ts'
import { FUZZED_FORMATS } from '../../support/fuzz-run.ts'

const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 10_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)

let fuzz: BuiltFuzz
beforeAll(async () => {
  fuzz = await buildFuzz()
})
afterAll(() => fuzz.remove())

describe(`damaged sources (seed ${SEED})`, () => {
  it.each(FUZZED_FORMATS)(`${MUTANTS} mutants of %s are read or refused and nothing else`, async (format) => {
    const started = performance.now()
    const { findings, deeds, left, exitCode } = await fuzz.run({ formats: [format], mutants: MUTANTS, seed: SEED })
    const [found] = findings
    const seconds = Math.round((performance.now() - started) / 1_000)
    process.stdout.write(
      `${format}: ${found?.read} read, ${found?.refused} refused, ${found?.bugs.length} bugs, longest ${found?.longest} ms, ${deeds.length} forbidden deeds, ${left.length} files left, ${seconds} s\n`,
    )
    expect(found).toMatchObject({ bugs: [], connections: 0 })
    expect((found?.read ?? 0) + (found?.refused ?? 0)).toBe(MUTANTS)
    expect(deeds).toEqual([])
    expect(left).toEqual([])
    expect(exitCode).toBe(0)
  })
})
