import type { CatalogColumns, RowSet } from '../archive/catalog/catalog.ts'
import type { LaneKeys } from './lane-keys.ts'

/** Rows grouped by lane: those of lane k are `rows[starts[k]]` up to `rows[starts[k + 1]]`. */
export interface LaneGroups {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

/** The rows of a lane. */
export function membersOf({ starts, rows }: LaneGroups, key: number): Uint32Array {
  return rows.subarray(starts[key], starts[key + 1])
}

/** Notes each row with each of its lanes, then puts them in place by lane. Memory stays linear in the number of articles. */
export function groupRows(columns: CatalogColumns, keys: LaneKeys, rows: RowSet): LaneGroups {
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
