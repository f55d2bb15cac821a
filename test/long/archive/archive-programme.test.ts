import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatArticleFile, parseArticleFile } from '../../../core/archive/article-file.ts'
import { arbitraryArticle } from '../../support/arbitrary-article.ts'
import { FAULT_CODES, runFault } from '../../support/faults.ts'
import { runPowerCuts } from '../../support/power-cuts.ts'
import { createRandom, freshSeed } from '../../support/random.ts'
import { runSync } from '../../support/sync-runs.ts'
import { runUndo } from '../../support/undo-runs.ts'

const seed = freshSeed()

describe(`the archive, seed ${seed}`, () => {
  it('keeps confirmed articles through a power cut before any call, in 500 scenarios', async () => {
    for (let run = 0; run < 500; run += 1) expect((await runPowerCuts(seed + run, 4)).broken).toEqual([])
  })

  it('keeps confirmed articles whatever call fails, in 5,000 combinations', async () => {
    const random = createRandom(seed)
    let happened = 0
    for (let run = 0; happened < 5_000; run += 1) {
      const code = random.pick([...FAULT_CODES, 'short-write' as const])
      const report = await runFault(seed + run, { at: 1 + random.below(120), code, sticky: random.chance(0.3) })
      expect(report.broken).toEqual([])
      if (report.happened) happened += 1
    }
  })

  it('overwrites and drops nothing beside an unruly sync client, in 2,000 schedules', async () => {
    for (let run = 0; run < 2_000; run += 1) expect(await runSync(createRandom(seed + run), 25)).toEqual([])
  })

  it('undoes exactly, in 1,000 runs of 50 acts', async () => {
    for (let run = 0; run < 1_000; run += 1) expect(await runUndo(createRandom(seed + run), 50)).toEqual([])
  })

  it('gives 100,000 generated articles back as they were', () => {
    const property = fc.property(arbitraryArticle, ({ head, body }) => {
      const bytes = formatArticleFile(head, body, null)
      const file = parseArticleFile(bytes, 'x')
      expect(file.article).toEqual({ ...head, body, version: file.article.version })
      expect(Buffer.from(formatArticleFile(head, body, file)).equals(bytes)).toBe(true)
    })
    fc.assert(property, { numRuns: 100_000, seed })
  })
})
