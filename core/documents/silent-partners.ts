import { NO_FILTER, type ArticleFilter } from '../model/article-filter.ts'
import type { ArticleSummary } from '../model/article.ts'
import { firstDayOf } from '../model/calendar-day.ts'
import { formatDay } from '../model/locale.ts'
import { tagName } from '../model/tag.ts'
import type { SheetTools } from './article-sheet.ts'
import type { DocumentSources } from './document-tools.ts'
import { daysBetween } from './report-period.ts'

/** A partner of whom the period has no article. */
export interface SilentPartner {
  readonly name: string
  /** Day of the last article before the period's end, in words. */
  readonly last: string
  /** Days from then to the period's end, or empty. */
  readonly days: string
}

/** Lists the partners that are in none of the articles, with their last one up to the day `to`. */
export async function silentPartners(
  articles: readonly ArticleSummary[],
  to: string,
  sources: DocumentSources,
  { translate, fitter }: SheetTools,
): Promise<readonly SilentPartner[]> {
  const heard = new Set(articles.flatMap((article) => article.tags.partner))
  const silent: SilentPartner[] = []
  for (const tag of sources.allTags()) {
    if (tag.kind !== 'partner' || heard.has(tag.id)) continue
    const filter: ArticleFilter = { ...NO_FILTER, tags: [tag.id], to }
    const [newest] = await sources.findArticles({ query: '', filter, sort: 'newest' })
    const last = newest === undefined ? null : (sources.summaryOf(newest)?.published ?? null)
    silent.push({
      name: fitter.fit(tagName(tag, translate.language)),
      last: last === null ? translate('printed.never') : formatDay(last, translate.language),
      days: last === null ? '' : String(daysBetween(firstDayOf(last), to)),
    })
  }
  return silent
}
