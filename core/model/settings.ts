import type { Language } from './language.ts'

/** Settings of a person, kept outside the archive. */
export interface Settings {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'comfortable' | 'compact' | 'line'
  /** Whether letters alone work as commands while list or reader has the focus (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** Printed on every PDF. */
  readonly officeName: string
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'en',
  theme: 'system',
  density: 'comfortable',
  singleKeys: true,
  officeName: '',
}
