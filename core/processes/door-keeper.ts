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
  let last: Promise<void> = Promise.resolve()

  const change = (root: string | null): Promise<void> => {
    last = last
      .then(async () => {
        await door?.close()
        door = null
        if (root !== null && isWriter()) door = await openDoor(core, privateFolder, root)
      })
      .catch((error: unknown) => log.error('The door for other processes', error))
    return last
  }

  return {
    follow(event) {
      if (event.name === 'workspace.changed') void change(event.value.path)
    },
    close: () => change(null),
  }
}
