import { expect, it } from 'vitest'
import { runCacheDamage } from '../../support/cache-damage.ts'
import { createRandom, freshSeed } from '../../support/random.ts'

const seed = freshSeed()

it(`is never misled by a damaged cache, in 10,000 ways, seed ${seed}`, async () => {
  expect(await runCacheDamage(createRandom(seed), 10_000)).toEqual([])
})
