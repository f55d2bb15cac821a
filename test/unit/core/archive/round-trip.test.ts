import { describe, expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../../support/random.ts'
import { checkGeneratedArticles, checkHandWrittenFiles, checkTypedArticles } from '../../../support/round-trips.ts'

const seed = freshSeed()

describe(`saving and reading again, seed ${seed}`, () => {
  it(
    'gives 6,000 generated articles back exactly, and a second save is byte for byte the same',
    { timeout: 300_000 },
    async () => {
      await checkGeneratedArticles(6_000, seed)
    },
  )

  it('changes nothing in 3,000 files written by hand but what the user changed', { timeout: 300_000 }, async () => {
    expect(await checkHandWrittenFiles(3_000, seed)).toBe(3_000)
  })

  it(
    'keeps what a person typed in 1,000 articles, save for lone halves of letters that no file can hold',
    { timeout: 300_000 },
    async () => {
      await checkTypedArticles(1_000, createRandom(seed))
    },
  )
})
