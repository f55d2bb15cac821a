import type { BookGrouping, DocumentOrder, ExportFormat, OrderOf } from '../../../core/contract/document-order.ts'
import { NO_FILTER, type ArticleFilter, type SortOrder } from '../../../core/model/article-filter.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { firstDayOf, isPartialDay, lastDayOf } from '../../../core/model/calendar-day.ts'
import type { Language } from '../../../core/model/language.ts'
import { formatDayShort } from '../../../core/model/locale.ts'
import type { PaperSize, PdfStandard } from '../../../core/model/pdf-options.ts'
import type { LaneField } from '../../../core/model/timeline.ts'
import { parseTypedDay } from '../../../core/model/typed-day.ts'

/** What the dialog makes: a clipping of one article, or any document of an order. */
export type ExportKind = 'clipping' | DocumentOrder['kind']

/** Which articles are meant. `shown`: what search and filters show; `recipe`: what the chosen recipe says. */
export type ExportScope = 'selection' | 'shown' | 'period' | 'all' | 'recipe'

/** Everything that can be set in the dialog. Days are text as typed; fields that a kind does not have wait for another. */
export interface ExportForm {
  readonly kind: ExportKind
  readonly scope: ExportScope
  readonly from: string
  readonly to: string
  readonly title: string
  readonly foreword: string
  readonly grouping: BookGrouping
  readonly sort: SortOrder
  readonly grain: OrderOf<'timeline'>['grain']
  readonly lanes: LaneField | null
  readonly period: OrderOf<'digest'>['period']
  readonly format: ExportFormat
  readonly language: Language
  readonly standard: PdfStandard
  readonly paper: PaperSize
  readonly template: string
}

/** A query and a filter. */
export interface Articles {
  readonly query: string
  readonly filter: ArticleFilter
}

/** Where the dialog was opened: what is selected, what the list shows, and the recipe chosen since. */
export interface ExportPlace {
  readonly ids: readonly ArticleId[]
  readonly shown: Articles
  readonly recipe: DocumentOrder | null
}

/** What the dialog begins with: a clipping of one article, else a press book. */
export function initialForm({ ids, shown }: Pick<ExportPlace, 'ids' | 'shown'>, language: Language): ExportForm {
  return {
    kind: ids.length === 1 ? 'clipping' : 'book',
    scope: ids.length > 1 ? 'selection' : 'shown',
    from: typedDay(shown.filter.from, language),
    to: typedDay(shown.filter.to, language),
    title: '',
    foreword: '',
    grouping: 'month',
    sort: 'oldest',
    grain: 'auto',
    lanes: null,
    period: 'day',
    format: 'xlsx',
    language,
    standard: 'ua-1',
    paper: 'a4',
    template: '',
  }
}

/** Scopes that can be chosen now, in the order of the dialog. */
export function scopesOf({ ids, shown, recipe }: ExportPlace, kind: ExportKind): readonly ExportScope[] {
  const isNarrowed = shown.query.trim() !== '' || JSON.stringify(shown.filter) !== JSON.stringify(NO_FILTER)
  const scopes: readonly (ExportScope | null)[] = [
    recipe === null ? null : 'recipe',
    // The days of a digest are its own, and nobody selects them by hand.
    ids.length === 0 || kind === 'digest' ? null : 'selection',
    'shown',
    kind === 'digest' ? null : 'period',
    isNarrowed ? 'all' : null,
  ]
  return scopes.filter((scope) => scope !== null)
}

/** The scope in force: the one chosen, where the kind has it. */
export function scopeOf(form: Pick<ExportForm, 'kind' | 'scope'>, place: ExportPlace): ExportScope {
  return scopesOf(place, form.kind).includes(form.scope) ? form.scope : 'shown'
}

/** True where the days of the form count. */
export function hasDays(form: Pick<ExportForm, 'kind' | 'scope'>, place: ExportPlace): boolean {
  const scope = scopeOf(form, place)
  return form.kind !== 'digest' && form.kind !== 'clipping' && (scope === 'period' || scope === 'recipe')
}

