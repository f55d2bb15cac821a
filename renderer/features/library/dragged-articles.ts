import type { DragEvent } from 'react'
import { isArticleId, type ArticleId } from '../../../core/model/article-id.ts'
import { useSelectionStore } from '../../state/selection-store.ts'

const TYPE = 'application/x-press-archive-articles'

/** Begins to drag an article; where it is a marked one, all marked articles come along. */
export function startDragging(event: DragEvent, id: ArticleId): void {
  const { ids } = useSelectionStore.getState()
  event.dataTransfer.setData(TYPE, (ids.has(id) ? [...ids] : [id]).join(' '))
  event.dataTransfer.effectAllowed = 'copyMove'
}

/** True while articles are dragged over; the drop is then allowed. */
export function acceptsDrag(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(TYPE)) return false
  event.preventDefault()
  return true
}

/** The articles that were dropped. */
export function droppedArticles(event: DragEvent): readonly ArticleId[] {
  event.preventDefault()
  return event.dataTransfer.getData(TYPE).split(' ').filter(isArticleId)
}
