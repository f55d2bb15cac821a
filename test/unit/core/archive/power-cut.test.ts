import { expect, it } from 'vitest'
import { runBulkCuts } from '../../../support/bulk-cuts.ts'
import { runPowerCuts } from '../../../support/power-cuts.ts'
import { freshSeed } from '../../../support/random.ts'

it(
  'keeps every confirmed article through a power cut before any call of the file system, in 45 scenarios',
  { timeout: 600_000 },
  async () => {
    const seed = freshSeed()
    let cuts = 0
    for (let scenario = 0; scenario < 45; scenario += 1) {
      const report = await runPowerCuts(seed + scenario, 4)
      expect(report.broken, `seed ${seed + scenario}`).toEqual([])
      cuts += report.cuts
    }
    expect(cuts).toBeGreaterThan(1_000)
  },
)

it(
  'does acts on many articles wholly or not at all through a power cut before any call, also of the start that ends them',
  { timeout: 600_000 },
  async () => {
    const seed = freshSeed()
    let cuts = 0
    for (let scenario = 0; scenario < 5; scenario += 1) {
      const report = await runBulkCuts(seed + scenario, { acts: 1, starts: 1 })
      expect(report.broken, `seed ${seed + scenario}`).toEqual([])
      cuts += report.cuts
    }
    expect(cuts).toBeGreaterThan(500)
  },
)
