import { useState } from 'react'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { useRequest } from '../../data/use-request.ts'
import { forgetQueries, rememberQuery } from './saved-search-acts.ts'

const MOST_SHOWN = 8
/** Longer texts were pasted, not typed: nobody looks for them again. */
const LONGEST_KEPT = 1_000

/** The list of recent searches below the empty field. */
export interface RecentSearchesState {
  /** Null: nothing is shown. */
  readonly queries: readonly string[] | null
  readonly active: number
  readonly open: () => void
  readonly close: () => void
  /** Moves the mark by arrow keys. Returns false where no list is shown. */
  readonly move: (step: 1 | -1) => boolean
  /** The query of a line; null where the line cleared the history or is none. */
  readonly pick: (place: number) => string | null
  readonly remember: (query: string) => void
}

/** Shows recent searches while `wanted`, that is while the field is empty. */
export function useRecentSearches(wanted: boolean): RecentSearchesState {
  const context = useCommandContext()
  const { data = [] } = useRequest('searches.history', {})
  const [opened, setOpened] = useState(false)
  const [active, setActive] = useState(-1)
  const queries = opened && wanted && data.length > 0 ? data.slice(0, MOST_SHOWN) : null
  const close = (): void => {
    setOpened(false)
    setActive(-1)
  }
  return {
    queries,
    active,
    open: () => setOpened(true),
    close,
    move: (step) => {
      if (queries === null) return false
      const lines = queries.length + 1
      setActive(active < 0 && step < 0 ? lines - 1 : (active + step + lines) % lines)
      return true
    },
    pick: (place) => {
      if (queries === null || place < 0) return null
      close()
      if (place === queries.length) runAct(() => forgetQueries(context), context)
      return queries[place] ?? null
    },
    remember: (query) => {
      const text = query.trim()
      if (text === '' || text.length > LONGEST_KEPT || text === data[0]) return
      runAct(() => rememberQuery(context, text), context)
    },
  }
}
