import { NO_DAY, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import type { Catalog } from '../archive/catalog/catalog.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import type { Language } from '../model/language.ts'
import type { LanePage, TimelineLane } from '../model/timeline.ts'
import { createUnitCounter, type RowUnits } from './count-units.ts'
import { groupRows, membersOf, type LaneGroups } from './group-rows.ts'
import type { LaneKeys } from './lane-keys.ts'
import { orderLanes, type LaneHead } from './order-lanes.ts'

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
  const heads = laneHeads(catalog.columns, keys, groups, page?.order === 'first')
  const ordered = orderLanes(heads, page, language)
  const counter = createUnitCounter(rowUnits)
  const shown = page === null ? ordered : ordered.slice(0, page.limit)
  const lanes = shown.map(({ key, identity }) => {
    const members = membersOf(groups, key)
    for (const row of members) counter.add(row)
    return { ...identity(), ...firstAndLast(catalog, members), ...counter.take() }
  })
  return { lanes, laneCount: ordered.length }
}

function laneHeads(
  columns: CatalogColumns,
  keys: LaneKeys,
  groups: LaneGroups,
  withFirst: boolean,
): readonly LaneHead[] {
  const heads: LaneHead[] = []
  for (let key = 0; key < keys.count; key += 1) {
    const members = membersOf(groups, key)
    if (members.length === 0) continue
    let known: ReturnType<LaneKeys['identityOf']> | null = null
    heads.push({
      key,
      total: members.length,
      first: withFirst ? firstDayOf(columns, members) : 0,
      identity: () => (known ??= keys.identityOf(key)),
    })
  }
  return heads
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
