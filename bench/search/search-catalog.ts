import { createCatalog, type MutableCatalog } from '../../core/archive/catalog/memory-catalog.ts'
import type { PartialDay } from '../../core/model/calendar-day.ts'
import { NO_TAGS, type TagId } from '../../core/model/tag.ts'
import type { IndexableArticle } from '../../core/search/indexable-article.ts'
import { generateArticle, TAG_COUNT, tagNames } from './generate-article.ts'

/** The id of a generated tag. */
export function tagIdOf(number: number): TagId {
  // A slug by its making.
  return `tag-${number}` as TagId
}

/** Names of all generated tags. */
export function allTagNames(): ReadonlyMap<TagId, readonly string[]> {
  return new Map(Array.from({ length: TAG_COUNT }, (_, number) => [tagIdOf(number), tagNames(number)]))
}

/** A generated article as the archive hands it to the index. */
export function indexableOf(number: number): IndexableArticle {
  const { id, title, body, language, outlet, authors, tags } = generateArticle(number)
  return {
    id,
    version: versionOf(number),
    title,
    subtitle: '',
    body,
    language,
    outlet,
    authors,
    tags: tags.map(tagIdOf),
  }
}

function versionOf(number: number): string {
  return (Math.imul(number + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0').repeat(8)
}

/** A catalog of generated articles; it holds no texts. */
export function generateCatalog(count: number): MutableCatalog {
  const catalog = createCatalog()
  for (let number = 0; number < count; number += 1) addToCatalog(catalog, number)
  return catalog
}

/** Adds the line of a generated article. */
export function addToCatalog(catalog: MutableCatalog, number: number): void {
  const { id, title, language, outlet, authors, tags, published } = generateArticle(number, 1)
  catalog.put({
    id,
    title,
    subtitle: '',
    // A whole day by its making.
    published: published as PartialDay,
    outlet,
    authors,
    kind: number % 4 === 0 ? 'own' : 'coverage',
    language,
    tags: { ...NO_TAGS, topic: tags.map(tagIdOf) },
    story: '',
    attachmentCount: 0,
    doubts: [],
    created: published,
    updated: published,
    version: versionOf(number),
  })
}
