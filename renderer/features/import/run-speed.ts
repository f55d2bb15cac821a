/** A moment of a run. */
export interface SpeedMark {
  /** Milliseconds. */
  readonly time: number
  readonly done: number
}

/** How fast a run goes. */
export interface RunSpeed {
  readonly perSecond: number
  readonly secondsLeft: number
}

const LONGEST_MS = 20_000
const SHORTEST_MS = 2_000

/** Adds a moment and forgets those that say little of the present speed. */
export function withMark(marks: readonly SpeedMark[], mark: SpeedMark): readonly SpeedMark[] {
  return [...marks.filter(({ time }) => mark.time - time <= LONGEST_MS), mark]
}

/** The speed of the last seconds, or null while too little is known. */
export function speedOf(marks: readonly SpeedMark[], total: number): RunSpeed | null {
  const [first] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined || last.time - first.time < SHORTEST_MS) return null
  const perSecond = ((last.done - first.done) * 1_000) / (last.time - first.time)
  return perSecond > 0 ? { perSecond, secondsLeft: Math.round((total - last.done) / perSecond) } : null
}

/** Minutes and seconds: `2:05`; hours before them where there are some. */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}` : `${String(minutes)}:${two(seconds % 60)}`
}
