import { expect, it } from 'vitest'
import { runFaults } from '../../../support/faults.ts'
import { freshSeed } from '../../../support/random.ts'

it(
  'keeps every confirmed article whichever call fails with whichever of ten codes, or writes too little, over 1,000 times',
  { timeout: 600_000 },
  async () => {
    const seed = freshSeed()
    let combinations = 0
    for (let work = 0; combinations < 1_000; work += 1) {
      const report = await runFaults(seed + work)
      expect(report.broken, `seed ${seed + work}`).toEqual([])
      combinations += report.combinations
    }
  },
)
