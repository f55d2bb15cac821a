import type { KeyboardEvent } from 'react'
import type { ArticleId } from '../../../core/model/article-id.ts'
import { selectArticles, toggleSelected, useSelectionStore } from '../../state/selection-store.ts'

interface ListKeys {
  readonly active: number
  readonly total: number
  /** Rows that fit into the pane. */
  readonly pageRows: number
  readonly singleKeys: boolean
  readonly idAt: (row: number) => ArticleId | undefined
  readonly moveTo: (row: number) => void
  readonly open: (row: number) => void
}

/** Answers the keys of the list: moving, opening, marking. Letters go by their place on the keyboard. */
export function useListKeys(list: ListKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = targetRow(event, list)
    if (target !== null) {
      const row = Math.max(0, Math.min(list.total - 1, target))
      if (event.shiftKey) extendSelection(list, row)
      list.moveTo(row)
    } else if (event.code === 'Enter') list.open(list.active)
    else if (event.code === 'KeyX' && list.singleKeys) {
      const id = list.idAt(list.active)
      if (id !== undefined) toggleSelected(id, list.active)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function targetRow(event: KeyboardEvent, { active, total, pageRows, singleKeys }: ListKeys): number | null {
  switch (event.code) {
    case 'ArrowDown':
      return active + 1
    case 'ArrowUp':
      return active - 1
    case 'KeyJ':
      return singleKeys ? active + 1 : null
    case 'KeyK':
      return singleKeys ? active - 1 : null
    case 'PageDown':
      return active + pageRows
    case 'PageUp':
      return active - pageRows
    case 'Space':
      return active + (event.shiftKey ? -pageRows : pageRows)
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}

function extendSelection({ active, idAt }: ListKeys, row: number): void {
  const anchor = useSelectionStore.getState().anchor ?? active
  const [from, to] = anchor < row ? [anchor, row] : [row, anchor]
  const ids: ArticleId[] = []
  for (let at = from; at <= to; at += 1) {
    const id = idAt(at)
    if (id !== undefined) ids.push(id)
  }
  selectArticles(ids, anchor)
}
