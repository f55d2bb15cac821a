import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Command } from '../../commands/command.ts'
import { openDialog } from '../../state/dialog-store.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { clearSelection, selectArticles, useSelectionStore } from '../../state/selection-store.ts'
import { focusPane, isTextFocused } from '../shell/panes.ts'
import { trashArticles } from './article-acts.ts'

/** The articles that an act is meant for: the marked ones, else the one in the reader. */
export function targetArticles(): readonly ArticleId[] {
  const { ids } = useSelectionStore.getState()
  if (ids.size > 0) return [...ids]
  const { article } = currentRoute()
  return article === null ? [] : [article]
}

const hasTarget = (): boolean => inLibrary() && targetArticles().length > 0

function inLibrary(): boolean {
  return ['library', 'review'].includes(currentRoute().screen)
}

/** Commands on the articles of list and reader. */
export const libraryCommands: readonly Command[] = [
  {
    id: 'edit',
    label: 'library.edit',
    group: 'list',
    keys: [{ code: 'KeyE' }],
    when: () => inLibrary() && currentRoute().article !== null,
    run: () => navigate({ screen: 'edit' }),
  },
  {
    id: 'tag',
    label: 'library.tag',
    group: 'list',
    keys: [{ code: 'KeyT' }],
    when: hasTarget,
    run: () => openDialog({ name: 'assign-tags', ids: targetArticles() }),
  },
  {
    id: 'history',
    label: 'reader.history',
    group: 'list',
    when: () => inLibrary() && currentRoute().article !== null,
    run: () => {
      const { article } = currentRoute()
      if (article !== null) openDialog({ name: 'history', article })
    },
  },
  {
    id: 'trash-articles',
    label: 'library.moveToTrash',
    group: 'list',
    keys: [{ code: 'Delete' }],
    when: hasTarget,
    run: async (context) => {
      if (await trashArticles(context, targetArticles())) clearSelection()
    },
  },
  {
    id: 'select-all',
    label: 'library.selectAll',
    group: 'list',
    keys: [{ code: 'KeyA', ctrl: true }],
    when: () => inLibrary() && !isTextFocused() && !isReaderFocused(),
    run: async ({ connection }) => {
      const { query, filter, sort } = currentRoute()
      selectArticles(await connection.request('search.ids', { query, filter, sort, typing: false }))
    },
  },
  {
    id: 'clear-selection',
    label: 'library.clearSelection',
    group: 'list',
    keys: [{ code: 'Escape' }],
    when: () => useSelectionStore.getState().ids.size > 0,
    run: clearSelection,
  },
  {
    id: 'leave-reader',
    label: 'shell.back',
    group: 'list',
    keys: [{ code: 'Escape' }],
    when: () => inLibrary() && currentRoute().article !== null && isReaderFocused(),
    run: () => void focusPane('list'),
  },
]

function isReaderFocused(): boolean {
  return document.activeElement?.closest('[data-pane="reader"]') != null
}
