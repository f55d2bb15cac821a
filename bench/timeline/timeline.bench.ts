import { NO_FILTER } from '../../core/model/article-filter.ts'
import { GRAINS, LANE_FIELDS, STACK_FIELDS } from '../../core/model/timeline.ts'
import { findPeaks } from '../../core/timeline/find-peaks.ts'
import { readMoments } from '../../core/timeline/moments.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import { generatedCatalog, generatedTags } from '../support/generated-catalog.ts'
import { report, timingOf, type Timing } from '../support/measure.ts'

const BUDGET_MS = 30
/** Lanes that the screen asks for at once. */
const SCREEN_LANES = 24

/**
 * Measures counting by every grain and lane, over the whole archive and over one year, and the screen in a real browser.
 * `--articles N`; `--counts` or `--browser`: that part only.
 */
export async function runTimelineBench(args: readonly string[]): Promise<void> {
  const place = args.indexOf('--articles')
  const articles = place < 0 ? 100_000 : Number(args[place + 1])
  process.stdout.write(`Timeline over ${articles} articles\n`)
  if (!args.includes('--browser')) benchCounts(articles)
  if (!args.includes('--counts')) await (await import('./browser.bench.ts')).runBrowserBench(articles)
}

function benchCounts(articles: number): void {
  const catalog = generatedCatalog(articles)
  const tags = new Map(generatedTags().map((tag) => [tag.id, tag]))
  const everything = catalog.filter(NO_FILTER)
  const oneYear = catalog.filter({ ...NO_FILTER, from: '2015-01-01', to: '2015-12-31' })
  const base = { catalog, tagOf: tags.get.bind(tags), language: 'ru' } as const
  const page = { order: 'count', limit: SCREEN_LANES, pinned: [], hidden: [] } as const
  for (const grain of GRAINS) {
    for (const lanes of [null, ...LANE_FIELDS]) {
      const timing = measureOnThread(15, () => readTimeline({ ...base, rows: everything, grain, lanes, page }))
      report(`all, ${grain}, ${lanes ?? 'no lanes'}`, timing, BUDGET_MS)
    }
  }
  for (const lanes of LANE_FIELDS) {
    const timing = measureOnThread(5, () => readTimeline({ ...base, rows: everything, grain: 'month', lanes }))
    report(`all, month, every lane for a file: ${lanes}`, timing)
  }
  for (const stack of STACK_FIELDS) {
    const timing = measureOnThread(15, () =>
      readTimeline({ ...base, rows: everything, grain: 'month', lanes: null, stack }),
    )
    report(`all, month, divided by ${stack}`, timing, BUDGET_MS)
  }
  report(
    'one year, day, partner',
    measureOnThread(15, () => readTimeline({ ...base, rows: oneYear, grain: 'day', lanes: 'partner' })),
    BUDGET_MS,
  )
  const moments = { ...base, rows: everything, kind: 'partner', today: '2026-01-01', leastDays: 60 } as const
  report(
    'moments of partners',
    measureOnThread(10, () => readMoments(moments)),
  )
  report(
    'peaks by month',
    measureOnThread(5, () => findPeaks(catalog, everything, 'month', 5)),
  )
}

/** Processor time of this thread, in milliseconds: what else the machine does at the time does not count. */
function measureOnThread(runs: number, work: () => unknown): Timing {
  for (let run = 0; run < 3; run += 1) work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    times.push((user + system) / 1000)
  }
  return timingOf(times)
}
