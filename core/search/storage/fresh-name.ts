/**
 * A file name for a new segment that no other thread or program takes. Not secret, hence without `node:crypto`, which every
 * start of the search would wait for.
 */
export function freshSegmentName(): string {
  const chance = Math.floor(Math.random() * 2 ** 52).toString(36)
  return `${Date.now().toString(36)}-${process.pid.toString(36)}-${chance}.lseg`
}
