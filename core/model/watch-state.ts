import type { ArticleKind } from './article.ts'

/** The folder that is watched for new files on this computer, if any. */
export interface WatchState {
  /** Absolute path, or null where no folder is watched. */
  readonly folder: string | null
  readonly kind: ArticleKind
  readonly outlet: string
  /** Time of the last look, ISO 8601 in UTC; null before the first. */
  readonly lookedAt: string | null
  /** Articles added from it since the program started. */
  readonly added: number
  /** Why the folder could not be looked at, in English, or null. */
  readonly problem: string | null
}
