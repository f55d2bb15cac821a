import { expect, it } from 'vitest'
import { runKills } from '../../../support/kill-runs.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'

it('loses and tears nothing when the writing process is killed 200 times', { timeout: 900_000 }, async () => {
  const random = createRandom(freshSeed())
  const report = await runKills(200, random)
  expect(report.broken, `seed ${random.seed}`).toEqual([])
  expect(report.confirmed).toBeGreaterThan(500)
})
