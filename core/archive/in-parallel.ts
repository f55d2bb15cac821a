import { throwIfCancelled } from '../contract/app-error.ts'

/** How far a long job has come. */
export type OnProgress = (done: number, total: number, current: string) => void

/** What a long job listens to and reports. */
export interface JobOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: OnProgress | undefined
}

/**
 * Does work for each item, a few at a time, so that waits for the disk overlap. Stops at the first failure that `work`
 * throws.
 *
 * @throws AppError `cancelled` between items once the signal is aborted
 */
export async function forEachInParallel<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, place: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  let next = 0
  let stopped = false
  async function worker(): Promise<void> {
    while (next < items.length && !stopped) {
      throwIfCancelled(signal)
      const place = next
      next += 1
      // The loop's condition has just proven that there is an item.
      await work(items[place] as Item, place)
    }
  }
  const workers = Array.from({ length: Math.min(atOnce, items.length) }, () =>
    worker().catch((error: unknown) => {
      stopped = true
      throw error
    }),
  )
  const outcomes = await Promise.allSettled(workers)
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
