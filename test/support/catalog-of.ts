import { NO_DAY, type Catalog, type RowSet } from '../../core/archive/catalog/catalog.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import { ARTICLE_KINDS, type ArticleSummary } from '../../core/model/article.ts'
import { firstDayOf, isPartialDay, lastDayOf, type PartialDay } from '../../core/model/calendar-day.ts'
import { ARTICLE_LANGUAGES } from '../../core/model/language.ts'
import { NO_TAGS, TAG_KINDS, type TagId } from '../../core/model/tag.ts'

/** An article of the catalog with everything not given left empty. `number` makes its id. */
export function summaryOf(number: number, fields: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id: createArticleId(1_700_000_000_000 + number, [0, 0, 0, 0, 0, 0, 0]),
    title: `Article ${number}`,
    subtitle: '',
    published: null,
    outlet: '',
    authors: [],
    kind: 'own',
    language: 'en',
    tags: NO_TAGS,
    story: '',
    attachmentCount: 0,
    doubts: [],
    created: '2025-01-01T00:00:00.000Z',
    updated: '2025-01-01T00:00:00.000Z',
    version: '',
    ...fields,
  }
}

/** Text as a date, for tests that know it is one. */
export function day(text: string): PartialDay {
  if (!isPartialDay(text)) throw new Error(`Not a date: ${text}`)
  return text
}

const dayNumberOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000

/**
 * The read side of a catalog over a fixed list of articles; `dead` rows stay as gaps. Filters are not applied: every
 * live row passes, as the tests of counting need no more.
 */
export function catalogOf(articles: readonly ArticleSummary[], dead: ReadonlySet<number> = new Set()): Catalog {
  const outletNames = ['', ...new Set(articles.map((article) => article.outlet).filter((name) => name !== ''))]
  const tagIds: TagId[] = [...new Set(articles.flatMap((article) => TAG_KINDS.flatMap((kind) => article.tags[kind])))]
  const tagNumber = new Map(tagIds.map((id, index) => [id, index]))
  const dayColumn = (of: (day: PartialDay) => string): Int32Array =>
    Int32Array.from(articles, ({ published }) => (published === null ? NO_DAY : dayNumberOf(of(published))))
  const live = Uint8Array.from(articles, (_, row) => (dead.has(row) ? 0 : 1))
  const rowById = new Map(articles.map((article, row) => [article.id, row]))
  const summaryAt = (row: number): ArticleSummary | undefined => (live[row] === 1 ? articles[row] : undefined)
  const rowOf = (id: ArticleSummary['id']): number | undefined => {
    const row = rowById.get(id)
    return row !== undefined && live[row] === 1 ? row : undefined
  }
  const unused = (): never => {
    throw new Error('Not part of this stand-in')
  }
  return {
    size: live.reduce((sum, flag) => sum + flag, 0),
    columns: {
      rows: articles.length,
      live,
      firstDay: dayColumn(firstDayOf),
      lastDay: dayColumn(lastDayOf),
      language: Uint8Array.from(articles, (article) => ARTICLE_LANGUAGES.indexOf(article.language)),
      kind: Uint8Array.from(articles, (article) => ARTICLE_KINDS.indexOf(article.kind)),
      outlet: Uint32Array.from(articles, (article) => outletNames.indexOf(article.outlet)),
      outletNames,
      doubtful: Uint8Array.from(articles, (article) => (article.doubts.length > 0 ? 1 : 0)),
      tags: articles.map((article) =>
        TAG_KINDS.flatMap((kind) => article.tags[kind]).map((id) => tagNumber.get(id) ?? 0),
      ),
      tagIds,
    },
    rowOf,
    idAt: (row) => articles[row]?.id ?? '',
    versionAt: (row) => summaryAt(row)?.version ?? '',
    storyAt: (row) => summaryAt(row)?.story ?? '',
    summaryAt,
    summaryOf: (id) => summaryAt(rowOf(id) ?? -1),
    idsWithPrefix: unused,
    filter: (): RowSet => live.slice(),
    facets: unused,
    sorted: (rows) => Uint32Array.from([...rows.keys()].filter((row) => rows[row] === 1)),
  }
}
