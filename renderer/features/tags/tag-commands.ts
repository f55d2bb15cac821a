import type { Command } from '../../commands/command.ts'
import { openDialog } from '../../state/dialog-store.ts'
import { currentRoute, navigate } from '../../state/route-store.ts'
import { targetArticles } from '../library/library-commands.ts'

function isAmongArticles(): boolean {
  return ['library', 'review', 'timeline'].includes(currentRoute().screen)
}

/** Commands of tags and stories. */
export const tagCommands: readonly Command[] = [
  {
    id: 'manage-tags',
    label: 'shell.manageTags',
    group: 'global',
    keys: [{ code: 'Digit3', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'tags' }),
  },
  {
    id: 'stories',
    label: 'stories.title',
    group: 'global',
    run: () => navigate({ screen: 'stories', options: {} }),
  },
  {
    id: 'tag-matrix',
    label: 'tags.matrix',
    group: 'global',
    run: () => navigate({ screen: 'tag', options: {} }),
  },
  {
    id: 'suggest-tags',
    label: 'tags.suggestMany',
    group: 'list',
    keys: [{ code: 'KeyT', shift: true }],
    when: () => isAmongArticles() && targetArticles().length > 0,
    run: () => openDialog({ name: 'suggest-tags', ids: targetArticles() }),
  },
  {
    id: 'tag-found',
    label: 'tags.tagFound',
    group: 'list',
    when: isAmongArticles,
    run: async ({ connection }) => {
      const { query, filter, sort } = currentRoute()
      const ids = await connection.request('search.ids', { query, filter, sort, typing: false })
      openDialog({ name: 'assign-tags', ids })
    },
  },
]
