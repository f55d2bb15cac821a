import { create } from 'zustand'
import type { ArticleConflict } from '../../core/contract/results.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { PartialDay } from '../../core/model/calendar-day.ts'
import type { SavedSearch } from '../../core/model/saved-search.ts'
import type { Grain, LaneField } from '../../core/model/timeline.ts'

/** What the export dialog begins with, where it is opened for a purpose. */
export type ExportPreset =
  | { readonly kind: 'book' }
  | { readonly kind: 'timeline'; readonly grain: Grain | 'auto'; readonly lanes: LaneField | null }

/** Articles that an act would touch, as a dry run shows them. */
export interface ShownArticles {
  readonly total: number
  readonly articles: readonly {
    readonly id: ArticleId
    readonly title: string
    readonly published: PartialDay | null
    readonly outlet?: string
  }[]
}

/** The dialogs of the program with what each needs to open. One is open at a time. */
export type DialogRequest =
  | { readonly name: 'palette' }
  | { readonly name: 'keys' }
  | { readonly name: 'search-help' }
  | { readonly name: 'save-search'; readonly search: SavedSearch | null }
  | { readonly name: 'conflict'; readonly conflict: ArticleConflict }
  | {
      readonly name: 'confirm-act'
      readonly title: string
      readonly shown: ShownArticles
      readonly answer: (agreed: boolean) => void
    }
  | { readonly name: 'empty-trash'; readonly ids: readonly ArticleId[] }
  | { readonly name: 'history'; readonly article: ArticleId }
  | { readonly name: 'assign-tags'; readonly ids: readonly ArticleId[] }
  | { readonly name: 'suggest-tags'; readonly ids: readonly ArticleId[] }
  | { readonly name: 'export'; readonly ids: readonly ArticleId[]; readonly preset?: ExportPreset }

interface DialogState {
  readonly open: DialogRequest | null
}

/** The open dialog, or null. */
export const useDialogStore = create<DialogState>(() => ({ open: null }))

/** Opens a dialog in place of any other. */
export function openDialog(request: DialogRequest): void {
  useDialogStore.setState({ open: request })
}

/** Closes the open dialog. */
export function closeDialog(): void {
  useDialogStore.setState({ open: null })
}
