import type { ArchiveEvent } from '../contract/archive-events.ts'
import type { Log } from '../contract/log.ts'
import { openDoor, type Door, type DoorCore } from './door.ts'

/** Keeps the door of the archive that is open, as long as this process is its writer. */
export interface DoorKeeper {
  /** Hears which archive is open. */
  follow(event: ArchiveEvent): void
  close(): Promise<void>
}

/** What doors are made of. */
export interface DoorKeeperOptions {
  readonly core: DoorCore
  readonly privateFolder: string
  /** True where this process may write the open archive. */
  readonly isWriter: () => boolean
  readonly log: Log
}

/** Makes a keeper without a door. A door that cannot be made is no reason to stop: others then hear `busy`. */
export function createDoorKeeper({ core, privateFolder, isWriter, log }: DoorKeeperOptions): DoorKeeper {
  let door: Door | null = null
  let openArchive: string | null = null
  let last: Promise<void> = Promise.resolve()

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: unknown) => log.error('The door for other processes', error))
    return last
  }
  const openIfWriter = async (): Promise<void> => {
    if (door === null && openArchive !== null && isWriter()) door = await openDoor(core, privateFolder, openArchive)
  }
  const change = (root: string | null): Promise<void> =>
    inTurn(async () => {
      await door?.close()
      door = null
      openArchive = root
      await openIfWriter()
    })

  return {
    follow(event) {
      if (event.name === 'workspace.changed') void change(event.value.path)
      // No article is named where the archive itself changed: this process may have become its writer.
      if (event.name === 'archive.changed' && event.value.articles?.length === 0) void inTurn(openIfWriter)
    },
    close: () => change(null),
  }
}
