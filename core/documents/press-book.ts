import type { BookGrouping, OrderOf } from '../contract/document-order.ts'
import type { Article } from '../model/article.ts'
import type { ArticleId } from '../model/article-id.ts'
import { firstDayOf, lastDayOf, type PartialDay } from '../model/calendar-day.ts'
import { compareText } from '../model/compare-text.ts'
import { formatDay, formatMonth, formatNumber } from '../model/locale.ts'
import { tagName, type TagKind } from '../model/tag.ts'
import type { Translate } from '../translate/create-translator.ts'
import { articleSheet, type ArticleSheet, type SheetTools } from './article-sheet.ts'
import { eachArticle, type DocumentSources, type DocumentTask } from './document-tools.ts'
import { largerOf, type SizedArticle } from './sized-article.ts'

/** A name and the articles that it stands for. */
export interface IndexEntry {
  readonly name: string
  readonly articles: readonly string[]
}

/** One line of the list of sources. */
export interface SourceEntry {
  readonly id: string
  readonly title: string
  readonly line: string
  readonly address: string
  readonly url: string
}

/** A press book as its template gets it, without the frame. */
export interface PressBook {
  readonly period: string
  readonly counts: readonly { readonly label: string; readonly value: string }[]
  readonly foreword: readonly string[]
  /** Untitled where the book is not divided. */
  readonly groups: readonly { readonly title: string; readonly articles: readonly ArticleSheet[] }[]
  readonly indexes: readonly { readonly title: string; readonly entries: readonly IndexEntry[] }[]
  readonly sources: readonly SourceEntry[]
  readonly words: {
    readonly foreword: string
    readonly contents: string
    readonly sources: string
    readonly articles: string
  }
}

/** Gathers the articles of a press book and lays them out as data. */
export async function gatherPressBook(
  order: OrderOf<'book'>,
  ids: readonly ArticleId[],
  sources: DocumentSources,
  tools: SheetTools,
  task: DocumentTask,
): Promise<PressBook & { readonly largest: SizedArticle | undefined }> {
  const { translate, fitter } = tools
  const groups = new Map<string, ArticleSheet[]>()
  const outlets = new Map<string, string[]>()
  const names = new Map<string, string[]>()
  const listed: SourceEntry[] = []
  const days: PartialDay[] = []
  let largest: SizedArticle | undefined
  await eachArticle(sources, ids, task, async (article) => {
    const sheet = await articleSheet(article, tools)
    largest = largerOf(largest, article)
    push(groups, groupTitle(article, order.grouping, tools), sheet)
    if (article.published !== null) days.push(article.published)
    if (article.outlet !== '') push(outlets, sheet.outlet, sheet.id)
    for (const name of namesIn(article, tools)) push(names, fitter.fit(name), sheet.id)
    listed.push(sourceEntry(article, sheet, tools))
  })
  return {
    largest,
    period: periodText(days, translate),
    counts: countsOf(ids.length, outlets.size, translate),
    foreword: paragraphsOf(order.foreword).map((paragraph) => fitter.fit(paragraph)),
    groups: orderedGroups(groups, order.grouping, translate),
    indexes: [
      { title: translate('printed.indexOfOutlets'), entries: indexOf(outlets, translate) },
      { title: translate('printed.indexOfNames'), entries: indexOf(names, translate) },
    ].filter((index) => index.entries.length > 0),
    sources: listed,
    words: {
      foreword: translate('printed.foreword'),
      contents: translate('printed.contents'),
      sources: translate('printed.listOfSources'),
      articles: translate('printed.articlesLabel'),
    },
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Paragraphs of plain text, parted by empty lines. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}

/** Title of the division that an article stands in: the first of its tags where they decide. Empty: none. */
function groupTitle(article: Article, grouping: BookGrouping, { translate, fitter, tagOf }: SheetTools): string {
  switch (grouping) {
    case 'none':
      return ''
    case 'month':
      return article.published === null || article.published.length < 7
        ? (article.published ?? translate('printed.undated'))
        : capitalised(formatMonth(article.published, translate.language))
    case 'outlet':
      return fitter.fit(article.outlet) || translate('printed.withoutOutlet')
    case 'initiative':
    case 'partner':
      return fitter.fit(firstTagName(article, grouping, translate, tagOf)) || translate('printed.withoutTag')
  }
}

/** A title begins with a capital letter, which months in Russian and Kazakh do not. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function firstTagName(article: Article, kind: TagKind, { language }: Translate, tagOf: SheetTools['tagOf']): string {
  const [id] = article.tags[kind]
  if (id === undefined) return ''
  const tag = tagOf(id)
  return tag === undefined ? id : tagName(tag, language)
}

/** Months stand in the order of the articles; names in that of the alphabet, the nameless last. */
function orderedGroups(
  groups: ReadonlyMap<string, readonly ArticleSheet[]>,
  grouping: BookGrouping,
  translate: Translate,
): PressBook['groups'] {
  const list = [...groups].map(([title, articles]) => ({ title, articles }))
  if (grouping === 'none' || grouping === 'month') return list
  const compare = compareText(translate.language)
  const last = new Set([translate('printed.withoutTag'), translate('printed.withoutOutlet')])
  return list.toSorted(
    (left, right) => Number(last.has(left.title)) - Number(last.has(right.title)) || compare(left.title, right.title),
  )
}

function namesIn(article: Article, { translate, tagOf }: SheetTools): readonly string[] {
  const partners = article.tags.partner.map((id) => {
    const tag = tagOf(id)
    return tag === undefined ? id : tagName(tag, translate.language)
  })
  return [...new Set([...article.authors, ...partners])].filter((name) => name !== '')
}

function sourceEntry(article: Article, sheet: ArticleSheet, { fitter }: SheetTools): SourceEntry {
  return {
    id: sheet.id,
    title: sheet.title,
    line: [sheet.outlet, sheet.date].filter((part) => part !== '').join(', '),
    address: fitter.fit(article.url),
    url: /^https?:\/\/\S+$/i.test(article.url) ? article.url : '',
  }
}

function indexOf(map: ReadonlyMap<string, readonly string[]>, { language }: Translate): readonly IndexEntry[] {
  const compare = compareText(language)
  return [...map]
    .map(([name, articles]) => ({ name, articles }))
    .toSorted((left, right) => compare(left.name, right.name))
}

/** First and last day of the articles in words; one day stands alone. */
export function periodText(days: readonly PartialDay[], { language }: Translate): string {
  const firsts = days.map(firstDayOf).toSorted()
  const lasts = days.map(lastDayOf).toSorted()
  const [first] = firsts
  const last = lasts.at(-1)
  if (first === undefined || last === undefined) return ''
  // Both come from valid dates.
  const [from, to] = [formatDay(first as PartialDay, language), formatDay(last as PartialDay, language)]
  return from === to ? from : `${from} – ${to}`
}

/** The figures on the cover. No outlet is known of a book of own texts alone: then nothing is said of outlets. */
function countsOf(articles: number, outlets: number, translate: Translate): PressBook['counts'] {
  const count = (label: string, value: number) => ({ label, value: formatNumber(value, translate.language) })
  return [
    count(translate('printed.articlesLabel'), articles),
    ...(outlets === 0 ? [] : [count(translate('printed.outletsLabel'), outlets)]),
  ]
}
