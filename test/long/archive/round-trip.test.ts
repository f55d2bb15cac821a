import { expect, it } from 'vitest'
import { createRandom, freshSeed } from '../../support/random.ts'
import { checkGeneratedArticles, checkHandWrittenFiles, checkTypedArticles } from '../../support/round-trips.ts'

const seed = freshSeed()
/** Samples between two lines of progress: some thirty seconds. */
const STRETCH = 10_000

/** Tells how far a run is, and what it cost by now, so that a slow run is told from one that hangs. */
function progressOf(what: string): (done: number) => void {
  const start = process.cpuUsage()
  return (done) => {
    if (done % STRETCH !== 0) return
    const { user, system } = process.cpuUsage(start)
    console.log(`${done} ${what}, processor ${((user + system) / 1e6).toFixed(0)} s`)
  }
}

it(`gives 100,000 generated articles back exactly, seed ${seed}`, async () => {
  await checkGeneratedArticles(100_000, seed, progressOf('generated articles'))
})

it(`changes nothing in 100,000 files written by hand but what the user changed, seed ${seed}`, async () => {
  expect(await checkHandWrittenFiles(100_000, seed, progressOf('files written by hand'))).toBe(100_000)
})

it(`keeps what a person typed in 10,000 articles, save for lone halves of letters, seed ${seed}`, async () => {
  await checkTypedArticles(10_000, createRandom(seed))
})
