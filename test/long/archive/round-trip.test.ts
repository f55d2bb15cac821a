import { expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../support/random.ts'
import { checkGeneratedArticles, checkHandWrittenFiles, checkTypedArticles } from '../../support/round-trips.ts'

const seed = freshSeed()

it(`gives 100,000 generated articles back exactly, seed ${seed}`, () => {
  checkGeneratedArticles(100_000, seed)
})

it(`changes nothing in 100,000 files written by hand but what the user changed, seed ${seed}`, () => {
  expect(checkHandWrittenFiles(100_000, seed)).toBe(100_000)
})

it(`keeps what a person typed in 10,000 articles, save for lone halves of letters, seed ${seed}`, async () => {
  await checkTypedArticles(10_000, createRandom(seed))
})
