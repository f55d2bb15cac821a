import { lazy, Suspense, useEffect, useState } from 'react'
import { Chip } from '../../components/chip.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useSearchArgument } from '../../data/use-search.ts'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { filterParts } from '../library/filter-parts.ts'
import styles from './timeline-screen.module.css'

const FilterMenu = lazy(async () => ({ default: (await import('../library/filter-menu.tsx')).FilterMenu }))

/** Facets are counted when the user has come to rest, not at every step of a zoom. */
const REST_MS = 500

/** The filter in force, shared with the list and the search box, with the facets to change it by. */
export function FilterLine() {
  const translate = useTranslate()
  const { filter } = useRoute()
  const tags = useTagsById()
  const argument = useSettled(useSearchArgument())
  const { data } = useRequest('search.run', { ...argument, offset: 0, limit: 0, facets: true }, { keepPrevious: true })
  return (
    <div className={styles.filters}>
      {filterParts(filter, tags, translate).map((part) => (
        <Chip
          key={part.key}
          icon={part.color === null ? null : <TagDot color={part.color} />}
          removeLabel={translate('library.removeFilter', { name: part.label })}
          onRemove={() => navigate({ filter: part.without })}
        >
          {part.label}
        </Chip>
      ))}
      <Suspense fallback={null}>
        <FilterMenu facets={data?.facets ?? null} />
      </Suspense>
    </div>
  )
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
