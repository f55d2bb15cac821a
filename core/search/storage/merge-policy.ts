import { DELTA_SIZE } from '../segment/segment-store.ts'
import type { Segment } from '../segment/segment.ts'

/** Segments of one size class that are joined into one of the next. */
const FAN = 8
/** A segment with more dead articles than this share is written anew. */
const MOST_DEAD = 0.25
const SMALLEST_CLEANED = 64

/** 0 for up to 127 articles, 1 up to 1,023, and so on. */
export function sizeClass(segment: Segment): number {
  const living = Math.max(1, segment.documents - segment.deadCount)
  return Math.max(0, Math.floor(Math.log(living / DELTA_SIZE) / Math.log(FAN) + 1e-9))
}

/** Which segments to join next: the smallest class that has enough of them, or one that is full of dead articles. */
export function chooseMerge(segments: readonly Segment[]): readonly Segment[] {
  const classes = Map.groupBy(segments, sizeClass)
  for (const size of [...classes.keys()].sort((left, right) => left - right)) {
    const members = classes.get(size) ?? []
    if (members.length >= FAN) return members.slice(0, FAN)
  }
  const wasteful = segments.find(
    ({ documents, deadCount }) => documents >= SMALLEST_CLEANED && deadCount > documents * MOST_DEAD,
  )
  return wasteful === undefined ? [] : [wasteful]
}
