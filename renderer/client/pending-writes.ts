import { create } from 'zustand'
import { REQUESTS } from '../../core/contract/archive-api.ts'
import type { HostConnection } from '../../core/contract/host-api.ts'

interface PendingState {
  /** Writes that were sent and not yet answered. */
  readonly count: number
}

/** Writes on their way: the status bar says "saved" only when there are none. */
export const usePendingWrites = create<PendingState>(() => ({ count: 0 }))

/** The same connection, with its writes counted. */
export function countWrites(connection: HostConnection): HostConnection {
  const add = (step: number): void => usePendingWrites.setState(({ count }) => ({ count: count + step }))
  return {
    ...connection,
    request: async (name, argument) => {
      if (REQUESTS[name].effect === 'read') return connection.request(name, argument)
      add(1)
      try {
        return await connection.request(name, argument)
      } finally {
        add(-1)
      }
    },
  }
}
