/** Comparator of times, the latest first. */
export function newerFirst(left: Date, right: Date): number {
  return right.getTime() - left.getTime()
}
