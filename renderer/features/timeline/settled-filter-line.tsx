import { useEffect, useState } from 'react'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { FilterLine } from '../library/filter-line.tsx'

/** Facets are counted when the user has come to rest, not at every step of a zoom. */
const REST_MS = 500

/** The filter that the timeline shares with the list and the search box. */
export function SettledFilterLine() {
  const argument = useSettled(useSearchArgument())
  const { data } = useRequest('search.run', { ...argument, offset: 0, limit: 0, facets: true }, { keepPrevious: true })
  return <FilterLine facets={data?.facets ?? null} />
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
