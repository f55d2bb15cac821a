import { expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../support/random.ts'
import { runUndo } from '../../support/undo-runs.ts'

const seed = freshSeed()

it(`undoes exactly, in 1,000 runs of 50 acts, seed ${seed}`, async () => {
  for (let run = 0; run < 1_000; run += 1) {
    expect(await runUndo(createRandom(seed + run), 50), `seed ${seed + run}`).toEqual([])
  }
})
