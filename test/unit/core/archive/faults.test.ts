import { expect, it } from 'vitest'
import { FAULT_CODES, runFault } from '../../../support/faults.ts'
import { createRandom, freshSeed } from '../../../support/random.ts'

it(
  'keeps every confirmed article whatever call fails in whatever way, in 1,000 combinations',
  { timeout: 600_000 },
  async () => {
    const random = createRandom(freshSeed())
    let happened = 0
    for (let run = 0; happened < 1_000 && run < 3_000; run += 1) {
      const code = random.pick([...FAULT_CODES, 'short-write' as const])
      const fault = { at: 1 + random.below(80), code, sticky: random.chance(0.3) }
      const report = await runFault(random.seed + run, fault)
      expect(report.broken).toEqual([])
      if (report.happened) happened += 1
    }
    expect(happened).toBe(1_000)
  },
)
