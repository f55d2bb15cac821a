import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../core/contract/app-error.ts'
import type { ArchiveClient } from '../core/contract/archive-api.ts'

/** How long a command waits for another process to let go of the archive, in milliseconds. */
const PATIENCE = 10_000
const PAUSE = 250

/**
 * Waits until this process may write the archive.
 *
 * @throws AppError `archive-busy` when the other process keeps it
 */
export async function waitUntilFree(client: ArchiveClient, folder: string): Promise<void> {
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    await delay(PAUSE)
    // Looking at the folder takes the archive over once it is free.
    await client('archive.rescan', {})
    if ((await client('archive.summary', {})).readOnly !== 'busy') return
  }
  throw new AppError('archive-busy', `Another program has ${folder} open and keeps it.`, { folder })
}
