import { SORT_ORDERS } from '../../../core/model/article-filter.ts'
import type { SearchNotice } from '../../../core/model/search-result.ts'
import { Choice } from '../../components/choice.tsx'
import { LiveText } from '../../components/live-text.tsx'
import type { SearchList } from '../../data/use-search.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate, useRoute } from '../../state/route-store.ts'
import { DensityStrip } from './density-strip.tsx'
import { FilterLine } from './filter-line.tsx'
import styles from './list-head.module.css'
import { SearchNotices } from './search-notices.tsx'
import { SelectionBar } from './selection-bar.tsx'

/** What stands above the list: the strip of time, filters in force, count and order. */
export function ListHead({ list }: { readonly list: SearchList }) {
  const translate = useTranslate()
  const { query, sort } = useRoute()
  const isSearch = query.trim() !== ''
  const count = list.isFirstLoad ? '' : countText(list.total, isSearch, translate)
  return (
    <header className={styles.head}>
      <h2 id="list-title" className="visually-hidden">
        {translate('library.list')}
      </h2>
      <DensityStrip />
      <FilterLine facets={list.facets} />
      <div className={styles.line}>
        <span className={styles.count}>{count}</span>
        <LiveText text={count} />
        <Choice
          label={translate('library.sortBy')}
          value={sort === 'relevance' && !isSearch ? 'newest' : sort}
          choices={SORT_ORDERS.filter((order) => isSearch || order !== 'relevance').map((order) => ({
            value: order,
            label: translate(`library.sort.${order}`),
          }))}
          onChange={(order) => navigate({ sort: order }, { replace: true })}
        />
      </div>
      <Notices notices={list.notices} />
      <SelectionBar />
    </header>
  )
}

function Notices({ notices }: { readonly notices: readonly SearchNotice[] }) {
  return notices.length === 0 ? null : <SearchNotices notices={notices} />
}

function countText(total: number, isSearch: boolean, translate: ReturnType<typeof useTranslate>): string {
  return translate(isSearch ? 'search.found' : 'library.articles', { count: total })
}
