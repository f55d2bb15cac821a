import { NO_FILTER } from '../../core/model/article-filter.ts'
import { GRAINS, LANE_FIELDS } from '../../core/model/timeline.ts'
import { findPeaks } from '../../core/timeline/find-peaks.ts'
import { readMoments } from '../../core/timeline/moments.ts'
import { readTimeline } from '../../core/timeline/read-timeline.ts'
import { generatedCatalog, generatedTags } from '../support/generated-catalog.ts'
import { measure, report } from '../support/measure.ts'

const BUDGET_MS = 30

/** Measures counting by every grain and lane, over the whole archive and over one year. `--articles N` */
export async function runTimelineBench(args: readonly string[]): Promise<void> {
  const place = args.indexOf('--articles')
  const articles = place < 0 ? 100_000 : Number(args[place + 1])
  const catalog = generatedCatalog(articles)
  const tags = new Map(generatedTags().map((tag) => [tag.id, tag]))
  const everything = catalog.filter(NO_FILTER)
  const oneYear = catalog.filter({ ...NO_FILTER, from: '2015-01-01', to: '2015-12-31' })
  const base = { catalog, tagOf: tags.get.bind(tags), language: 'ru' } as const
  process.stdout.write(`Timeline over ${articles} articles\n`)
  for (const grain of GRAINS) {
    for (const lanes of [null, ...LANE_FIELDS]) {
      const timing = await measure(15, () => readTimeline({ ...base, rows: everything, grain, lanes }))
      report(`all, ${grain}, ${lanes ?? 'no lanes'}`, timing, BUDGET_MS)
    }
  }
  report(
    'one year, day, partner',
    await measure(15, () => readTimeline({ ...base, rows: oneYear, grain: 'day', lanes: 'partner' })),
    BUDGET_MS,
  )
  const moments = { ...base, rows: everything, kind: 'partner', today: '2026-01-01', leastDays: 60 } as const
  report('moments of partners', await measure(10, () => readMoments(moments)))
  report('peaks by month', await measure(5, () => findPeaks(catalog, everything, 'month', 5)))
}
