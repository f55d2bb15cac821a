/**
 * Shows the article before or after the present one by moving the cursor of the list, which knows the order. Does nothing
 * where no list is on the page.
 */
export function showNeighbour(step: 1 | -1): void {
  const list = document.querySelector<HTMLElement>('[data-pane="list"] [role="listbox"]')
  if (list === null) return
  const code = step === 1 ? 'ArrowDown' : 'ArrowUp'
  list.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }))
}
