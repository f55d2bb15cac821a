import { useQueryClient } from '@tanstack/react-query'
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings.ts'
import { useConnection } from '../client/client.ts'
import { requestKey } from './query-client.ts'
import { useRequest } from './use-request.ts'

/** Settings of the person; the defaults until they are read. */
export function useSettings(): Settings {
  return useRequest('settings.read', {}).data ?? DEFAULT_SETTINGS
}

/** Writes some of the settings and shows them at once. */
export function useChangeSettings(): (change: Partial<Settings>) => Promise<void> {
  const { request } = useConnection()
  const client = useQueryClient()
  return async (change) => {
    client.setQueryData(requestKey('settings.read', {}), await request('settings.write', change))
  }
}
