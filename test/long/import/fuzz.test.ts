import { afterAll, describe, expect, it } from 'vitest'
import { createReadPool } from '../../../core/import/read-pool.ts'
import { FUZZED_FORMATS, fuzzFormat } from '../../support/fuzz-run.ts'

const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 10_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)

const pool = createReadPool()
afterAll(() => pool.close())

describe(`damaged sources (seed ${SEED})`, () => {
  it.each(FUZZED_FORMATS)(`${MUTANTS} mutants of %s are read or refused, and nothing is fetched`, async (format) => {
    const { read, refused, bugs, connections } = await fuzzFormat(pool, format, MUTANTS, SEED)
    process.stdout.write(
      `${format}: ${read} read, ${refused} refused, ${bugs.length} bugs, ${connections} connections\n`,
    )
    expect(bugs).toEqual([])
    expect(connections).toBe(0)
    expect(read + refused).toBe(MUTANTS)
  })
})
