import { expect, it } from 'vitest'
import { runBulkFaults } from '../../../support/bulk-faults.ts'
import { runFaults } from '../../../support/faults.ts'
import { freshSeed } from '../../../support/random.ts'

it(
  'keeps every confirmed article whichever call fails with whichever of ten codes, or writes too little, over 700 times',
  { timeout: 600_000 },
  async () => {
    const seed = freshSeed()
    let combinations = 0
    for (let work = 0; combinations < 700; work += 1) {
      const report = await runFaults(seed + work)
      expect(report.broken, `seed ${seed + work}`).toEqual([])
      combinations += report.combinations
    }
  },
)

it(
  'keeps every article whole whichever call of an act on many, or of the start that ends it, fails, over 300 times',
  { timeout: 600_000 },
  async () => {
    const seed = freshSeed()
    let combinations = 0
    for (let work = 0; combinations < 300; work += 1) {
      const report = await runBulkFaults(seed + work, 0.03)
      expect(report.broken, `seed ${seed + work}`).toEqual([])
      combinations += report.combinations
    }
  },
)
