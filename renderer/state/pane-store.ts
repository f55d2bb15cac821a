import { create } from 'zustand'

const STORAGE_KEY = 'press-archive-panes'
export const SIDEBAR_LIMITS = { least: 180, most: 400, initial: 232 } as const
export const LIST_LIMITS = { least: 300, most: 760, initial: 460 } as const

interface PaneState {
  /** Widths in CSS pixels. */
  readonly sidebar: number
  readonly list: number
  /** Narrow windows only: the sidebar is shown as a drawer. */
  readonly drawerOpen: boolean
}

function clamp(
  value: unknown,
  limits: { readonly least: number; readonly most: number; readonly initial: number },
): number {
  return typeof value === 'number' ? Math.min(limits.most, Math.max(limits.least, value)) : limits.initial
}

function readStored(): PaneState {
  const text = localStorage.getItem(STORAGE_KEY) ?? '{}'
  const stored: unknown = JSON.parse(text)
  const values = typeof stored === 'object' && stored !== null ? stored : {}
  return {
    sidebar: clamp('sidebar' in values ? values.sidebar : null, SIDEBAR_LIMITS),
    list: clamp('list' in values ? values.list : null, LIST_LIMITS),
    drawerOpen: false,
  }
}

/** Widths of the panes, kept on this computer. */
export const usePaneStore = create<PaneState>(readStored)

/** Sets the width of a pane within its limits and keeps it. */
export function setPaneWidth(pane: 'sidebar' | 'list', width: number): void {
  usePaneStore.setState({ [pane]: clamp(width, pane === 'sidebar' ? SIDEBAR_LIMITS : LIST_LIMITS) })
  const { sidebar, list } = usePaneStore.getState()
  localStorage.setItem(STORAGE_KEY, JSON.stringify({ sidebar, list }))
}

/** Shows or hides the drawer of narrow windows. */
export function setDrawerOpen(drawerOpen: boolean): void {
  usePaneStore.setState({ drawerOpen })
}
