import { NO_FILTER, SORT_ORDERS, type ArticleFilter, type SortOrder } from '../core/model/article-filter.ts'
import { isArticleId, type ArticleId } from '../core/model/article-id.ts'
import { ARTICLE_KINDS } from '../core/model/article.ts'
import { isPartialDay, precisionOf } from '../core/model/calendar-day.ts'
import { ARTICLE_LANGUAGES } from '../core/model/language.ts'
import { isTagId } from '../core/model/tag.ts'

export const SCREENS = [
  'library',
  'timeline',
  'tags',
  'tag',
  'stories',
  'review',
  'trash',
  'edit',
  'import',
  'archive',
  'settings',
] as const
export type Screen = (typeof SCREENS)[number]

/**
 * Where the user is. The whole of it stands in the URL hash, so back, forward and a restart return to the same view. Query,
 * filter and order are shared by list, timeline and export.
 */
export interface Route {
  readonly screen: Screen
  readonly query: string
  readonly filter: ArticleFilter
  readonly sort: SortOrder
  /** The article in the reader or editor; in the editor null means a new one. */
  readonly article: ArticleId | null
  /** A screen's own parameters, such as grain and lanes of the timeline. */
  readonly options: Readonly<Record<string, string>>
}

export const HOME: Route = {
  screen: 'library',
  query: '',
  filter: NO_FILTER,
  sort: 'relevance',
  article: null,
  options: {},
}

/** Longer lists of ids (a selection, an import run) stay in memory: an address has its limits. */
const MOST_IDS_IN_HASH = 200
const OPTION_PREFIX = 'o.'

function optional(key: string, value: string | null): [string, string][] {
  return value === null || value === '' ? [] : [[key, value]]
}

/** The hash of a route, beginning with `#/`. Defaults are left out. */
export function formatRoute(route: Route): string {
  const { filter } = route
  const ids = filter.ids !== null && filter.ids.length <= MOST_IDS_IN_HASH ? filter.ids : null
  const pairs: [string, string][] = [
    ...optional('q', route.query),
    ...optional('from', filter.from),
    ...optional('to', filter.to),
    ...filter.languages.map((value): [string, string] => ['language', value]),
    ...filter.kinds.map((value): [string, string] => ['kind', value]),
    ...filter.outlets.map((value): [string, string] => ['outlet', value]),
    ...filter.tags.map((value): [string, string] => ['tag', value]),
    ...(filter.doubtful ? [['doubtful', '1'] as [string, string]] : []),
    ...(filter.undated ? [['undated', '1'] as [string, string]] : []),
    ...(filter.oneStory === true ? [['stories', '1'] as [string, string]] : []),
    ...optional('ids', ids === null ? null : ids.join(',')),
    ...optional('sort', route.sort === HOME.sort ? null : route.sort),
    ...Object.entries(route.options).map(([key, value]): [string, string] => [OPTION_PREFIX + key, value]),
  ]
  const path = route.article === null ? route.screen : `${route.screen}/${route.article}`
  const search = new URLSearchParams(pairs).toString()
  return `#/${path}${search === '' ? '' : `?${search}`}`
}

/** Reads a hash; whatever it does not understand falls back to the default, so old links never break the program. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [screenText = '', article = ''] = path.split('/')
  const values = new URLSearchParams(search)
  return {
    screen: SCREENS.find((screen) => screen === screenText) ?? HOME.screen,
    query: values.get('q') ?? '',
    filter: parseFilter(values),
    sort: SORT_ORDERS.find((order) => order === values.get('sort')) ?? HOME.sort,
    article: isArticleId(article) ? article : null,
    options: Object.fromEntries(
      [...values].filter(([key]) => key.startsWith(OPTION_PREFIX)).map(([key, value]) => [key.slice(2), value]),
    ),
  }
}

function parseFilter(values: URLSearchParams): ArticleFilter {
  const ids = values.get('ids')?.split(',').filter(isArticleId)
  return {
    from: wholeDay(values.get('from')),
    to: wholeDay(values.get('to')),
    languages: ARTICLE_LANGUAGES.filter((language) => values.getAll('language').includes(language)),
    kinds: ARTICLE_KINDS.filter((kind) => values.getAll('kind').includes(kind)),
    outlets: values.getAll('outlet'),
    tags: values.getAll('tag').filter(isTagId),
    doubtful: values.get('doubtful') === '1',
    ids: ids === undefined ? null : ids,
    undated: values.get('undated') === '1',
    ...(values.get('stories') === '1' ? { oneStory: true } : {}),
  }
}

function wholeDay(text: string | null): string | null {
  return text !== null && isPartialDay(text) && precisionOf(text) === 'day' ? text : null
}
