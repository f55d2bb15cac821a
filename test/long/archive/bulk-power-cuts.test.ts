import { expect, it } from 'vitest'
import { runBulkCuts } from '../../support/bulk-cuts.ts'
import { freshSeed } from '../../support/random.ts'

const seed = freshSeed()

it(`does acts on many articles wholly or not at all through a power cut at any call, in 500 scenarios, seed ${seed}`, async () => {
  let cuts = 0
  for (let scenario = 0; scenario < 500; scenario += 1) {
    const report = await runBulkCuts(seed + scenario, { acts: 1, starts: scenario % 5 === 0 ? 1 : 0 })
    expect(report.broken).toEqual([])
    cuts += report.cuts
    if (scenario % 50 === 49) console.log(`${scenario + 1} scenarios, ${cuts} cuts`)
  }
})
