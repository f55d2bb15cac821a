import { expect, it } from 'vitest'
import { anyTexts } from '../../support/any-query.ts'
import { inputOf, openTestHost } from '../../support/index-host.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

const ARTICLES = Number(process.env.ARTICLES ?? 100_000)
const WORDS_OF_ARTICLE = 450
const CHUNK = 1_024
const GOAL_MS = 200

/** What one query cost. The processor's time says more than the clock on a machine that does other work too. */
interface Cost {
  readonly text: string
  readonly clockMs: number
  readonly processorMs: number
}

it(`tells the slowest of 10,000 random strings, extremes and pasted texts in ${String(ARTICLES)} articles`, async () => {
  const index = openTestHost(await makeTempDir(), new Map())
  for (let first = 0; first < ARTICLES; first += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, ARTICLES - first) }, (_, step) => first + step)
    index.host.call(
      'upsert',
      rows.map((row) => inputOf(row, row, WORDS_OF_ARTICLE)),
    )
    // Lets merges, which run in a thread of their own, come in between.
    await new Promise(setImmediate)
  }
  index.query('наука')
  const costs = anyTexts(10_000, 6).map((text): Cost => {
    const [start, processor] = [performance.now(), process.cpuUsage()]
    index.query(text, 'all')
    const { user, system } = process.cpuUsage(processor)
    return { text, clockMs: performance.now() - start, processorMs: (user + system) / 1_000 }
  })
  index.close()
  const slowest = costs.toSorted((left, right) => right.processorMs - left.processorMs)
  const over = costs.filter(({ processorMs }) => processorMs > GOAL_MS).length
  console.info(`${String(over)} of ${String(costs.length)} took more than ${String(GOAL_MS)} ms of the processor`)
  for (const { text, clockMs, processorMs } of slowest.slice(0, 15)) {
    console.info(
      `${processorMs.toFixed(0)} ms (${clockMs.toFixed(0)} by the clock): ${JSON.stringify(text.slice(0, 100))}`,
    )
  }
  expect(costs.length).toBeGreaterThan(10_000)
})
