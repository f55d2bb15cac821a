import type { ArticleSummary } from '../model/article.ts'
import { firstDayOf, type PartialDay } from '../model/calendar-day.ts'
import { formatDay } from '../model/locale.ts'
import type { Translate } from '../translate/create-translator.ts'
import type { SheetTools } from './article-sheet.ts'
import { eachArticle, type DocumentSources, type DocumentTask } from './document-tools.ts'
import type { CellValue } from './formats/article-row.ts'
import { daysBetween } from './report-period.ts'
import { shareTakenOver } from './shared-text.ts'

/** One release and the coverage that belongs to the same story. */
export interface ReleasePickUps {
  readonly release: ArticleSummary
  readonly pickUps: readonly {
    readonly article: Pick<ArticleSummary, 'id' | 'title' | 'outlet' | 'published'>
    /** Days after the release; null where a date is not exact. */
    readonly lag: number | null
    /** Share of the release's text, in percent; null where the languages differ. */
    readonly share: number | null
  }[]
}

/** What became of one release, in words. */
export interface PickUpRow {
  readonly release: string
  readonly date: string
  readonly pickUps: readonly {
    readonly outlet: string
    readonly date: string
    readonly lag: string
    readonly share: string
  }[]
}

/**
 * Finds the own releases among the articles with the coverage that belongs to the same story, in the order given.
 * Releases that nobody picked up are there too.
 */
export async function findPickUps(
  articles: readonly ArticleSummary[],
  sources: DocumentSources,
  task: DocumentTask,
): Promise<readonly ReleasePickUps[]> {
  const coverage = Map.groupBy(
    articles.filter((article) => article.kind === 'coverage' && article.story !== ''),
    (article) => article.story,
  )
  const releases = articles.filter((article) => article.kind === 'own')
  const found: ReleasePickUps[] = []
  for (const [place, release] of releases.entries()) {
    task.onProgress?.(place, releases.length, release.title)
    const followers = release.story === '' ? [] : (coverage.get(release.story) ?? [])
    found.push({ release, pickUps: await compareTexts(release, followers, sources, task) })
  }
  return found
}

async function compareTexts(
  release: ArticleSummary,
  followers: readonly ArticleSummary[],
  sources: DocumentSources,
  task: DocumentTask,
): Promise<ReleasePickUps['pickUps']> {
  if (followers.length === 0) return []
  const { body } = await sources.readArticle(release.id)
  const compared: ReleasePickUps['pickUps'][number][] = []
  const ids = followers.map((follower) => follower.id)
  await eachArticle(sources, ids, { ...task, onProgress: () => undefined }, (article) => {
    const { id, title, outlet, published } = article
    const share = article.language === release.language ? shareTakenOver(body, article.body) : null
    compared.push({
      article: { id, title, outlet, published },
      lag: lagOf(release, article),
      share: share === null ? null : Math.round(share * 100),
    })
  })
  return compared
}

function lagOf(release: ArticleSummary, article: Pick<ArticleSummary, 'published'>): number | null {
  if (release.published?.length !== 10 || article.published?.length !== 10) return null
  return daysBetween(firstDayOf(release.published), firstDayOf(article.published))
}

/** The same as the report prints it. */
export function pickUpRows(
  found: readonly ReleasePickUps[],
  { translate, fitter }: Pick<SheetTools, 'translate' | 'fitter'>,
): readonly PickUpRow[] {
  const dayOf = (day: PartialDay | null): string => (day === null ? '' : formatDay(day, translate.language))
  return found.map(({ release, pickUps }) => ({
    release: fitter.fit(release.title),
    date: dayOf(release.published),
    pickUps: pickUps.map(({ article, lag, share }) => ({
      outlet: fitter.fit(article.outlet) || translate('printed.withoutOutlet'),
      date: dayOf(article.published),
      lag: lag === null ? '' : String(lag),
      share: share === null ? '' : String(share),
    })),
  }))
}

/** The same as a table with the archive's numbers of the articles; a release that nobody picked up has one row. */
export function pickUpTable(
  found: readonly ReleasePickUps[],
  translate: Translate,
): { readonly header: readonly string[]; readonly rows: readonly (readonly CellValue[])[] } {
  const day = (published: PartialDay | null): CellValue => (published === null ? '' : { day: published })
  return {
    header: [
      translate('printed.release'),
      translate('printed.published'),
      translate('printed.archiveId'),
      translate('printed.pickUp'),
      translate('printed.outlet'),
      translate('printed.published'),
      translate('printed.archiveId'),
      translate('printed.lagDays'),
      translate('printed.shareTakenPercent'),
    ],
    rows: found.flatMap(({ release, pickUps }) => {
      const start = [release.title, day(release.published), release.id]
      if (pickUps.length === 0) return [[...start, translate('printed.noPickUp'), '', '', '', '', '']]
      return pickUps.map(({ article, lag, share }) => [
        ...start,
        article.title,
        article.outlet,
        day(article.published),
        article.id,
        lag ?? '',
        share ?? '',
      ])
    }),
  }
}
