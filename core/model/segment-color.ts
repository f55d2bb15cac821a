import { TAG_PALETTE } from './tag.ts'
import type { StackSegment } from './timeline.ts'

/** Neutral, and apart from each other and from the tags' colours. */
const ROLE_COLORS = { several: '#6f747c', others: '#9a958a', none: '#bdb8ad' } as const

/**
 * The colour of each part of the divided bars: the tag's own, unless an earlier part has it; else the next free one of the
 * palette.
 */
export function segmentColors(segments: readonly Pick<StackSegment, 'role' | 'color'>[]): readonly string[] {
  const taken = new Set<string>()
  return segments.map(({ role, color }) => {
    if (role !== 'lane') return ROLE_COLORS[role]
    const chosen =
      color !== null && !taken.has(color) ? color : (TAG_PALETTE.find((free) => !taken.has(free)) ?? TAG_PALETTE[0])
    taken.add(chosen)
    return chosen
  })
}
