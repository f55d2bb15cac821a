import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { StackSegment } from '../model/timeline.ts'
import { createUnitCounter, type RowUnits } from './count-units.ts'
import type { LaneKeys } from './lane-keys.ts'

/** Parts that colours can still tell apart. */
const MOST_PARTS = 8

/** What the divided bars are counted from. */
export interface StackInput {
  readonly catalog: Catalog
  readonly keys: LaneKeys
  readonly rowUnits: RowUnits
  readonly rows: RowSet
}

/**
 * Divides the articles into disjoint parts: the largest lanes, "several" for articles of more than one lane, "others" for
 * those of small lanes, "none". The parts of every unit add up to its count.
 */
export function countStack({ catalog, keys, rowUnits, rows }: StackInput): readonly StackSegment[] {
  const { live, rows: count } = catalog.columns
  const several = keys.count
  const keyOfRow = new Int32Array(count).fill(-1)
  const sizes = new Uint32Array(keys.count + 1)
  let current = 0
  const note = (key: number): void => {
    keyOfRow[current] = keyOfRow[current] === -1 ? key : several
  }
  for (let row = 0; row < count; row += 1) {
    if (live[row] !== 1 || rows[row] !== 1) continue
    current = row
    keys.forEachOf(row, note)
    const key = keyOfRow[row] ?? 0
    sizes[key] = (sizes[key] ?? 0) + 1
  }
  const parts = partsOf(keys, sizes)
  const partOfKey = new Uint32Array(keys.count + 1).fill(parts.findIndex(({ role }) => role === 'others'))
  for (const [place, { key }] of parts.entries()) if (key >= 0) partOfKey[key] = place
  return countParts(parts, rowUnits, keyOfRow, partOfKey)
}

interface Part extends Pick<StackSegment, 'role' | 'id' | 'label' | 'color'> {
  /** Lane number, -1 for the part of all small lanes. */
  readonly key: number
}

function partsOf(keys: LaneKeys, sizes: Uint32Array): readonly Part[] {
  const nameless = { id: '', label: '', color: null }
  const identities = Array.from({ length: keys.count }, (_, key) => ({ key, size: sizes[key] ?? 0 }))
    .filter(({ size }) => size > 0)
    .map(({ key, size }) => ({ key, size, ...keys.identityOf(key) }))
  const named = identities
    .filter(({ key }) => key !== keys.none)
    .sort((one, other) => other.size - one.size || (one.id < other.id ? -1 : 1))
  const none = identities.find(({ key }) => key === keys.none)
  return [
    ...named.slice(0, MOST_PARTS).map(({ key, id, label, color }): Part => ({ key, role: 'lane', id, label, color })),
    ...((sizes[keys.count] ?? 0) > 0 ? [{ ...nameless, key: keys.count, role: 'several' } as const] : []),
    ...(named.length > MOST_PARTS ? [{ ...nameless, key: -1, role: 'others' } as const] : []),
    ...(none === undefined ? [] : [{ ...nameless, key: none.key, role: 'none' } as const]),
  ]
}

function countParts(
  parts: readonly Part[],
  rowUnits: RowUnits,
  keyOfRow: Int32Array,
  partOfKey: Uint32Array,
): readonly StackSegment[] {
  const counters = parts.map(() => createUnitCounter(rowUnits))
  for (const [row, key] of keyOfRow.entries()) {
    if (key >= 0) counters[partOfKey[key] ?? 0]?.add(row)
  }
  return parts.flatMap(({ role, id, label, color }, place) => {
    const counts = counters[place]?.take()
    return counts === undefined ? [] : [{ role, id, label, color, ...counts }]
  })
}
