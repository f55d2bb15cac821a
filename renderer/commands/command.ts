import type { QueryClient } from '@tanstack/react-query'
import type { HostConnection } from '../../core/contract/host-api.ts'
import type { Settings } from '../../core/model/settings.ts'
import type { MessageKey, Translate } from '../../core/translate/create-translator.ts'

/**
 * A key with its modifiers. `code` is the place on the keyboard (`KeyK`), never the letter: people type on Russian and
 * Kazakh layouts. A binding without modifiers acts only while list or reader has the focus, and can be switched off.
 */
export interface KeyBinding {
  readonly code: string
  readonly ctrl?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
  /** Browsers keep this key for themselves: shown and used only in the desktop program. */
  readonly desktopOnly?: boolean
}

/** What a command works with. */
export interface CommandContext {
  readonly connection: HostConnection
  readonly queryClient: QueryClient
  readonly translate: Translate
  readonly settings: Settings
  readonly changeSettings: (change: Partial<Settings>) => Promise<void>
}

/** One entry feeds menus, palette, tooltips and the list of keys. */
export interface Command {
  readonly id: string
  readonly label: MessageKey
  readonly group: 'global' | 'list' | 'editor'
  readonly keys?: readonly KeyBinding[]
  /** Whether it can run now; always, where left out. */
  readonly when?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void | Promise<void>
}
