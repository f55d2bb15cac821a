import type { TagSheetOrder } from '../contract/document-order.ts'
import { NO_FILTER } from '../model/article-filter.ts'
import type { ArticleSummary } from '../model/article.ts'
import { isPartialDay } from '../model/calendar-day.ts'
import { formatDay, formatMonth, formatNumber } from '../model/locale.ts'
import type { Silence } from '../model/moments.ts'
import { tagName, type TagId } from '../model/tag.ts'
import type { TagPage } from '../model/tag-page.ts'
import type { SheetTools } from './article-sheet.ts'
import type { DocumentSources } from './document-tools.ts'

/** A label and what stands beside it. */
interface LabelledText {
  readonly label: string
  readonly value: string
}

/** The overview of a tag on paper, without the frame. */
export interface TagSheet {
  readonly title: string
  readonly articles: number
  readonly color: string
  readonly facts: readonly LabelledText[]
  readonly months: readonly { readonly label: string; readonly count: number }[]
  readonly remark: string
  readonly lists: readonly { readonly title: string; readonly articles: readonly LabelledText[] }[]
  readonly together: readonly LabelledText[]
  readonly gaps: readonly LabelledText[]
  readonly matrix: {
    readonly columns: readonly string[]
    readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[]
  }
  readonly words: Readonly<Record<string, string>>
}

/** Of each, more would not be readable on a page. */
const MOST_PARTNERS = 30
const MOST_INITIATIVES = 10
const MOST_OUTLETS = 5

/** Lays out all about one tag, or the matrix alone. @throws AppError `not-found` */
export async function gatherTagSheet(
  order: TagSheetOrder,
  sources: DocumentSources,
  tools: SheetTools,
): Promise<TagSheet> {
  const { translate } = tools
  const page = order.tag === null ? null : await sources.readTagPage({ id: order.tag, today: order.today })
  const tag = order.tag === null ? undefined : sources.tagOf(order.tag)
  const name = order.tag === null ? translate('tagPage.matrix') : nameOf(order.tag, tools)
  return {
    title: order.title || name,
    articles: page?.total ?? 0,
    color: tag?.color ?? '#1f4e79',
    facts: page === null ? [] : factsOf(page, tools),
    months: page === null ? [] : monthsOf(page, tools),
    remark: page === null || page.undated === 0 ? '' : translate('tagPage.undated', { value: String(page.undated) }),
    lists: page === null ? [] : listsOf(page, tools),
    together: (page?.together ?? []).map(({ value, count }) => ({
      label: nameOf(value, tools),
      value: formatNumber(count, translate.language),
    })),
    gaps: (page?.silences ?? []).map((silence) => gapOf(silence, tools)),
    matrix: await matrixOf(order, sources, tools),
    words: {
      byTime: translate('tagPage.overTime'),
      together: translate('tagPage.together'),
      gaps: translate('tagPage.gaps'),
      noGaps: page === null ? '' : translate('tagPage.noGaps'),
      matrix: translate('tagPage.matrix'),
      matrixHelp: translate('tagPage.matrixHelp'),
      matrixEmpty: translate('tagPage.matrixEmpty'),
      partner: translate('tagPage.partner'),
    },
  }
}

function nameOf(id: TagId, { translate, fitter, tagOf }: SheetTools): string {
  const tag = tagOf(id)
  return fitter.fit(tag === undefined ? id : tagName(tag, translate.language))
}

function dayOf(article: ArticleSummary | null, { translate }: SheetTools): string {
  return article?.published == null ? '' : formatDay(article.published, translate.language)
}

function factsOf(page: TagPage, tools: SheetTools): readonly LabelledText[] {
  const { translate, fitter } = tools
  const number = (value: number): string => formatNumber(value, translate.language)
  const ofKind = (kind: 'own' | 'coverage'): string =>
    number(page.kinds.find(({ value }) => value === kind)?.count ?? 0)
  const outlets = page.outlets
    .slice(0, MOST_OUTLETS)
    .map(({ value, count }) => `${fitter.fit(value) || translate('printed.withoutOutlet')} ${number(count)}`)
  const languages = page.languages
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => `${translate(`printed.languages.${value}`)} ${number(count)}`)
  return [
    { label: translate('tagPage.articles'), value: number(page.total) },
    { label: translate('tagPage.own'), value: ofKind('own') },
    { label: translate('tagPage.coverage'), value: ofKind('coverage') },
    { label: translate('tagPage.first'), value: dayOf(page.first, tools) },
    { label: translate('tagPage.last'), value: dayOf(page.last, tools) },
    { label: translate('tagPage.languages'), value: languages.join(', ') },
    { label: translate('tagPage.outlets'), value: outlets.join(', ') },
  ].filter(({ value }) => value !== '')
}

/** Every month between the first and the last, empty ones too, so that gaps show as gaps. */
function monthsOf({ months }: TagPage, { translate }: SheetTools): TagSheet['months'] {
  const first = months[0]?.start.slice(0, 7)
  const last = months.at(-1)?.start.slice(0, 7)
  if (first === undefined || last === undefined) return []
  const counts = new Map(months.map(({ start, count }) => [start.slice(0, 7), count]))
  const all: { label: string; count: number }[] = []
  for (let month = first; month <= last; month = monthAfter(month)) {
    all.push({ label: formatMonth(month, translate.language), count: counts.get(month) ?? 0 })
  }
  return all
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const next = number === 12 ? [year + 1, 1] : [year, number + 1]
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`
}

function listsOf(page: TagPage, tools: SheetTools): TagSheet['lists'] {
  const { translate, fitter } = tools
  const lines = (articles: readonly ArticleSummary[]): readonly LabelledText[] =>
    articles.map((article) => ({
      label: fitter.fit(article.title),
      value: [fitter.fit(article.outlet), dayOf(article, tools)].filter((part) => part !== '').join('  ·  '),
    }))
  return [
    { title: translate('tagPage.latest'), articles: lines(page.latest) },
    { title: translate('tagPage.key'), articles: lines(page.key) },
  ].filter(({ articles }) => articles.length > 0)
}

function gapOf({ from, to, days, open }: Silence, { translate }: SheetTools): LabelledText {
  const day = (text: string): string => (isPartialDay(text) ? formatDay(text, translate.language) : text)
  return {
    label: open
      ? translate('tagPage.gapOpen', { from: day(from) })
      : translate('tagPage.gap', { from: day(from), to: day(to) }),
    value: translate('tagPage.days', { count: days }),
  }
}

async function matrixOf(
  { tag }: TagSheetOrder,
  sources: DocumentSources,
  tools: SheetTools,
): Promise<TagSheet['matrix']> {
  const { rows, columns, counts } = await sources.readTagMatrix({
    rows: 'partner',
    columns: 'initiative',
    query: '',
    filter: { ...NO_FILTER, tags: tag === null ? [] : [tag] },
    limit: MOST_PARTNERS,
  })
  return {
    columns: columns.slice(0, MOST_INITIATIVES).map((id) => nameOf(id, tools)),
    rows: rows.map((id, place) => ({
      label: nameOf(id, tools),
      counts: (counts[place] ?? []).slice(0, MOST_INITIATIVES),
    })),
  }
}
