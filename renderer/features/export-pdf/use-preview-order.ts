import { useMemo } from 'react'
import type { DocumentOrder } from '../../../core/contract/document-order.ts'
import { useRequest } from '../../data/use-request.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { Articles } from './export-form.ts'
import { BEGINNING, isPreviewCut, previewOrderOf } from './preview-order.ts'

/** What of an order is shown before it is saved. */
export interface PreviewOrder {
  /** Null while it is not known, and where there is nothing to show. */
  readonly order: DocumentOrder | null
  /** Articles that the order means, or null while they are counted. */
  readonly total: number | null
  /** Articles of the preview, where it shows only the beginning. */
  readonly beginning: number | null
  readonly error: unknown
}

/** Counts the articles of an order and cuts long ones to their beginning. */
export function usePreviewOrder(order: DocumentOrder | null, articles: Articles | null): PreviewOrder {
  const enabled = articles !== null
  const { query, filter } = articles ?? { query: '', filter: NO_FILTER }
  const count = useRequest(
    'search.run',
    { query, filter, sort: 'oldest', offset: 0, limit: 0, facets: false, typing: false },
    { enabled },
  )
  const total = enabled ? (count.data?.total ?? null) : null
  const isCut = isPreviewCut(order, total)
  const sort = order !== null && 'sort' in order ? order.sort : 'oldest'
  const all = useRequest('search.ids', { query, filter, sort, typing: false }, { enabled: isCut })
  const ids = all.data
  const shown = useMemo(() => previewOrderOf(order, total, ids ?? null), [order, total, ids])
  return { order: shown, total, beginning: isCut ? BEGINNING : null, error: count.error ?? all.error }
}
