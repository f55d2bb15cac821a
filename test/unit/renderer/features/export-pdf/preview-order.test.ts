import { expect, it } from 'vitest'
import type { DocumentOrder } from '../../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../../core/model/article-filter.ts'
import type { ArticleId } from '../../../../../core/model/article-id.ts'
import { initialForm, orderOf, type ExportPlace } from '../../../../../renderer/features/export-pdf/export-form.ts'
import { BEGINNING, isPreviewCut, previewOrderOf } from '../../../../../renderer/features/export-pdf/preview-order.ts'

const PLACE: ExportPlace = { ids: [], shown: { query: 'көл', filter: NO_FILTER }, recipe: null }

function orderOfKind(kind: DocumentOrder['kind']): DocumentOrder {
  const order = orderOf({ ...initialForm(PLACE, 'kk'), kind }, PLACE)
  if (order === null) throw new Error(`no order of the kind ${kind}`)
  return order
}

// Ids of the shape that the archive gives.
const IDS = Array.from({ length: 400 }, (_, place) => `1hf636q4${String(place).padStart(8, '0')}` as ArticleId)

it('previews a book of 300 articles whole, and the first 20 articles of a longer one', () => {
  const book = orderOfKind('book')
  expect(previewOrderOf(book, 300, null)).toBe(book)
  expect(previewOrderOf(book, 301, IDS)).toEqual({
    ...book,
    query: '',
    filter: { ...NO_FILTER, ids: IDS.slice(0, BEGINNING) },
  })
})

it('waits for the count, and for the articles where the preview is cut', () => {
  expect(previewOrderOf(orderOfKind('book'), null, null)).toBeNull()
  expect(previewOrderOf(orderOfKind('book'), 301, null)).toBeNull()
})

it('never cuts the figures of a report', () => {
  const report = orderOfKind('report')
  expect(isPreviewCut(report, 5_000)).toBe(false)
  expect(previewOrderOf(report, 5_000, null)).toBe(report)
})

it('shows the digest of a quiet day, but no book without articles and no pages of a table', () => {
  const digest = orderOfKind('digest')
  expect(previewOrderOf(digest, 0, null)).toBe(digest)
  expect(previewOrderOf(orderOfKind('book'), 0, null)).toBeNull()
  expect(previewOrderOf(orderOfKind('data'), 12, null)).toBeNull()
})
