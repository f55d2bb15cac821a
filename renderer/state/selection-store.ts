import { create } from 'zustand'
import type { ArticleId } from '../../core/model/article-id.ts'

interface SelectionState {
  readonly ids: ReadonlySet<ArticleId>
  /** Row from which a range is extended. */
  readonly anchor: number | null
}

/** The articles marked in the list for a common act; independent of the one in the reader. */
export const useSelectionStore = create<SelectionState>(() => ({ ids: new Set(), anchor: null }))

/** Marks exactly these articles. */
export function selectArticles(ids: Iterable<ArticleId>, anchor: number | null = null): void {
  useSelectionStore.setState({ ids: new Set(ids), anchor })
}

/** Marks an article, or takes the mark off. */
export function toggleSelected(id: ArticleId, row: number): void {
  const ids = new Set(useSelectionStore.getState().ids)
  if (!ids.delete(id)) ids.add(id)
  useSelectionStore.setState({ ids, anchor: row })
}

/** Takes all marks off. */
export function clearSelection(): void {
  useSelectionStore.setState({ ids: new Set(), anchor: null })
}
