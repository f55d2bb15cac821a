/** Middle and worst of some runs, in milliseconds. */
export interface Timing {
  readonly p50: number
  readonly p95: number
  readonly worst: number
}

/** Runs work some times, after one run that does not count, and tells how long it took. */
export async function measure(runs: number, work: () => unknown): Promise<Timing> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return timingOf(times)
}

/** Middle and worst of some measured times. */
export function timingOf(measured: readonly number[]): Timing {
  const times = measured.toSorted((one, other) => one - other)
  const at = (share: number): number =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) / 100
  return { p50: at(0.5), p95: at(0.95), worst: at(1) }
}

/** Prints one line of a bench: what was measured, the figure, and the budget where there is one. */
export function report(name: string, timing: Timing, budget?: number): void {
  const verdict = budget === undefined ? '' : `  budget ${budget} ms: ${timing.p95 <= budget ? 'held' : 'MISSED'}`
  process.stdout.write(
    `${name.padEnd(52)} p50 ${timing.p50} ms  p95 ${timing.p95} ms  worst ${timing.worst} ms${verdict}\n`,
  )
}
