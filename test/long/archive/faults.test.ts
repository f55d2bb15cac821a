import { expect, it } from 'vitest'
import { runFaults } from '../../support/faults.ts'
import { freshSeed } from '../../support/random.ts'

const seed = freshSeed()

it(`keeps confirmed articles whatever call fails in whatever way, over 5,000 times, seed ${seed}`, async () => {
  let [combinations, calls] = [0, 0]
  for (let work = 0; combinations < 5_000; work += 1) {
    const report = await runFaults(seed + work)
    expect(report.broken).toEqual([])
    combinations += report.combinations
    calls += report.calls
  }
  console.log(`${combinations} combinations over ${calls} calls`)
})
