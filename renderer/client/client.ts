import { createContext, useContext } from 'react'
import type { HostConnection } from '../../core/contract/host-api.ts'

const ConnectionContext = createContext<HostConnection | null>(null)

/** Gives all components below the one connection to the host. */
export const ConnectionProvider = ConnectionContext.Provider

/** The connection to the host; only `electron-client.ts` and `http-client.ts` know which one it is. */
export function useConnection(): HostConnection {
  const connection = useContext(ConnectionContext)
  if (connection === null) throw new Error('useConnection: no ConnectionProvider above this component')
  return connection
}
