import { expect, it } from 'vitest'
import { runPowerCuts } from '../../../support/power-cuts.ts'
import { freshSeed } from '../../../support/random.ts'

it(
  'keeps every confirmed article through a power cut before any call of the file system, in 50 scenarios',
  { timeout: 600_000 },
  async () => {
    const seed = freshSeed()
    let cuts = 0
    for (let scenario = 0; scenario < 50; scenario += 1) {
      const report = await runPowerCuts(seed + scenario, 4)
      expect(report.broken, `seed ${seed + scenario}`).toEqual([])
      cuts += report.cuts
    }
    expect(cuts).toBeGreaterThan(1_000)
  },
)
