import type { OrderOf } from '../contract/document-order.ts'
import type { ArticleFilter } from '../model/article-filter.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleSummary } from '../model/article.ts'
import { firstDayOf, lastDayOf, type PartialDay } from '../model/calendar-day.ts'
import { formatDay, formatMonth, MONTHS_SHORT } from '../model/locale.ts'
import { tagName, type TagId, type TagKind } from '../model/tag.ts'
import type { SheetTools } from './article-sheet.ts'
import type { DocumentSources } from './document-tools.ts'
import { pickUpRows, type PickUpRow, type ReleasePickUps } from './pick-ups.ts'
import { outletsToLeaveOut } from './outlet-search.ts'
import { monthsOf, periodBefore, type Period } from './report-period.ts'
import { reportWords } from './report-words.ts'
import { searchText, type SearchScope } from './search-text.ts'
import { silentPartners, type SilentPartner } from './silent-partners.ts'

/** One number of a report, with the search that gives it. */
export interface Figure {
  readonly label: string
  readonly value: number
  /** The same in the period before. */
  readonly before: number
  readonly search: string
}

/** A table of figures that is also drawn. */
export interface Breakdown {
  readonly title: string
  readonly figures: readonly Figure[]
  /** Said where the figures do not add up to the total, or empty. */
  readonly remark: string
}

export interface MonthFigure {
  readonly label: string
  /** For the foot of a narrow column. */
  readonly short: string
  readonly own: number
  readonly coverage: number
  readonly search: string
}

/** A coverage report as its template gets it, without the frame. */
export interface CoverageReport {
  readonly period: string
  readonly periodBefore: string
  readonly keyFigures: readonly Figure[]
  readonly months: readonly MonthFigure[]
  /** Said where the searches of the months find more than the months show, or empty. */
  readonly monthsRemark: string
  readonly breakdowns: readonly Breakdown[]
  readonly pickUps: readonly PickUpRow[]
  readonly silentPartners: readonly SilentPartner[]
  readonly articles: readonly { readonly title: string; readonly line: string; readonly language: string }[]
  readonly words: Readonly<Record<string, string>>
}

/** What is counted, and what it is compared with. */
export interface ReportScope {
  readonly ids: readonly ArticleId[]
  readonly now: readonly ArticleSummary[]
  readonly before: readonly ArticleSummary[]
  readonly period: Period
  readonly periodBefore: Period
}

/** Finds the articles of the period and of the one before it. Without days in the filter the span of the articles counts. */
export async function scopeOf(order: OrderOf<'report'>, sources: DocumentSources): Promise<ReportScope> {
  const summaries = (ids: readonly ArticleId[]): readonly ArticleSummary[] =>
    ids.flatMap((id) => sources.summaryOf(id) ?? [])
  const find = (period: Partial<Period>): Promise<readonly ArticleId[]> =>
    sources.findArticles({ query: order.query, filter: { ...order.filter, ...period }, sort: 'oldest' })
  const found = await find({})
  const period = periodOf(order.filter, summaries(found), sources.now())
  const ids = await find(period)
  const before = periodBefore(period)
  return { ids, now: summaries(ids), before: summaries(await find(before)), period, periodBefore: before }
}

function periodOf(filter: ArticleFilter, found: readonly ArticleSummary[], now: number): Period {
  const days = found.flatMap((article) => article.published ?? [])
  const today = new Date(now).toISOString().slice(0, 10)
  return {
    from: filter.from ?? days.map(firstDayOf).toSorted()[0] ?? today,
    to: filter.to ?? days.map(lastDayOf).toSorted().at(-1) ?? today,
  }
}

/** All figures of a report, of every table. */
export type ReportFigures = Pick<CoverageReport, 'keyFigures' | 'months' | 'monthsRemark' | 'breakdowns'>

/** What counting needs: words and names. */
type CountTools = Pick<SheetTools, 'translate' | 'fitter' | 'tagOf'>

/** Counts all figures. */
export function countFigures(order: OrderOf<'report'>, scope: ReportScope, tools: CountTools): ReportFigures {
  const counter = createCounter(order, scope, tools)
  const yearOnly = yearOnlyFigure(counter, tools)
  return {
    keyFigures: keyFigures(counter, tools),
    months: [...monthFigures(counter, scope, tools), ...(yearOnly === null ? [] : [yearOnly])],
    monthsRemark: yearOnly === null ? '' : tools.translate('printed.yearOnlyRemark'),
    breakdowns: breakdowns(counter, tools),
  }
}

