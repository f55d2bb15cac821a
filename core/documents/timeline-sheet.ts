import type { OrderOf } from '../contract/document-order.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import { dayNumber, dayText as isoDay, firstDayOfUnit, unitOfDay } from '../model/calendar-units.ts'
import { formatDay, formatMonth, formatYear, formatNumber } from '../model/locale.ts'
import { ARTICLE_KINDS } from '../model/article.ts'
import { ARTICLE_LANGUAGES, type Language } from '../model/language.ts'
import { isTagId, tagName } from '../model/tag.ts'
import type { Grain, LaneField, Timeline, TimelineBucket, TimelineLane } from '../model/timeline.ts'
import type { SheetTools } from './article-sheet.ts'
import type { DocumentSources, DocumentTask } from './document-tools.ts'
import { eachArticle } from './document-tools.ts'
import { addDays } from './report-period.ts'

/** A timeline on paper, without the frame. */
export interface TimelineSheet {
  readonly period: string
  readonly buckets: readonly LabelledBucket[]
  readonly lanes: readonly {
    readonly label: string
    readonly color: string
    readonly total: string
    readonly buckets: readonly LabelledBucket[]
  }[]
  readonly remarks: readonly string[]
  /** Every article under its unit of time, in the order of the days. */
  readonly moments: readonly { readonly label: string; readonly articles: readonly Moment[] }[]
  readonly words: Readonly<Record<string, string>>
}

export interface LabelledBucket {
  readonly label: string
  readonly count: number
}

export interface Moment {
  readonly date: string
  readonly title: string
  readonly outlet: string
  readonly language: string
}

/** Lays the timeline out as data: the counts as drawn, and every article under its unit of time. */
export async function gatherTimeline(
  order: OrderOf<'timeline'>,
  sources: DocumentSources,
  tools: SheetTools,
  task: DocumentTask,
): Promise<TimelineSheet & { readonly articles: number }> {
  const { translate, fitter } = tools
  const { language } = translate
  const { query, filter, grain, lanes } = order
  const timeline = await sources.readTimeline({ query, filter, grain, lanes })
  const ids = await sources.findArticles({ query, filter, sort: 'oldest' })
  const moments = new Map<string, Moment[]>()
  await eachArticle(sources, ids, task, (article) => {
    const unit =
      article.published === null ? translate('printed.undated') : unitLabel(article.published, timeline, language)
    const moment = {
      date: article.published === null ? '' : formatDay(article.published, language),
      title: fitter.fit(article.title),
      outlet: fitter.fit(article.outlet),
      language: article.language,
    }
    const list = moments.get(unit)
    if (list) list.push(moment)
    else moments.set(unit, [moment])
  })
  const label = (buckets: readonly TimelineBucket[]): readonly LabelledBucket[] => filled(buckets, timeline, language)
  return {
    articles: ids.length,
    period:
      timeline.span === null ? '' : `${dayText(timeline.span.from, language)} – ${dayText(timeline.span.to, language)}`,
    buckets: label(timeline.buckets),
    lanes: timeline.lanes.map((lane) => ({
      label: laneLabel(order.lanes, lane, tools),
      color: lane.color ?? '#1f4e79',
      total: formatNumber(lane.total, language),
      buckets: label(lane.buckets),
    })),
    remarks: remarksOf(timeline, tools),
    moments: [...moments].map(([unit, articles]) => ({ label: unit, articles })),
    words: {
      byTime: translate('printed.articlesOverTime'),
      lanes: translate('printed.lanes'),
      articles: translate('printed.listOfArticles'),
    },
  }
}

/** Tags, languages and kinds are named in the language of the document, the articles without the field as such. */
function laneLabel(field: LaneField | null, lane: TimelineLane, { translate, fitter, tagOf }: SheetTools): string {
  const language = ARTICLE_LANGUAGES.find((candidate) => candidate === lane.id)
  if (field === 'language' && language !== undefined) return translate(`printed.languages.${language}`)
  const kind = ARTICLE_KINDS.find((candidate) => candidate === lane.id)
  if (field === 'kind' && kind !== undefined) return translate(`printed.kindsTogether.${kind}`)
  const tag = isTagId(lane.id) && field !== 'outlet' ? tagOf(lane.id) : undefined
  if (tag !== undefined) return fitter.fit(tagName(tag, translate.language))
  return fitter.fit(lane.label) || translate(field === 'outlet' ? 'printed.withoutOutlet' : 'printed.withoutTag')
}

function dayText(day: string, language: Language): string {
  // Days of a timeline are whole, valid days.
  return formatDay(day as PartialDay, language)
}

function remarksOf(timeline: Timeline, { translate }: SheetTools): readonly string[] {
  const count = (value: number) => ({ value: formatNumber(value, translate.language) })
  return [
    ...(timeline.undated > 0 ? [translate('printed.undatedCount', count(timeline.undated))] : []),
    ...(timeline.imprecise > 0 ? [translate('printed.impreciseCount', count(timeline.imprecise))] : []),
  ]
}

/** First day of the unit that a day lies in. */
function unitStart(day: string, grain: Grain): string {
  return isoDay(firstDayOfUnit(unitOfDay(dayNumber(day), grain), grain))
}

/** First day of the unit after. */
function nextUnit(start: string, grain: Grain): string {
  return isoDay(firstDayOfUnit(unitOfDay(dayNumber(start), grain) + 1, grain))
}

/** A date as exact as known stands under its own unit: a mere month has no week. */
function unitLabel(published: PartialDay, { grain }: Timeline, language: Language): string {
  const exact = published.length === 10 || (published.length === 7 && (grain === 'month' || grain === 'year'))
  return exact
    ? startLabel(unitStart(published.length === 7 ? `${published}-01` : published, grain), grain, language)
    : formatDay(published, language)
}

function startLabel(start: string, grain: Grain, language: Language): string {
  switch (grain) {
    case 'year':
      return formatYear(start.slice(0, 4), language)
    case 'month':
      return formatMonth(start, language)
    case 'quarter':
      return `${formatMonth(start, language)} – ${formatMonth(addDays(start, 80), language)}`
    case 'week':
      return `${dayText(start, language)} – ${dayText(addDays(start, 6), language)}`
    case 'day':
      return dayText(start, language)
  }
}

/** Units drawn side by side at most; a longer timeline keeps only those that have articles. */
const MOST_UNITS = 2_000

/** All units of the span, empty ones too, so that gaps show as gaps. */
function filled(
  buckets: readonly TimelineBucket[],
  { grain, span }: Timeline,
  language: Language,
): readonly LabelledBucket[] {
  if (span === null) return []
  const counts = new Map(buckets.map((bucket) => [bucket.start, bucket.count]))
  const units: LabelledBucket[] = []
  for (let start = unitStart(span.from, grain); start <= span.to; start = nextUnit(start, grain)) {
    units.push({ label: startLabel(start, grain, language), count: counts.get(start) ?? 0 })
    if (units.length > MOST_UNITS)
      return buckets.map(({ start: day, count }) => ({ label: startLabel(day, grain, language), count }))
  }
  return units
}
