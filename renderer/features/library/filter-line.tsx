import { lazy, Suspense } from 'react'
import type { Facets } from '../../../core/model/search-result.ts'
import { Chip } from '../../components/chip.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { useTagsById } from '../../data/use-tags.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { filterParts } from './filter-parts.ts'
import styles from './filter-line.module.css'

const FilterMenu = lazy(async () => ({ default: (await import('./filter-menu.tsx')).FilterMenu }))

/** The filter in force, part by part, each with its way off; and the facets to change it by, once they are counted. */
export function FilterLine({ facets }: { readonly facets: Facets | null }) {
  const translate = useTranslate()
  const { filter } = useRoute()
  const tags = useTagsById()
  return (
    <div className={styles.line}>
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
        <FilterMenu facets={facets} />
      </Suspense>
    </div>
  )
}
