import { AppError } from '../../contract/app-error.ts'
import type { ImportItem } from '../../model/import-report.ts'
import { failedItem, importSource } from '../import-source.ts'
import type { StagedSource } from '../intake.ts'
import type { RunContext } from './run-context.ts'
import type { RunGate } from './run-gate.ts'
import { createRoom } from './run-room.ts'

/** What a long job listens to and reports. */
export interface ImportJob {
  readonly signal?: AbortSignal
  /** Id under which it was asked for. */
  readonly task?: string | undefined
  readonly onProgress?: (done: number, total: number, current: string) => void
}

/** A source with its number in the run. */
export interface PlacedSource {
  readonly place: number
  readonly source: StagedSource
}

/** What a run works with besides its sources. */
export interface RunTools extends ImportJob {
  readonly gate: RunGate
  /** Hears of every source that is done with. */
  readonly onDone: (items: readonly ImportItem[]) => void
}

/** Small sources that are under way at the same time: few in a short run, which then stops and pauses at once. */
const AT_ONCE = 24
/** In a long run some are read while others wait for the disk. */
const AT_ONCE_LONG = 64
const LONG_RUN = 200

function skippedItem(source: string): ImportItem {
  return failedItem(source, new AppError('cancelled', 'The import was stopped before its turn.'), 'skipped')
}

/** Works on sources in order, several at once; results keep the order of the sources. */
export async function runSources(
  sources: readonly PlacedSource[],
  context: RunContext,
  { signal, onProgress, gate, onDone }: RunTools,
): Promise<readonly ImportItem[]> {
  const results: (readonly ImportItem[])[] = []
  let next = 0
  let done = 0
  const atOnce = sources.length >= LONG_RUN ? AT_ONCE_LONG : AT_ONCE
  const room = createRoom(atOnce)
  const work = async (): Promise<void> => {
    for (;;) {
      const turn = next
      const placed = sources[turn]
      if (placed === undefined) return
      next += 1
      const { place, source } = placed
      const leave = await room.enter(source.size)
      await gate.passed(signal)
      const items = await (
        signal?.aborted ? Promise.resolve([skippedItem(source.name)]) : importSource(source, context)
      ).finally(leave)
      results[turn] = items.map((item) => ({ ...item, place }))
      onDone(results[turn])
      done += 1
      onProgress?.(done, sources.length, source.name)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results.flat()
}
