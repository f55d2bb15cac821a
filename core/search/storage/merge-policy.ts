import { DELTA_SIZE } from '../segment/segment-store.ts'
import type { Segment } from '../segment/segment.ts'

/** Each size class holds segments so many times larger than the one before. */
const GROWTH = 8
/** Small segments that are joined at once. */
const MANY = 8
/** Large ones, from 1,024 articles: each has a dictionary of its own in memory, and every query looks into all of them. */
const FEW = 4
const FIRST_LARGE_CLASS = 2
/** A segment with more dead articles than this share is written anew. */
const MOST_DEAD = 0.25
const SMALLEST_CLEANED = 64

/** 0 for up to 127 articles, 1 up to 1,023, and so on. */
export function sizeClass(segment: Segment): number {
  const living = Math.max(1, segment.documents - segment.deadCount)
  return Math.max(0, Math.floor(Math.log(living / DELTA_SIZE) / Math.log(GROWTH) + 1e-9))
}

/** Which segments to join next: the smallest class that has enough of them, or one that is full of dead articles. */
export function chooseMerge(segments: readonly Segment[]): readonly Segment[] {
  const classes = Map.groupBy(segments, sizeClass)
  for (const size of [...classes.keys()].sort((left, right) => left - right)) {
    const members = classes.get(size) ?? []
    const fan = size < FIRST_LARGE_CLASS ? MANY : FEW
    if (members.length >= fan) return members.slice(0, fan)
  }
  const wasteful = segments.find(
    ({ documents, deadCount }) => documents >= SMALLEST_CLEANED && deadCount > documents * MOST_DEAD,
  )
  return wasteful === undefined ? [] : [wasteful]
}
