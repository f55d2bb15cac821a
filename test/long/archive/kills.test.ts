import { expect, it } from 'vitest'
import { runKills } from '../../support/kill-runs.ts'
import { createRandom, freshSeed } from '../../support/random.ts'

const seed = freshSeed()
/** Long enough for some forty saves on a busy machine, in milliseconds. */
const LONGEST_LIFE = 1_200

it(`loses and tears nothing through 2,000 kills and 80,000 confirmed saves, seed ${seed}`, async () => {
  let [kills, confirmed] = [0, 0]
  while (kills < 2_000 || confirmed < 80_000) {
    const report = await runKills(400, createRandom(seed + kills), LONGEST_LIFE)
    expect(report.broken).toEqual([])
    kills += report.kills
    confirmed += report.confirmed
    console.log(`${kills} kills, ${confirmed} confirmed saves`)
  }
})
