import type { KeyBinding } from './command.ts'

const NAMES: Readonly<Record<string, string>> = {
  Comma: ',',
  Slash: '/',
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: '␣',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** A key as it is printed beside a command: `Ctrl+Shift+Z`, by the places of an English keyboard. */
export function keyText(binding: KeyBinding): string {
  const name = NAMES[binding.code] ?? binding.code.replace(/^(?:Key|Digit)/, '')
  // The question mark is known by its sign, not by its place.
  if (binding.code === 'Slash' && binding.shift && !binding.ctrl) return '?'
  return [binding.ctrl && 'Ctrl', binding.alt && 'Alt', binding.shift && 'Shift', name].filter(Boolean).join('+')
}

/** True when the event is this key: Cmd counts as Ctrl. */
export function matchesKey(binding: KeyBinding, event: KeyPress): boolean {
  return (
    binding.code === event.code &&
    (binding.ctrl ?? false) === (event.ctrlKey || event.metaKey) &&
    (binding.shift ?? false) === event.shiftKey &&
    (binding.alt ?? false) === event.altKey
  )
}

/** The parts of a keyboard event that tell a key. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>
