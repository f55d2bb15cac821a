import { expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../support/random.ts'
import { runSync } from '../../support/sync-runs.ts'

const seed = freshSeed()

it(`overwrites and drops nothing beside an unruly sync client, in 2,000 schedules, seed ${seed}`, async () => {
  for (let run = 0; run < 2_000; run += 1) {
    expect(await runSync(createRandom(seed + run), 25), `seed ${seed + run}`).toEqual([])
  }
})
