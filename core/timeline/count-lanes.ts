import { NO_DAY, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import type { Catalog } from '../archive/catalog/catalog.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import type { Language } from '../model/language.ts'
import type { LanePage, TimelineLane } from '../model/timeline.ts'
import { createUnitCounter, type RowUnits } from './count-units.ts'
import { groupRows, membersOf, type LaneGroups } from './group-rows.ts'
import type { LaneIdentity, LaneKeys } from './lane-keys.ts'
import { orderLanes } from './order-lanes.ts'

/** What lanes are counted from. */
export interface LanesInput {
  readonly catalog: Catalog
  readonly keys: LaneKeys
  readonly rowUnits: RowUnits
  readonly rows: RowSet
  /** Null: all lanes, most articles first. */
  readonly page: LanePage | null
  /** Language by which names are ordered. */
  readonly language: Language
}

/** Lanes of one page, and how many there are. */
export interface CountedLanes {
  readonly lanes: readonly TimelineLane[]
  readonly laneCount: number
}

/** Counts the lanes asked for; the lane of articles that have none comes last. Lanes outside the page cost next to nothing. */
export function countLanes(input: LanesInput): CountedLanes {
  const { catalog, keys, rowUnits, page, language } = input
  const groups = groupRows(catalog.columns, keys, input.rows)
  const identityOf = rememberedIdentities(keys)
  const ordered = orderLanes(
    {
      keys: filledKeys(keys, groups),
      none: keys.none,
      totalOf: (key) => (groups.starts[key + 1] ?? 0) - (groups.starts[key] ?? 0),
      firstOf: (key) => firstDayOf(catalog.columns, membersOf(groups, key)),
      identityOf,
    },
    page,
    language,
  )
  const counter = createUnitCounter(rowUnits)
  const shown = page === null ? ordered : ordered.slice(0, page.limit)
  const lanes = shown.map((key) => {
    const members = membersOf(groups, key)
    for (const row of members) counter.add(row)
    return { ...identityOf(key), ...firstAndLast(catalog, members), ...counter.take() }
  })
  return { lanes, laneCount: ordered.length }
}

function filledKeys({ count }: LaneKeys, { starts }: LaneGroups): readonly number[] {
  const filled: number[] = []
  for (let key = 0; key < count; key += 1) if (starts[key] !== starts[key + 1]) filled.push(key)
  return filled
}

function rememberedIdentities(keys: LaneKeys): LaneKeys['identityOf'] {
  const known = new Map<number, LaneIdentity>()
  return (key) => {
    const identity = known.get(key) ?? keys.identityOf(key)
    known.set(key, identity)
    return identity
  }
}

function firstDayOf({ firstDay }: CatalogColumns, members: Uint32Array): number {
  let first = Number.MAX_SAFE_INTEGER
  for (const row of members) {
    const day = firstDay[row] ?? NO_DAY
    if (day !== NO_DAY && day < first) first = day
  }
  return first
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