/** What is wrong with a typed day: the text itself, or its place in the period. */
export type DayProblem = 'documents.dayProblem' | 'documents.daysReversed'

/** First and last day of the period as typed, each with what is wrong with it. */
export interface TypedDays {
  readonly from: string | null
  readonly to: string | null
  readonly problems: { readonly from: DayProblem | null; readonly to: DayProblem | null }
}

/** Reads the days. A month or a year begins with its first day and ends with its last. */
export function readDays(typed: Pick<ExportForm, 'from' | 'to'>): TypedDays {
  const [first, last] = [parseTypedDay(typed.from), parseTypedDay(typed.to)]
  const from = first === null ? null : firstDayOf(first)
  const to = last === null ? null : lastDayOf(last)
  const problemOf = (text: string, day: string | null): DayProblem | null =>
    text.trim() !== '' && day === null ? 'documents.dayProblem' : null
  const reversed = from !== null && to !== null && from > to ? 'documents.daysReversed' : null
  return { from, to, problems: { from: problemOf(typed.from, from), to: problemOf(typed.to, to) ?? reversed } }
}

/** The articles that the form means, or null while its days cannot be read. */
export function articlesOf(form: ExportForm, place: ExportPlace): Articles | null {
  const { from, to, problems } = readDays(form)
  const isDated = hasDays(form, place)
  if (isDated && (problems.from !== null || problems.to !== null)) return null
  switch (scopeOf(form, place)) {
    case 'selection':
      return { query: '', filter: { ...NO_FILTER, ids: place.ids } }
    case 'shown':
      return place.shown
    case 'period':
      return { query: '', filter: { ...NO_FILTER, from, to } }
    case 'all':
      return { query: '', filter: NO_FILTER }
    case 'recipe': {
      const { query, filter } = place.recipe ?? { query: '', filter: NO_FILTER }
      return { query, filter: isDated ? { ...filter, from, to } : filter }
    }
  }
}

/** The order of the form; null for a clipping, and while the days cannot be read. */
export function orderOf(form: ExportForm, place: ExportPlace): DocumentOrder | null {
  const articles = articlesOf(form, place)
  if (articles === null) return null
  const { language, standard, paper, template } = form
  const printed = { ...articles, language, standard, paper, template, title: form.title.trim() }
  switch (form.kind) {
    case 'clipping':
      return null
    case 'book':
      return { kind: 'book', ...printed, sort: form.sort, grouping: form.grouping, foreword: form.foreword }
    case 'report':
      return { kind: 'report', ...printed }
    case 'timeline':
      return { kind: 'timeline', ...printed, grain: form.grain, lanes: form.lanes }
    case 'digest':
      return { kind: 'digest', ...printed, period: form.period }
    case 'data':
      return { kind: 'data', ...articles, format: form.format, language, sort: 'newest' }
  }
}

/** The form that shows a recipe; what its kind does not have stays as it was. */
export function formOfRecipe(form: ExportForm, order: DocumentOrder, interfaceLanguage: Language): ExportForm {
  const { kind, query: _query, filter, ...fields } = order
  return {
    ...form,
    ...fields,
    kind,
    scope: 'recipe',
    from: typedDay(filter.from, interfaceLanguage),
    to: typedDay(filter.to, interfaceLanguage),
  }
}

/** True where the form makes something else than the recipe; other days alone are the next edition, no change. */
export function differsFromRecipe(form: ExportForm, place: ExportPlace, interfaceLanguage: Language): boolean {
  if (place.recipe === null) return false
  const kept = formOfRecipe(form, place.recipe, interfaceLanguage)
  // An edition may have other days, but not none where the recipe has some.
  const dayOf = (edge: 'from' | 'to'): string => (form[edge].trim() === '' ? '' : kept[edge])
  const days = { from: dayOf('from'), to: dayOf('to') }
  return JSON.stringify(orderOf({ ...form, ...days }, place)) !== JSON.stringify(orderOf(kept, place))
}

function typedDay(day: string | null, language: Language): string {
  return day !== null && isPartialDay(day) ? formatDayShort(day, language) : ''
}
