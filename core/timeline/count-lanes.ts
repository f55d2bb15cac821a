import { NO_DAY, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import type { Catalog } from '../archive/catalog/catalog.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import type { TimelineLane } from '../model/timeline.ts'
import { createUnitCounter, type RowUnits } from './count-units.ts'
import type { LaneKeys } from './lane-keys.ts'

/** Rows grouped by lane: those of lane k are `rows[starts[k]]` up to `rows[starts[k + 1]]`. */
interface LaneGroups {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

/** Counts every lane that has an article, largest first; the lane of articles that have none comes last. */
export function countLanes(
  catalog: Catalog,
  keys: LaneKeys,
  rowUnits: RowUnits,
  rows: RowSet,
): readonly TimelineLane[] {
  const groups = groupRows(catalog.columns, keys, rows)
  const counter = createUnitCounter(rowUnits)
  const lanes: TimelineLane[] = []
  for (let key = 0; key < keys.count; key += 1) {
    const members = groups.rows.subarray(groups.starts[key], groups.starts[key + 1])
    if (members.length === 0) continue
    for (const row of members) counter.add(row)
    lanes.push({ ...keys.identityOf(key), ...firstAndLast(catalog, members), ...counter.take() })
  }
  return lanes.sort(compareLanes)
}

/** Notes each row with each of its lanes, then puts them in place by lane. Memory stays linear in the number of articles. */
function groupRows(columns: CatalogColumns, keys: LaneKeys, rows: RowSet): LaneGroups {
  const starts = new Uint32Array(keys.count + 1)
  const pairs = collectPairs(columns, keys, rows)
  for (let place = 0; place < pairs.count; place += 1) {
    const key = pairs.keys[place] ?? 0
    starts[key + 1] = (starts[key + 1] ?? 0) + 1
  }
  for (let key = 1; key <= keys.count; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0)
  const next = starts.slice()
  const grouped = new Uint32Array(pairs.count)
  for (let place = 0; place < pairs.count; place += 1) {
    const key = pairs.keys[place] ?? 0
    const target = next[key] ?? 0
    grouped[target] = pairs.rows[place] ?? 0
    next[key] = target + 1
  }
  return { starts, rows: grouped }
}

interface Pairs {
  readonly count: number
  readonly keys: Uint32Array
  readonly rows: Uint32Array
}

function collectPairs({ live, rows: count }: CatalogColumns, keys: LaneKeys, members: RowSet): Pairs {
  let pairKeys = new Uint32Array(count + 1)
  let pairRows = new Uint32Array(count + 1)
  let pairs = 0
  let current = 0
  const note = (key: number): void => {
    if (pairs === pairKeys.length) {
      pairKeys = doubled(pairKeys)
      pairRows = doubled(pairRows)
    }
    pairKeys[pairs] = key
    pairRows[pairs] = current
    pairs += 1
  }
  for (let row = 0; row < count; row += 1) {
    if (live[row] !== 1 || members[row] !== 1) continue
    current = row
    keys.forEachOf(row, note)
  }
  return { count: pairs, keys: pairKeys, rows: pairRows }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(array.length * 2)
  longer.set(array)
  return longer
}

function firstAndLast(
  catalog: Catalog,
  members: Uint32Array,
): { readonly first: PartialDay | null; readonly last: PartialDay | null } {
  const { firstDay, lastDay } = catalog.columns
  let firstRow = -1
  let lastRow = -1
  for (const row of members) {
    if ((firstDay[row] ?? NO_DAY) === NO_DAY) continue
    if (firstRow < 0 || (firstDay[row] ?? 0) < (firstDay[firstRow] ?? 0)) firstRow = row
    if (lastRow < 0 || (lastDay[row] ?? 0) > (lastDay[lastRow] ?? 0)) lastRow = row
  }
  return {
    first: catalog.summaryAt(firstRow)?.published ?? null,
    last: catalog.summaryAt(lastRow)?.published ?? null,
  }
}

function compareLanes(one: TimelineLane, other: TimelineLane): number {
  if ((one.id === '') !== (other.id === '')) return one.id === '' ? 1 : -1
  if (one.total !== other.total) return other.total - one.total
  return one.id < other.id ? -1 : 1
}
