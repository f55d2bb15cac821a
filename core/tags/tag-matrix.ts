import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { TagId, TagKind } from '../model/tag.ts'
import type { TagMatrix } from '../model/tag-page.ts'
import type { TagStore } from './tag-store.ts'

/** Which tags a matrix is made of: the most frequent of two kinds. */
export interface MatrixShape {
  readonly rows: TagKind
  readonly columns: TagKind
  /** Most rows and columns. */
  readonly limit: number
}

/** Counts on how many articles of a set each pair of tags stands. */
export function countTagPairs(
  catalog: Catalog,
  store: Pick<TagStore, 'get'>,
  shape: MatrixShape,
  members: RowSet,
): TagMatrix {
  const frequency = countTags(catalog, members)
  const rows = mostFrequent(catalog, store, shape.rows, shape.limit, frequency)
  const columns = mostFrequent(catalog, store, shape.columns, shape.limit, frequency)
  const counts = rows.map(() => new Array<number>(columns.length).fill(0))
  const placeInRows = placesOf(catalog, rows)
  const placeInColumns = placesOf(catalog, columns)
  forEachMember(catalog, members, (tagNumbers) => {
    for (const one of tagNumbers) {
      const line = counts[placeInRows[one] ?? -1]
      if (line === undefined) continue
      for (const other of tagNumbers) {
        const place = placeInColumns[other] ?? -1
        if (place >= 0) line[place] = (line[place] ?? 0) + 1
      }
    }
  })
  return { rows, columns, counts }
}

function forEachMember(catalog: Catalog, members: RowSet, visit: (tagNumbers: readonly number[]) => void): void {
  const { live, tags, rows } = catalog.columns
  for (let row = 0; row < rows; row += 1) {
    const tagNumbers = tags[row]
    if (live[row] === 1 && members[row] === 1 && tagNumbers !== undefined) visit(tagNumbers)
  }
}

/** Number of members with each tag, by tag number. */
export function countTags(catalog: Catalog, members: RowSet): Uint32Array {
  const counts = new Uint32Array(catalog.columns.tagIds.length)
  forEachMember(catalog, members, (tagNumbers) => {
    for (const tagNumber of tagNumbers) counts[tagNumber] = (counts[tagNumber] ?? 0) + 1
  })
  return counts
}

function mostFrequent(
  catalog: Catalog,
  store: Pick<TagStore, 'get'>,
  kind: TagKind,
  limit: number,
  frequency: Uint32Array,
): readonly TagId[] {
  return catalog.columns.tagIds
    .map((id, tagNumber) => ({ id, count: frequency[tagNumber] ?? 0 }))
    .filter(({ id, count }) => count > 0 && store.get(id)?.kind === kind)
    .sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id)
}

/** Place in the list of each tag number, or -1. */
function placesOf(catalog: Catalog, list: readonly TagId[]): Int32Array {
  const place = new Map(list.map((id, index) => [id, index]))
  return Int32Array.from(catalog.columns.tagIds, (id) => place.get(id) ?? -1)
}
