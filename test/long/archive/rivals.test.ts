import { expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../support/random.ts'
import { runRivals } from '../../support/rival-runs.ts'

const seed = freshSeed()

it(`keeps every version that rival processes have confirmed, over 50,000 saves, seed ${seed}`, async () => {
  let [confirmed, writers] = [0, 0]
  while (confirmed < 50_000) {
    const report = await runRivals(5_000, createRandom(seed + confirmed))
    expect(report.broken).toEqual([])
    confirmed += report.confirmed
    writers += report.writers
    console.log(`${confirmed} confirmed saves by ${writers} processes`)
  }
})
