import type { ArticleSummary } from '../model/article.ts'
import { firstDayOf } from '../model/calendar-day.ts'
import { formatDay } from '../model/locale.ts'
import type { SheetTools } from './article-sheet.ts'
import type { DocumentSources, DocumentTask } from './document-tools.ts'
import { eachArticle } from './document-tools.ts'
import { daysBetween } from './report-period.ts'
import { shareTakenOver } from './shared-text.ts'

/** What became of one release. */
export interface PickUpRow {
  readonly release: string
  readonly date: string
  readonly pickUps: readonly {
    readonly outlet: string
    readonly date: string
    /** Days after the release, or empty where a date is not exact. */
    readonly lag: string
    /** Share of the release's text, in percent, or empty where the languages differ. */
    readonly share: string
  }[]
}

/**
 * Lists the own releases among the articles with the coverage that belongs to the same story, oldest first. Releases
 * that nobody picked up are listed too.
 */
export async function gatherPickUps(
  articles: readonly ArticleSummary[],
  sources: DocumentSources,
  tools: SheetTools,
  task: DocumentTask,
): Promise<readonly PickUpRow[]> {
  const coverage = Map.groupBy(
    articles.filter((article) => article.kind === 'coverage' && article.story !== ''),
    (article) => article.story,
  )
  const releases = articles.filter((article) => article.kind === 'own')
  const rows: PickUpRow[] = []
  for (const release of releases) {
    const followers = release.story === '' ? [] : (coverage.get(release.story) ?? [])
    rows.push({
      release: tools.fitter.fit(release.title),
      date: release.published === null ? '' : formatDay(release.published, tools.translate.language),
      pickUps: await describe(release, followers, sources, tools, task),
    })
  }
  return rows
}

async function describe(
  release: ArticleSummary,
  followers: readonly ArticleSummary[],
  sources: DocumentSources,
  { translate, fitter }: SheetTools,
  task: DocumentTask,
): Promise<PickUpRow['pickUps']> {
  if (followers.length === 0) return []
  const { body } = await sources.readArticle(release.id)
  const rows: PickUpRow['pickUps'][number][] = []
  const ids = followers.map((follower) => follower.id)
  await eachArticle(sources, ids, { ...task, onProgress: () => undefined }, (article) => {
    const share = article.language === release.language ? shareTakenOver(body, article.body) : null
    rows.push({
      outlet: fitter.fit(article.outlet) || translate('printed.withoutOutlet'),
      date: article.published === null ? '' : formatDay(article.published, translate.language),
      lag: lagOf(release, article),
      share: share === null ? '' : String(Math.round(share * 100)),
    })
  })
  return rows
}

function lagOf(release: ArticleSummary, article: Pick<ArticleSummary, 'published'>): string {
  if (release.published?.length !== 10 || article.published?.length !== 10) return ''
  return String(daysBetween(firstDayOf(release.published), firstDayOf(article.published)))
}
