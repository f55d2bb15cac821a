import type { ArticleId } from './article-id.ts'
import type { PartialDay } from './calendar-day.ts'
import type { ArticleLanguage } from './language.ts'

export const IMPORT_OUTCOMES = ['added', 'duplicate', 'skipped', 'failed'] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** What became of one source of an import run. */
export interface ImportItem {
  /** Name as the user knows it: path below the folder chosen, or `paste`. */
  readonly source: string
  readonly outcome: ImportOutcome
  /** The article added, or the one that is a duplicate of it; null when skipped or failed. */
  readonly id: ArticleId | null
  readonly title: string
  readonly publishedOn: PartialDay | null
  readonly language: ArticleLanguage | null
  readonly outlet: string
  /** Fields that the source did not state or that need a look. */
  readonly doubts: readonly string[]
  /** What was blocked or left out of the source (scripts, images of the network), one English sentence each. */
  readonly notices?: readonly string[]
  /** Error code and a sentence, where the outcome is not `added`. */
  readonly reason: string | null
}

/** total = added + duplicates + skipped + failed, always. */
export interface ImportReport {
  readonly batch: string
  readonly startedAt: string
  readonly total: number
  readonly added: number
  readonly duplicates: number
  readonly skipped: number
  readonly failed: number
  /** True when the run was stopped by the user before its end. */
  readonly cancelled: boolean
  readonly items: readonly ImportItem[]
}
