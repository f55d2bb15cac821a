import type { ArticleFilter } from '../model/article-filter.ts'
import type { TagId } from '../model/tag.ts'

/** What a search is narrowed to. */
export interface SearchScope extends Pick<ArticleFilter, 'from' | 'to' | 'languages' | 'kinds' | 'outlets' | 'tags'> {
  /** Outlets that are not meant, though the search would find them. */
  readonly otherOutlets?: readonly string[]
}

/**
 * A search as it can be typed into the search box: what a figure in a report names, so that everybody can find the
 * articles that it counts.
 */
export function searchText(query: string, filter: SearchScope, nameOfTag: (id: TagId) => string): string {
  const words = [
    query.trim(),
    filter.from === null ? '' : `from:${filter.from}`,
    filter.to === null ? '' : `to:${filter.to}`,
    ...filter.kinds.map((kind) => `kind:${kind}`),
    ...filter.languages.map((language) => `language:${language}`),
    ...filter.outlets.map((outlet) => `outlet:${quoted(outlet)}`),
    ...(filter.otherOutlets ?? []).map((outlet) => `-outlet:${quoted(outlet)}`),
    ...filter.tags.map((tag) => `tag:${quoted(nameOfTag(tag))}`),
  ]
  return words.filter((word) => word !== '').join(' ')
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ')}"`
}
