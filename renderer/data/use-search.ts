import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import type { RequestInput } from '../../core/contract/archive-api.ts'
import type { Facets, SearchHit, SearchNotice, SearchPage } from '../../core/model/search-result.ts'
import { useConnection } from '../client/client.ts'
import { useRouteStore } from '../state/route-store.ts'
import { requestKey } from './query-client.ts'

/** Rows of the list that are fetched together. */
export const PAGE_SIZE = 100

/** The list of this window shows one result at a time: the host gives up those that were overtaken. */
const PLACE = `list-${crypto.randomUUID()}`

const NO_NOTICES: readonly SearchNotice[] = []

type SearchArgument = RequestInput<'search.run'>

/** The list that answers the current query and filter; rows come page by page as they are scrolled into view. */
export interface SearchList {
  readonly total: number
  readonly facets: Facets | null
  readonly notices: readonly SearchNotice[]
  /** True until the first reply of all. */
  readonly isFirstLoad: boolean
  /** True while what is shown still answers the query before. */
  readonly isStale: boolean
  readonly error: Error | null
  readonly retry: () => void
  /** The hit of a row; undefined while its page is on the way, null where the page failed. */
  readonly hitAt: (row: number) => SearchHit | null | undefined
}

/** The argument of `search.run` for the current route, without its page. */
export function useSearchArgument(): Omit<SearchArgument, 'offset' | 'limit' | 'facets'> {
  const { route, typing } = useRouteStore()
  const { query, filter, sort } = route
  return useDeferredValue(useMemo(() => ({ query, filter, sort, typing }), [query, filter, sort, typing]))
}

/** Follows the current route; `from` and `to` are the rows on the screen. */
export function useSearchList(from: number, to: number): SearchList {
  const { request } = useConnection()
  const base = useSearchArgument()
  const pageArgument = (page: number): SearchArgument => ({
    ...base,
    offset: page * PAGE_SIZE,
    limit: PAGE_SIZE,
    facets: page === 0,
    ...(page === 0 && base.typing ? { place: PLACE } : {}),
  })
  const optionsOf = (page: number) => ({
    queryKey: requestKey('search.run', pageArgument(page)),
    queryFn: () => request('search.run', pageArgument(page)),
    structuralSharing: false as const,
  })
  const first = useQuery<SearchPage>({ ...optionsOf(0), placeholderData: keepPreviousData })
  const pages = pagesBetween(from, to, first.data?.total ?? 0)
  const others = useQueries({ queries: pages.map(optionsOf) })
  const replies = new Map(pages.map((page, place) => [page, others[place]]))
  return {
    total: first.data?.total ?? 0,
    facets: first.data?.facets ?? null,
    notices: first.data?.notices ?? NO_NOTICES,
    isFirstLoad: first.isPending,
    isStale: first.isPlaceholderData,
    error: first.error,
    retry: () => {
      void first.refetch()
      for (const reply of others) if (reply.isError) void reply.refetch()
    },
    hitAt: (row) => {
      const page = Math.floor(row / PAGE_SIZE)
      const reply = page === 0 ? first : replies.get(page)
      if (reply?.isError) return null
      return reply?.data?.hits[row % PAGE_SIZE]
    },
  }
}

/** Pages after the first that hold rows of the window, with one page ahead. */
function pagesBetween(from: number, to: number, total: number): readonly number[] {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1)
  const pages: number[] = []
  for (let page = Math.floor(from / PAGE_SIZE); page <= Math.min(last, Math.floor(to / PAGE_SIZE)); page += 1) {
    if (page > 0) pages.push(page)
  }
  return pages
}
