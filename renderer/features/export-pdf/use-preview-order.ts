import { useMemo } from 'react'
import type { DocumentOrder } from '../../../core/contract/document-order.ts'
import { useRequest } from '../../data/use-request.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { Articles } from './export-form.ts'

/**
 * Most articles of which the whole document is previewed. Books are long; the pages of a report or timeline are few, and
 * figures of a part would be wrong. A digest is never long.
 */
const MOST_PREVIEWED: Readonly<Record<DocumentOrder['kind'], number>> = {
  book: 300,
  report: 10_000,
  timeline: 10_000,
  digest: Infinity,
  data: Infinity,
}
/** Articles of a preview that shows only the beginning. */
const BEGINNING = 20

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
  const isLong = order !== null && total !== null && total > MOST_PREVIEWED[order.kind]
  const sort = order !== null && 'sort' in order ? order.sort : 'oldest'
  const all = useRequest('search.ids', { query, filter, sort, typing: false }, { enabled: isLong })
  const ids = all.data
  const shown = useMemo(() => {
    if (order === null || order.kind === 'data' || total === null) return null
    // A digest of a quiet day is a document too; its days are not those of the count.
    if (total === 0 && order.kind !== 'digest') return null
    if (!isLong) return order
    if (ids === undefined) return null
    // The words of the search have done their work; repeated, they would only cost time.
    return { ...order, query: '', filter: { ...NO_FILTER, ids: ids.slice(0, BEGINNING) } }
  }, [order, total, isLong, ids])
  return { order: shown, total, beginning: isLong ? BEGINNING : null, error: count.error ?? all.error }
}
