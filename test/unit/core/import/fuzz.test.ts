import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isAppError } from '../../../../core/contract/app-error.ts'
import { createReadPool } from '../../../../core/import/read-pool.ts'
import { mutateBytes, seededRandom } from '../../../support/mutate-bytes.ts'

const ROOT = resolve('test/fixtures/imports')
const FORMATS = ['docx', 'odt', 'rtf', 'doc', 'pdf', 'html', 'mhtml']
const MUTANTS = Number(process.env['FUZZ_MUTANTS'] ?? 25)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_251_031)

describe(`damaged sources (seed ${SEED})`, () => {
  it.each(FORMATS)(`${MUTANTS} mutants of %s are read or refused`, async (format) => {
    const pool = createReadPool()
    onTestFinished(() => pool.close())
    const random = seededRandom(SEED)
    const sources = readdirSync(join(ROOT, format)).map((name) => ({
      name,
      bytes: readFileSync(join(ROOT, format, name)),
    }))
    const bugs: string[] = []
    for (let mutant = 0; mutant < MUTANTS; mutant += 1) {
      const [source, other] = [0, 0].map(() => sources[Math.floor(random() * sources.length)]!)
      const bytes = mutateBytes(source!.bytes, other!.bytes, random)
      const order = {
        request: { name: source!.name, bytes, charset: null },
        options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
      } as const
      const error: unknown = await pool.read(order).then(
        () => null,
        (reason: unknown) => reason,
      )
      if (
        error !== null &&
        (!isAppError(error) || /longer than|needs more memory|ended its reader/.test(error.message))
      ) {
        bugs.push(`${source!.name} ${mutant}: ${isAppError(error) ? error.message : 'a bug'}`)
      }
    }
    expect(bugs).toEqual([])
  })
})
