import type { DocumentOrder } from '../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import type { ArticleId } from '../../../core/model/article-id.ts'

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
export const BEGINNING = 20

/** True where only the beginning of a document of `total` articles is previewed. */
export function isPreviewCut(order: DocumentOrder | null, total: number | null): boolean {
  return order !== null && total !== null && total > MOST_PREVIEWED[order.kind]
}

/**
 * What is previewed of an order of `total` articles (null while they are counted). `ids`: all of them in the document's
 * order, needed only where the preview is cut. Null: nothing to show, or not yet.
 */
export function previewOrderOf(
  order: DocumentOrder | null,
  total: number | null,
  ids: readonly ArticleId[] | null,
): DocumentOrder | null {
  if (order === null || order.kind === 'data' || total === null) return null
  // A digest of a quiet day is a document too; its days are not those of the count.
  if (total === 0 && order.kind !== 'digest') return null
  if (!isPreviewCut(order, total)) return order
  if (ids === null) return null
  // The words of the search have done their work; repeated, they would only cost time.
  return { ...order, query: '', filter: { ...NO_FILTER, ids: ids.slice(0, BEGINNING) } }
}
