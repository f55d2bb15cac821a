import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RequestInput, RequestName, RequestResult } from '../../core/contract/archive-api.ts'
import { useConnection } from '../client/client.ts'
import { requestKey } from './query-client.ts'

interface RequestOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean
  /** Keep showing the last reply until the one for a changed argument is there. */
  readonly keepPrevious?: boolean
}

const LARGE_REPLIES: ReadonlySet<RequestName> = new Set<RequestName>(['search.ids', 'timeline.read'])

/**
 * The reply of a read request, asked once and again after changes.
 *
 * @example const { data } = useRequest('articles.read', { id })
 */
export function useRequest<Name extends RequestName>(
  name: Name,
  argument: RequestInput<Name>,
  { enabled = true, keepPrevious = false }: RequestOptions = {},
): UseQueryResult<RequestResult<Name>> {
  const { request } = useConnection()
  return useQuery<RequestResult<Name>>({
    queryKey: requestKey(name, argument),
    queryFn: () => request(name, argument),
    enabled,
    // Comparing each number of a large reply with the one before costs more than drawing it anew.
    structuralSharing: !LARGE_REPLIES.has(name),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
