import { getHeapStatistics } from 'node:v8'

/** A smaller heap holds nothing worth a pause, in bytes. */
const LARGE_HEAP = 128_000_000
/** Until then whoever waited for the big work to end has seen its result, in milliseconds. */
const DELAY = 5_000

/**
 * Gives the memory back, some seconds later, that a big piece of work has left behind: the engine keeps it until something
 * else needs it, and in a program that waits for its user nothing does. Takes some tenths of a second for 100,000 articles.
 * Does nothing where the program was started without `CORE_OPTIONS`.
 */
export function collectSpent(): void {
  setTimeout(() => {
    // Another kind of collection would keep the pages that it has emptied.
    if (getHeapStatistics().total_heap_size > LARGE_HEAP) globalThis.gc?.({ type: 'major', flavor: 'last-resort' })
  }, DELAY).unref()
}
