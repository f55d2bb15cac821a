import type { Command } from '../../commands/command.ts'
import { showFirst } from '../../commands/show-first.ts'
import { notify } from '../../state/toast-store.ts'
import { closeDialog, openDialog } from '../../state/dialog-store.ts'
import { navigate } from '../../state/route-store.ts'
import { claimUndo, useUndoStore } from '../../state/undo-store.ts'
import { cyclePane, focusSearch, isTextFocused } from './panes.ts'

/** Commands that work everywhere. */
export const shellCommands: readonly Command[] = [
  {
    id: 'palette',
    label: 'shell.palette',
    group: 'global',
    keys: [{ code: 'KeyK', ctrl: true }],
    run: () => openDialog({ name: 'palette' }),
  },
  {
    id: 'search',
    label: 'shell.search',
    group: 'global',
    keys: [{ code: 'KeyF', ctrl: true }, { code: 'Slash' }],
    run: focusSearch,
  },
  {
    id: 'add-article',
    label: 'shell.addArticle',
    group: 'global',
    keys: [{ code: 'KeyN', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'edit', article: null }),
  },
  {
    id: 'library',
    label: 'shell.goToLibrary',
    group: 'global',
    keys: [{ code: 'Digit1', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'library' }),
  },
  {
    id: 'review',
    label: 'shell.reviewQueue',
    group: 'global',
    keys: [{ code: 'Digit4', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'review' }),
  },
  {
    id: 'trash',
    label: 'shell.trash',
    group: 'global',
    keys: [{ code: 'Digit5', ctrl: true, desktopOnly: true }],
    run: () => navigate({ screen: 'trash' }),
  },
  {
    id: 'undo',
    label: 'shell.undoCommand',
    group: 'global',
    keys: [{ code: 'KeyZ', ctrl: true }],
    when: () => !isTextFocused(),
    run: async ({ connection, translate }) => {
      const step = useUndoStore.getState().steps.at(-1)
      if (step === undefined || !claimUndo(step)) {
        // What an earlier window did, or this one before it was reloaded.
        const seen = await showFirst(connection, translate('shell.undoCommand'), { type: 'undo' })
        if (seen === null) return
        await connection.request('acts.undo', seen)
        notify(translate('shell.undone'))
        return
      }
      await step.undo()
      notify(`${translate('shell.undone')}: ${step.label}`)
    },
  },
  {
    id: 'redo',
    label: 'shell.redoCommand',
    group: 'global',
    keys: [{ code: 'KeyZ', ctrl: true, shift: true }],
    when: () => !isTextFocused(),
    run: async ({ connection, translate }) => {
      await connection.request('acts.redo', {})
      notify(translate('shell.redone'))
    },
  },
  {
    id: 'next-pane',
    label: 'shell.nextPane',
    group: 'global',
    keys: [{ code: 'F6' }],
    run: () => cyclePane(false),
  },
  {
    id: 'previous-pane',
    label: 'shell.previousPane',
    group: 'global',
    keys: [{ code: 'F6', shift: true }],
    run: () => cyclePane(true),
  },
  {
    id: 'keys',
    label: 'shell.keys',
    group: 'global',
    keys: [{ code: 'Slash', shift: true }],
    run: () => openDialog({ name: 'keys' }),
  },
  {
    id: 'settings',
    label: 'shell.settings',
    group: 'global',
    keys: [{ code: 'Comma', ctrl: true }],
    run: () => navigate({ screen: 'settings' }),
  },
  {
    id: 'theme',
    label: 'shell.themeToggle',
    group: 'global',
    run: async ({ changeSettings }) => {
      const dark = isDarkNow()
      await changeSettings({ theme: dark ? 'light' : 'dark' })
    },
  },
  {
    id: 'rescan',
    label: 'shell.rescan',
    group: 'global',
    run: async ({ connection, translate }) => {
      const { changed } = await connection.request('archive.rescan', {})
      notify(translate('library.articles', { count: changed.length }))
    },
  },
  {
    id: 'reveal-archive',
    label: 'shell.revealArchive',
    group: 'global',
    when: ({ connection }) => connection.host.capabilities.revealFiles,
    run: ({ connection }) => connection.host.revealArchive(),
  },
  {
    id: 'switch-archive',
    label: 'shell.switchArchive',
    group: 'global',
    run: async ({ connection }) => {
      closeDialog()
      await connection.request('workspace.close', {})
    },
  },
]

function isDarkNow(): boolean {
  const { theme } = document.documentElement.dataset
  return theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
}
