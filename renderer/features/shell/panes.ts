/** Panes that F6 goes through, in reading order. */
const PANES = ['sidebar', 'list', 'reader'] as const
export type PaneName = (typeof PANES)[number]

function elementOf(pane: PaneName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)
}

/** Moves the focus into a pane. Returns false where it is not on the screen. */
export function focusPane(pane: PaneName): boolean {
  const element = elementOf(pane)
  if (element === null || element.getClientRects().length === 0) return false
  const target = element.querySelector<HTMLElement>('[data-pane-focus]') ?? element
  target.focus()
  return true
}

/** Moves the focus to the pane after (or before) the one that has it. */
export function cyclePane(backwards: boolean): void {
  const at = PANES.findIndex((pane) => elementOf(pane)?.contains(document.activeElement))
  const step = backwards ? -1 : 1
  for (let turn = 1; turn <= PANES.length; turn += 1) {
    const pane = PANES[(Math.max(at, backwards ? 0 : -1) + step * turn + PANES.length * 2) % PANES.length]
    if (pane !== undefined && focusPane(pane)) return
  }
}

/** Moves the focus into the search box and selects what is in it. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]')
  field?.focus()
  field?.select()
}

/** True while the user types somewhere: keys of text fields are theirs. */
export function isTextFocused(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable="true"]') ?? false
}
