import type { ArticleId } from './article-id.ts'
import type { PartialDay } from './calendar-day.ts'
import type { Charset } from './charset.ts'
import type { FieldFinding, SimilarArticle } from './import-evidence.ts'
import type { ArticleLanguage } from './language.ts'
import type { ColumnMapping } from './table-field.ts'

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
  /** Number of its source in the run, from 0; items out of one container share it. */
  readonly place?: number
  /** How the fields were found. */
  readonly findings?: readonly FieldFinding[]
  /** Articles with nearly the same text that were there before. */
  readonly similar?: readonly SimilarArticle[]
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

/** The run that goes on now. */
export interface RunningImport {
  readonly batch: string
  /** Task id under which it was asked for, by which it can be stopped; null where it had none. */
  readonly task: string | null
  readonly paused: boolean
  readonly done: number
  readonly total: number
  /** The source that was finished last. */
  readonly current: string
}

/** A run with sources that can still be imported on this computer. */
export interface UnfinishedRun {
  readonly batch: string
  readonly startedAt: string
  /** Sources of the run. */
  readonly total: number
  /** Sources that can be imported (again). */
  readonly left: number
  /** True where the program ended in the middle of the run; false where the run ended with failures or was stopped. */
  readonly brokenOff: boolean
}

/** One way to read the letters of a source. */
export interface CharsetReading {
  readonly charset: Charset
  /** Some words in that reading. */
  readonly sample: string
}

/** A text whose character set is not certain. */
export interface CharsetQuestion {
  readonly source: string
  readonly name: string
  /** What the program takes it for; the same as the first of `readings`. */
  readonly charset: Charset
  readonly readings: readonly CharsetReading[]
  /** Places that a choice can be remembered for, narrowest first. */
  readonly places: readonly string[]
}

/** A table whose columns nobody has confirmed yet. */
export interface TableQuestion {
  readonly source: string
  readonly name: string
  readonly head: readonly string[]
  /** The first rows, at most ten. */
  readonly rows: readonly (readonly string[])[]
  /** As the names of the columns suggest. */
  readonly mapping: ColumnMapping
  /** Rows below the head. */
  readonly count: number
}

/** What a person should decide before an import. */
export interface ImportQuestions {
  readonly charsets: readonly CharsetQuestion[]
  readonly tables: readonly TableQuestion[]
}

/** An article as it would come in. */
export interface PreviewArticle {
  readonly title: string
  readonly publishedOn: PartialDay | null
  readonly language: ArticleLanguage
  readonly outlet: string
  readonly doubts: readonly string[]
  /** The beginning of its text, Markdown. */
  readonly sample: string
}

/** What would come of a source. */
export interface ImportPreview {
  readonly name: string
  readonly charsets: readonly CharsetReading[]
  readonly table: TableQuestion | null
  /** At most five. */
  readonly articles: readonly PreviewArticle[]
  /** Articles, files inside, and parts that cannot be read. */
  readonly total: number
}
