import type { ArchiveEvent, ArchiveEvents, EventName, SubscribeToEvents } from './archive-events.ts'

/** Tells one event to all who listen. */
export type EmitEvent = <Name extends EventName>(name: Name, value: ArchiveEvents[Name]) => void

export interface EventHub {
  readonly emit: EmitEvent
  readonly subscribe: SubscribeToEvents
}

/** Makes the place where the core's events meet their listeners. A listener that throws does not keep the others from hearing. */
export function createEventHub(reportBug: (error: unknown) => void): EventHub {
  const listeners = new Set<(event: ArchiveEvent) => void>()
  return {
    emit: (name, value) => {
      // Name and value come from one call of the typed signature, so they belong together.
      const event = { name, value } as ArchiveEvent
      for (const listener of [...listeners]) {
        try {
          listener(event)
        } catch (error) {
          reportBug(error)
        }
      }
    },
    subscribe: (listener) => {
      // A wrapper of its own, so that the same function can listen twice and leave once.
      const entry = (event: ArchiveEvent): void => listener(event)
      listeners.add(entry)
      return () => {
        listeners.delete(entry)
      }
    },
  }
}
