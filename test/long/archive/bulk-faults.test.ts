import { expect, it } from 'vitest'
import { runBulkFaults } from '../../support/bulk-faults.ts'
import { freshSeed } from '../../support/random.ts'

const seed = freshSeed()

it(`keeps every article whole whatever call of an act on many, or of its end at a start, fails, over 5,000 times, seed ${seed}`, async () => {
  let [combinations, calls] = [0, 0]
  for (let work = 0; combinations < 5_000; work += 1) {
    // A share of each of several acts: they differ more from each other than neighbouring calls do.
    const report = await runBulkFaults(seed + work, 0.25)
    expect(report.broken).toEqual([])
    combinations += report.combinations
    calls += report.calls
    console.log(`${combinations} combinations over ${calls} calls of ${work + 1} acts`)
  }
})
