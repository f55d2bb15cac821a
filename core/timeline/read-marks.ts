import { NO_DAY, type Catalog, type RowSet } from '../archive/catalog/catalog.ts'
import type { TimelineMark, TimelineMarks } from '../model/timeline.ts'
import type { LaneKeys } from './lane-keys.ts'

/** The dated articles of a set one by one, oldest first, where there are no more than `limit`; their number in any case. */
export function readMarks(catalog: Catalog, rows: RowSet, keys: LaneKeys | null, limit: number): TimelineMarks {
  const { live, firstDay, rows: count } = catalog.columns
  const found: number[] = []
  let total = 0
  for (let row = 0; row < count; row += 1) {
    if (live[row] !== 1 || rows[row] !== 1 || (firstDay[row] ?? NO_DAY) === NO_DAY) continue
    total += 1
    if (total <= limit) found.push(row)
  }
  if (total > limit) return { total, marks: [] }
  found.sort((one, other) => (firstDay[one] ?? 0) - (firstDay[other] ?? 0) || one - other)
  return { total, marks: found.flatMap((row) => markOf(catalog, row, keys) ?? []) }
}

function markOf(catalog: Catalog, row: number, keys: LaneKeys | null): TimelineMark | null {
  const summary = catalog.summaryAt(row)
  if (summary === undefined || summary.published === null) return null
  const lanes: string[] = []
  keys?.forEachOf(row, (key) => lanes.push(keys.identityOf(key).id))
  const { id, title, published, outlet, language } = summary
  return { id, title, published, outlet, language, lanes }
}
