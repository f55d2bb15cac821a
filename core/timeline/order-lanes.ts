import type { Language } from '../model/language.ts'
import { compareText } from '../model/locale.ts'
import type { LanePage } from '../model/timeline.ts'
import type { LaneIdentity } from './lane-keys.ts'

/** What lanes are ordered by. Names are looked up only where the order needs them. */
export interface LaneList {
  /** Lanes that have an article. */
  readonly keys: readonly number[]
  /** The lane of articles that have none, or -1. */
  readonly none: number
  readonly totalOf: (key: number) => number
  /** Day number of the first article. */
  readonly firstOf: (key: number) => number
  readonly identityOf: (key: number) => LaneIdentity
}

type Compare = (one: number, other: number) => number

/** Among more lanes nobody looks for names in the order of equal counts. */
const MOST_NAMED = 2_000

/** Keys in the order asked for: pinned ones first as they were pinned, the lane of those that have none last. */
export function orderLanes(list: LaneList, page: LanePage | null, language: Language): readonly number[] {
  const { keys, none, identityOf } = list
  const marked = new Set([...(page?.pinned ?? []), ...(page?.hidden ?? [])])
  const byId = new Map(
    marked.size === 0
      ? []
      : keys.flatMap((key) => {
          const { id } = identityOf(key)
          return marked.has(id) ? [[id, key] as const] : []
        }),
  )
  const keysOf = (ids: readonly string[] | undefined): readonly number[] =>
    (ids ?? []).flatMap((id) => byId.get(id) ?? [])
  const hidden = new Set(keysOf(page?.hidden))
  const pinned = keysOf(page?.pinned).filter((key) => !hidden.has(key) && key !== none)
  const apart = new Set([...pinned, ...hidden, none])
  const ordered = keys.filter((key) => !apart.has(key)).sort(compareBy(list, page?.order ?? 'count', language))
  return [...new Set(pinned), ...ordered, ...(keys.includes(none) && !hidden.has(none) ? [none] : [])]
}

function compareBy(list: LaneList, order: LanePage['order'], language: Language): Compare {
  const { totalOf, firstOf, identityOf, keys } = list
  const byId: Compare =
    keys.length > MOST_NAMED
      ? (one, other) => one - other
      : (one, other) => (identityOf(one).id < identityOf(other).id ? -1 : 1)
  const byCount: Compare = (one, other) => totalOf(other) - totalOf(one) || byId(one, other)
  switch (order) {
    case 'count':
      return byCount
    case 'first': {
      const firsts = new Map(keys.map((key) => [key, firstOf(key)]))
      return (one, other) => (firsts.get(one) ?? 0) - (firsts.get(other) ?? 0) || byCount(one, other)
    }
    case 'name': {
      const compare = compareText(language)
      return (one, other) => compare(identityOf(one).label, identityOf(other).label) || byId(one, other)
    }
  }
}
