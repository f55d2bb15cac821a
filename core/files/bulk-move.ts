import { dirname } from 'node:path'
import type { NewName, Outcome } from './batch-calls.ts'
import { isMissing, systemCode } from './file-system.ts'
import { makeFolders } from './make-folders.ts'
import { HELD, RENAME_WAITS, type SaveTools } from './safe-save.ts'
import { saveError } from './save-error.ts'

/** Moves many files and folders as one act. What makes it safe is a list of all moves, on the disk before. */
export interface BulkMove {
  /**
   * Gives each its new name, in folders made for it. Only the folders are waited for. Paths are absolute and checked by
   * `safe-path.ts`; nothing may lie at the new places. The errors are those of a single move.
   */
  moveMany(list: readonly NewName[]): Promise<readonly Outcome<null>[]>
  /** Waits until the names in these folders are on the disk; one that is gone again is left out. */
  settleFolders(folders: ReadonlySet<string>): Promise<void>
}

/** Folders synced at the same time: as many as Node has threads for it. */
const SYNCS_AT_ONCE = 4

/** Makes the mover of many files. */
export function createBulkMove({ system, wait }: SaveTools): BulkMove {
  async function moveMany(list: readonly NewName[]): Promise<readonly Outcome<null>[]> {
    // A name that the disk has in a folder that it has not yet would be lost with it.
    const failures = await makeFolders(system, new Set(list.map(({ to }) => dirname(to))))
    const outcomes = list.map(({ to }): Outcome<null> => {
      const error = failures.get(dirname(to))
      return error === undefined ? { done: true, value: null } : { done: false, error }
    })
    let waiting = [...list.entries()].filter(([place]) => outcomes[place]?.done === true)
    for (const pause of [...RENAME_WAITS, null]) {
      if (waiting.length === 0) break
      const renamed = await system.renameMany(waiting.map(([, names]) => names))
      const held: typeof waiting = []
      for (const [at, [place, { from, to }]] of waiting.entries()) {
        const outcome = renamed[at] ?? { done: false, error: new RangeError('A batch has fewer outcomes than calls.') }
        if (!outcome.done && pause !== null && HELD.has(systemCode(outcome.error))) held.push([place, { from, to }])
        else outcomes[place] = outcome.done ? outcome : { done: false, error: saveError(outcome.error, 'Moving', from) }
      }
      waiting = held
      // Jitter, so that two programs that met once do not meet again.
      if (pause !== null && held.length > 0) await wait(pause * (0.75 + Math.random() / 2))
    }
    return outcomes
  }

  async function settleFolders(folders: ReadonlySet<string>): Promise<void> {
    const left = [...folders]
    const worker = async (): Promise<void> => {
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        try {
          await system.syncFolder(path)
        } catch (error) {
          if (!isMissing(error)) throw saveError(error, 'Moving', path)
        }
      }
    }
    await Promise.all(Array.from({ length: SYNCS_AT_ONCE }, worker))
  }

  return { moveMany, settleFolders }
}
