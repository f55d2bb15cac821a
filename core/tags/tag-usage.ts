import { NO_DAY, type Catalog } from '../archive/catalog/catalog.ts'
import type { TagUsage } from '../contract/results.ts'
import type { Tag } from '../model/tag.ts'

/** Every tag of the registry with the number of its articles and the first and last date among them. */
export function countTagUsage(tags: readonly Tag[], catalog: Catalog): readonly TagUsage[] {
  const { columns } = catalog
  const { live, firstDay, lastDay, tags: tagsOfRows, rows } = columns
  const counts = new Uint32Array(columns.tagIds.length)
  const firstRows = new Int32Array(columns.tagIds.length).fill(-1)
  const lastRows = new Int32Array(columns.tagIds.length).fill(-1)
  const firstDayOf = (row: number): number => firstDay[row] ?? NO_DAY
  const lastDayOf = (row: number): number => lastDay[row] ?? NO_DAY
  for (let row = 0; row < rows; row += 1) {
    if (live[row] !== 1) continue
    const dated = firstDayOf(row) !== NO_DAY
    for (const tagNumber of tagsOfRows[row] ?? []) {
      counts[tagNumber] = (counts[tagNumber] ?? 0) + 1
      if (!dated) continue
      const [first, last] = [firstRows[tagNumber] ?? -1, lastRows[tagNumber] ?? -1]
      if (first < 0 || firstDayOf(row) < firstDayOf(first)) firstRows[tagNumber] = row
      if (last < 0 || lastDayOf(row) > lastDayOf(last)) lastRows[tagNumber] = row
    }
  }
  const numberOf = new Map(columns.tagIds.map((id, tagNumber) => [id, tagNumber]))
  return tags.map((tag) => {
    const tagNumber = numberOf.get(tag.id) ?? -1
    return {
      ...tag,
      count: counts[tagNumber] ?? 0,
      first: catalog.summaryAt(firstRows[tagNumber] ?? -1)?.published ?? null,
      last: catalog.summaryAt(lastRows[tagNumber] ?? -1)?.published ?? null,
    }
  })
}