/** Counts and describes everything that the report shows. */
export async function gatherReport(
  order: OrderOf<'report'>,
  scope: ReportScope,
  pickUps: readonly ReleasePickUps[],
  sources: DocumentSources,
  tools: SheetTools,
): Promise<CoverageReport> {
  const { translate, fitter } = tools
  const { language } = translate
  return {
    period: periodWords(scope.period, tools),
    periodBefore: periodWords(scope.periodBefore, tools),
    ...countFigures(order, scope, tools),
    pickUps: pickUpRows(pickUps, tools),
    silentPartners: await silentPartners(scope.now, scope.period.to, sources, tools),
    articles: scope.now.map((article) => ({
      title: fitter.fit(article.title),
      line: [
        article.published === null ? translate('printed.undated') : formatDay(article.published, language),
        fitter.fit(article.outlet),
        translate(`printed.kinds.${article.kind}`),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      language: article.language,
    })),
    words: reportWords(translate),
  }
}

/** Counts articles of the period and the one before by a test, under the search that finds the same. */
type Counter = (label: string, narrower: Partial<SearchScope>, test: (article: ArticleSummary) => boolean) => Figure

function createCounter(order: OrderOf<'report'>, scope: ReportScope, tools: CountTools): CounterSource {
  const { fitter } = tools
  const count: Counter = (label, narrower, test) => ({
    label: fitter.fit(label),
    value: scope.now.filter(test).length,
    before: scope.before.filter(test).length,
    search: fitter.fit(
      searchText(order.query, { ...order.filter, ...scope.period, ...narrower }, (id) => nameOfTag(id, tools)),
    ),
  })
  return { count, articles: scope.now, both: [...scope.now, ...scope.before] }
}

interface CounterSource {
  readonly count: Counter
  readonly articles: readonly ArticleSummary[]
  /** Those of the period and of the one before: what has fallen silent is in the tables too. */
  readonly both: readonly ArticleSummary[]
}

function nameOfTag(id: TagId, { translate, tagOf }: CountTools): string {
  const tag = tagOf(id)
  return tag === undefined ? id : tagName(tag, translate.language)
}

function keyFigures({ count }: CounterSource, { translate }: CountTools): readonly Figure[] {
  return [
    count(translate('printed.articlesLabel'), {}, () => true),
    count(translate('printed.kindsTogether.own'), { kinds: ['own'] }, (article) => article.kind === 'own'),
    count(
      translate('printed.kindsTogether.coverage'),
      { kinds: ['coverage'] },
      (article) => article.kind === 'coverage',
    ),
  ]
}

function monthFigures(
  { count, articles }: CounterSource,
  { period }: ReportScope,
  { translate }: CountTools,
): readonly MonthFigure[] {
  const inMonth = new Map<string, { own: number; coverage: number }>()
  for (const article of articles) {
    const month = article.published?.slice(0, 7)
    if (month?.length !== 7) continue
    const entry = inMonth.get(month) ?? { own: 0, coverage: 0 }
    entry[article.kind] += 1
    inMonth.set(month, entry)
  }
  return monthsOf(period).map((month) => {
    // A month of a period of valid days.
    const from = firstDayOf(month as PartialDay)
    const to = lastDayOf(month as PartialDay)
    const { search } = count(
      '',
      { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to },
      () => false,
    )
    return {
      label: formatMonth(month, translate.language),
      short: `${MONTHS_SHORT[translate.language][Number(month.slice(5)) - 1] ?? ''} ${month.slice(2, 4)}`,
      ...(inMonth.get(month) ?? { own: 0, coverage: 0 }),
      search,
    }
  })
}

/** The articles whose month is not known, so that the months add up. A search for a month finds them too: they may lie in it. */
function yearOnlyFigure({ count, articles }: CounterSource, { translate }: CountTools): MonthFigure | null {
  const without = articles.filter((article) => (article.published?.length ?? 0) < 7)
  if (without.length === 0) return null
  const { search } = count('', {}, () => false)
  const own = without.filter((article) => article.kind === 'own').length
  return { label: translate('printed.yearOnly'), short: '?', own, coverage: without.length - own, search }
}

function breakdowns(source: CounterSource, tools: CountTools): readonly Breakdown[] {
  const { translate } = tools
  const { count, both } = source
  const outlets = distinct(both.map((article) => article.outlet))
  const languages = distinct(both.map((article) => article.language))
  const list: readonly Breakdown[] = [
    {
      title: translate('printed.byLanguage'),
      remark: '',
      figures: languages.map((language) =>
        count(
          translate(`printed.languages.${language}`),
          { languages: [language] },
          (article) => article.language === language,
        ),
      ),
    },
    {
      title: translate('printed.byOutlet'),
      remark:
        outlets.includes('') && outletsToLeaveOut('', outlets) === null ? translate('printed.withoutOutletRemark') : '',
      // Where no article has an outlet there is nothing to part them by.
      figures: (outlets.some((outlet) => outlet !== '') ? outlets : []).map((outlet) =>
        count(
          outlet || translate('printed.withoutOutlet'),
          { outlets: outlet === '' ? [] : [outlet], otherOutlets: outletsToLeaveOut(outlet, outlets) ?? [] },
          (article) => article.outlet === outlet,
        ),
      ),
    },
    tagBreakdown('initiative', source, tools),
    tagBreakdown('partner', source, tools),
  ]
  return list
    .filter((breakdown) => breakdown.figures.length > 0)
    .map((breakdown) => ({
      ...breakdown,
      figures: breakdown.figures.toSorted((left, right) => right.value - left.value || right.before - left.before),
    }))
}

function tagBreakdown(
  kind: Extract<TagKind, 'initiative' | 'partner'>,
  { count, both }: CounterSource,
  tools: CountTools,
): Breakdown {
  const { translate } = tools
  const ids = distinct(both.flatMap((article) => article.tags[kind]))
  return {
    title: translate(kind === 'initiative' ? 'printed.byInitiative' : 'printed.byPartner'),
    remark: translate('printed.severalTags'),
    figures: ids.map((id) => count(nameOfTag(id, tools), { tags: [id] }, (article) => article.tags[kind].includes(id))),
  }
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)]
}

function periodWords({ from, to }: Period, { translate }: SheetTools): string {
  // Both are whole days that the caller has checked.
  return `${formatDay(from as PartialDay, translate.language)} – ${formatDay(to as PartialDay, translate.language)}`
}
