import { expect, it } from 'vitest'
import { runPowerCuts } from '../../support/power-cuts.ts'
import { freshSeed } from '../../support/random.ts'

const seed = freshSeed()

it(`keeps confirmed articles through a power cut at any call, in 500 scenarios, seed ${seed}`, async () => {
  let cuts = 0
  for (let scenario = 0; scenario < 500; scenario += 1) {
    const report = await runPowerCuts(seed + scenario, 6)
    expect(report.broken).toEqual([])
    cuts += report.cuts
  }
  console.log(`${cuts} cuts`)
})
