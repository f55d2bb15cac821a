import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { createYamlList, type ArchiveFiles } from '../archive/yaml-list.ts'
import { articleFilter, sortOrder } from '../contract/schemas.ts'
import { NO_FILTER } from '../model/article-filter.ts'
import type { SavedSearch } from '../model/saved-search.ts'

const FILE = 'searches.yaml'
const HEAD = '# Saved searches of Press Archive. Each has a name, a query and a filter.\n'

/** All scalars are text in the file. */
const truth = v.pipe(
  v.optional(v.picklist(['true', 'false']), 'false'),
  v.transform((text) => text === 'true'),
)
const day = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => (text === '' || text === 'null' ? null : text)),
)
const truthIfGiven = v.exactOptional(
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
)
const filterInFile = v.pipe(
  v.object({
    from: day,
    to: day,
    languages: v.optional(v.array(v.string()), []),
    kinds: v.optional(v.array(v.string()), []),
    outlets: v.optional(v.array(v.string()), []),
    tags: v.optional(v.array(v.string()), []),
    doubtful: truth,
    undated: truth,
    oneStory: truthIfGiven,
    ids: v.pipe(
      v.optional(v.union([v.array(v.string()), v.string()]), ''),
      v.transform((ids) => (typeof ids === 'string' ? null : ids)),
    ),
  }),
  articleFilter,
)
const searchInFile = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  query: v.optional(v.string(), ''),
  sort: v.optional(sortOrder, 'relevance'),
  filter: v.optional(filterInFile),
})

/** The searches that the office keeps, in the archive's own file. */
export interface SavedSearches {
  list(): Promise<readonly SavedSearch[]>
  /** Adds a search, or replaces the one with its id. */
  save(search: Omit<SavedSearch, 'id'> & { readonly id?: string }): Promise<SavedSearch>
  delete(id: string): Promise<boolean>
}

/** Opens the saved searches of an archive. */
export function createSavedSearches(files: ArchiveFiles): SavedSearches {
  const list = createYamlList<SavedSearch>({ files, name: FILE, head: HEAD, parseItem })
  return {
    list: () => list.read(),
    async save({ id = randomUUID(), ...rest }) {
      const saved: SavedSearch = { id, ...rest }
      await list.change((items) =>
        items.some((item) => item.id === id) ? items.map((item) => (item.id === id ? saved : item)) : [...items, saved],
      )
      return saved
    },
    async delete(id) {
      let found = false
      await list.change((items) => {
        const kept = items.filter((item) => item.id !== id)
        found = kept.length < items.length
        return found ? kept : items
      })
      return found
    },
  }
}

function parseItem(value: unknown): SavedSearch | null {
  const parsed = v.safeParse(searchInFile, value)
  return parsed.success ? { ...parsed.output, filter: parsed.output.filter ?? NO_FILTER } : null
}
