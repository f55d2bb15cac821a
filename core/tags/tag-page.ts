import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { ArticleSummary } from '../model/article.ts'
import type { FacetCount } from '../model/search-result.ts'
import type { TagId } from '../model/tag.ts'
import type { TagPage } from '../model/tag-page.ts'
import { dayNumber } from '../model/calendar-units.ts'
import { countRows, unitsOfRows } from '../timeline/count-units.ts'
import { findSilences, mentionsByTag } from '../timeline/silences.ts'
import { requireTags } from './assign-tags.ts'
import { countTags } from './tag-matrix.ts'
import type { TagStore } from './tag-store.ts'

const MOST_LATEST = 10
const MOST_KEY = 5
const MOST_TOGETHER = 20
const LEAST_SILENCE_DAYS = 60

/**
 * Gathers everything about one tag.
 *
 * @throws AppError `not-found`
 */
export function readTagPage(catalog: Catalog, store: Pick<TagStore, 'get'>, id: TagId, today: string): TagPage {
  requireTags([id], (wanted) => store.get(wanted))
  const { columns } = catalog
  const tagNumber = columns.tagIds.indexOf(id)
  const members = rowsWithTag(catalog, tagNumber)
  const newest = [...catalog.sorted(members, 'newest')]
  const articles = newest.flatMap((row) => catalog.summaryAt(row) ?? [])
  const dated = articles.filter((article) => article.published !== null)
  const facets = catalog.facets(members)
  const { buckets, undated, imprecise } = countRows(columns, unitsOfRows(columns, 'month'), members)
  const mentions = mentionsByTag(columns, members).get(tagNumber) ?? []
  return {
    tag: id,
    total: articles.length,
    first: dated.at(-1) ?? null,
    last: dated.at(0) ?? null,
    kinds: facets.kinds,
    languages: facets.languages,
    outlets: facets.outlets,
    months: buckets,
    undated: undated + imprecise,
    latest: articles.slice(0, MOST_LATEST),
    key: keyArticles(catalog, articles),
    together: tagsTogether(catalog, members, id),
    silences: findSilences(id, mentions, { leastDays: LEAST_SILENCE_DAYS, today: dayNumber(today) }),
  }
}

function rowsWithTag(catalog: Catalog, tagNumber: number): RowSet {
  const { columns } = catalog
  const members = new Uint8Array(columns.rows)
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.live[row] === 1 && columns.tags[row]?.includes(tagNumber) === true) members[row] = 1
  }
  return members
}

/** Those that most others took up, then those with the fewest other tags. One article per story. */
function keyArticles(catalog: Catalog, articles: readonly ArticleSummary[]): readonly ArticleSummary[] {
  const versions = new Map<string, number>()
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const story = catalog.storyAt(row)
    if (story !== '') versions.set(story, (versions.get(story) ?? 0) + 1)
  }
  const weight = (article: ArticleSummary): number => {
    const tags = article.tags.initiative.length + article.tags.partner.length
    return (versions.get(article.story) ?? 0) * 2 + (article.kind === 'own' ? 1 : 0) - tags * 0.5
  }
  const stories = new Set<string>()
  return [...articles]
    .sort((one, other) => weight(other) - weight(one))
    .filter(({ id, story }) => {
      const key = story === '' ? id : story
      if (stories.has(key)) return false
      stories.add(key)
      return true
    })
    .slice(0, MOST_KEY)
}

function tagsTogether(catalog: Catalog, members: RowSet, id: TagId): readonly FacetCount<TagId>[] {
  const counts = countTags(catalog, members)
  return catalog.columns.tagIds
    .map((value, tagNumber) => ({ value, count: counts[tagNumber] ?? 0 }))
    .filter(({ value, count }) => value !== id && count > 0)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, MOST_TOGETHER)
}
