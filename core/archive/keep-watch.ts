import { watch, type FSWatcher } from 'node:fs'
import type { Log } from '../contract/log.ts'

/** How often the folder is looked at, in milliseconds. */
export interface WatchOptions {
  /** Between two looks, whatever the system reports. */
  readonly every: number
  /** After a report of the system, to let a burst of changes end. */
  readonly settle: number
}

/** Each folder that is watched costs the system a little; in the others the look at fixed times must do. */
const MOST_FOLDERS = 200

/** Right for a local disk; a share is looked at less often. */
export const LOCAL_WATCH: WatchOptions = { every: 30_000, settle: 1_000 }

/**
 * Looks at an archive now and then, and soon after the system reports a change in one of its folders. Reports get lost, come twice or never
 * come at all, so they only bring the next look forward.
 *
 * @param folders absolute paths; what lies deeper is found by the look at fixed times
 * @param look compares the folder with what is known; never two at once
 * @returns a function that ends it
 */
export function keepWatch(
  folders: readonly string[],
  look: () => Promise<unknown>,
  log: Log,
  options: WatchOptions = LOCAL_WATCH,
): () => void {
  let timer: NodeJS.Timeout | null = null
  const watchers: FSWatcher[] = []
  let ended = false

  function lookLater(after: number): void {
    if (ended) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void lookNow(), after)
    // Watching keeps no process alive.
    timer.unref()
  }

  async function lookNow(): Promise<void> {
    try {
      await look()
    } catch (error) {
      log.error('Looking at the folder failed', error)
    }
    lookLater(options.every)
  }

  for (const folder of folders.slice(0, MOST_FOLDERS)) {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name === null || !name.startsWith('.')) lookLater(options.settle)
      })
      watcher.on('error', (error) => log.warn(`The system stopped reporting changes of ${folder}: ${error.message}`))
      watchers.push(watcher)
    } catch (error) {
      // Some shares and systems report nothing; the looks at fixed times remain.
      log.warn(`The system reports no changes of ${folder}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  lookLater(options.every)
  return () => {
    ended = true
    if (timer) clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
