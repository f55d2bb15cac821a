import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { DEFAULT_SETTINGS, type Settings } from '../../core/model/settings.ts'
import { useConnection } from '../client/client.ts'
import { requestKey } from './query-client.ts'
import { useRequest } from './use-request.ts'

/** Settings of the person; the defaults until they are read. */
export function useSettings(): Settings {
  return useRequest('settings.read', {}).data ?? DEFAULT_SETTINGS
}

/** Shows changed settings at once and writes them; where that fails, what is stored shows again. */
export function useChangeSettings(): (change: Partial<Settings>) => Promise<void> {
  const { request } = useConnection()
  const client = useQueryClient()
  return useCallback(
    async (change) => {
      const key = requestKey('settings.read', {})
      client.setQueryData<Settings>(key, (settings = DEFAULT_SETTINGS) => ({ ...settings, ...change }))
      try {
        client.setQueryData(key, await request('settings.write', change))
      } catch (error) {
        void client.invalidateQueries({ queryKey: key })
        throw error
      }
    },
    [client, request],
  )
}
