/** One line of the palette. */
export interface PaletteEntry {
  readonly key: string
  readonly label: string
  /** Shown at the right: a key, a count, a date. */
  readonly hint: string
  readonly color: string | null
  readonly run: () => void
}

/** Lines of one sort. */
export interface PaletteGroup {
  readonly key: string
  readonly label: string | null
  readonly entries: readonly PaletteEntry[]
}

/** True when every word typed begins a word of the text, in any order. */
export function matchesAllWords(text: string, typed: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => part === '' || words.some((word) => word.startsWith(part)))
}
