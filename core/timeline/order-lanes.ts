import type { Language } from '../model/language.ts'
import { compareText } from '../model/locale.ts'
import type { LanePage } from '../model/timeline.ts'
import type { LaneIdentity } from './lane-keys.ts'

/** What a lane is ordered by. */
export interface LaneHead {
  readonly key: number
  readonly total: number
  /** Day number of its first article; read only where lanes are ordered by it. */
  readonly first: number
  /** Its name, found when first asked for. */
  readonly identity: () => LaneIdentity
}

type Compare = (one: LaneHead, other: LaneHead) => number

/** Lanes in the order asked for: pinned ones first as they were pinned, the lane of those that have none last. */
export function orderLanes(heads: readonly LaneHead[], page: LanePage | null, language: Language): readonly LaneHead[] {
  const pinned = new Map(page?.pinned.map((id, place) => [id, place]))
  const hidden = new Set(page?.hidden)
  const left = hidden.size === 0 ? heads : heads.filter(({ identity }) => !hidden.has(identity().id))
  const compare = compareBy(page?.order ?? 'count', language)
  const rankOf = ({ identity }: LaneHead): number => {
    const { id } = identity()
    return id === '' ? Number.MAX_SAFE_INTEGER : (pinned.get(id) ?? pinned.size)
  }
  const ranks = new Map(left.map((head) => [head.key, rankOf(head)]))
  return left.toSorted((one, other) => (ranks.get(one.key) ?? 0) - (ranks.get(other.key) ?? 0) || compare(one, other))
}

function byName(compare: (left: string, right: string) => number, then: Compare): Compare {
  return (one, other) => compare(one.identity().label, other.identity().label) || then(one, other)
}

function compareBy(order: LanePage['order'], language: Language): Compare {
  const byId: Compare = (one, other) => (one.identity().id < other.identity().id ? -1 : 1)
  const byCount: Compare = (one, other) => other.total - one.total || byId(one, other)
  switch (order) {
    case 'count':
      return byCount
    case 'first':
      return (one, other) => one.first - other.first || byCount(one, other)
    case 'name':
      return byName(compareText(language), byId)
  }
}
