import { NO_DAY, type Catalog } from '../archive/catalog/catalog.ts'
import { dayText } from '../model/calendar-units.ts'
import type { TagId } from '../model/tag.ts'
import type { TagTrends } from '../model/tag-page.ts'

/** Parts of the span: what a line of a table can show. */
const PARTS = 24

/** Counts the dated articles of each tag in equal parts of the time that the archive covers. */
export function countTrends(catalog: Catalog, tags: readonly TagId[]): TagTrends {
  const { columns } = catalog
  const { live, firstDay, rows } = columns
  let [first, last] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  for (let row = 0; row < rows; row += 1) {
    const day = firstDay[row] ?? NO_DAY
    if (live[row] !== 1 || day === NO_DAY) continue
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  const parts = new Map(tags.map((tag) => [columns.tagIds.indexOf(tag), new Array<number>(PARTS).fill(0)]))
  const counts = tags.map((tag) => ({
    tag,
    parts: parts.get(columns.tagIds.indexOf(tag)) ?? new Array<number>(PARTS).fill(0),
  }))
  if (last < first) return { span: null, counts }
  for (let row = 0; row < rows; row += 1) {
    const day = firstDay[row] ?? NO_DAY
    if (live[row] !== 1 || day === NO_DAY) continue
    const part = Math.min(PARTS - 1, Math.floor(((day - first) / (last - first + 1)) * PARTS))
    for (const tagNumber of columns.tags[row] ?? []) {
      const line = parts.get(tagNumber)
      if (line !== undefined) line[part] = (line[part] ?? 0) + 1
    }
  }
  return { span: { from: dayText(first), to: dayText(last) }, counts }
}
