import { expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../../support/random.ts'
import { runRivals } from '../../../support/rival-runs.ts'

it(
  'keeps every version that two to four processes have confirmed, though they are killed, over 2,000 saves',
  { timeout: 900_000 },
  async () => {
    const random = createRandom(freshSeed())
    const report = await runRivals(2_000, random)
    expect(report.broken, `seed ${random.seed}`).toEqual([])
    expect(report.confirmed).toBeGreaterThanOrEqual(2_000)
    expect(report.writers).toBeGreaterThan(1)
  },
)
