import type { EngineAnswer, EngineQuery } from './text-engine.ts'
import type { AnswerSpace } from './query/answer-space.ts'
import type { HitDetails } from './describe-hits.ts'
import type { ArticleInput } from './segment/analyse-article.ts'

/** All articles of the catalog, packed: one entry per article, in any order. */
export interface CatalogRows {
  /** 16 bytes an article. */
  readonly ids: Uint8Array
  /** Two words an article, see `versionWords`. */
  readonly versions: Uint32Array
  readonly tagHashes: Uint32Array
  readonly rows: Uint32Array
}

/** How the index that was found on disk differs from the catalog. */
export interface CatalogDifference {
  /** Rows of articles that the index does not have as they are now. */
  readonly stale: Uint32Array
  /** Rows of articles whose tags go by other names now. */
  readonly retagged: Uint32Array
  /** Articles that can be found. */
  readonly indexed: number
}

export interface RetaggedArticle {
  readonly row: number
  readonly tagNames: readonly string[]
  readonly tagHash: number
}

/** How postings are read: all in memory, or from the file whenever a query needs them. */
export type ReadingMode = 'mem' | 'pread'

/** What the search worker is started with. */
export interface WorkerSetup {
  readonly folder: string
  readonly archiveId: string
  readonly reading: ReadingMode
}

/** The calls that the search worker answers: one argument, one result. */
export interface WorkerCalls {
  /** Tells the worker which articles there are; to be called first. */
  readonly attach: (catalog: CatalogRows) => CatalogDifference
  /** Adds or replaces articles; returns how many can be found. */
  readonly upsert: (articles: readonly ArticleInput[]) => number
  readonly remove: (ids: readonly string[]) => number
  /**
   * Takes in a segment that was built beside, article by article with its row; -1 for one that changed meanwhile. Articles
   * of these rows that are there are replaced. Returns how many can be found, or null where the file is damaged.
   */
  readonly adopt: (argument: { readonly path: string; readonly rows: Int32Array }) => number | null
  readonly retag: (articles: readonly RetaggedArticle[]) => number
  /** The answer lies in the space given, which both threads see, if that is large enough. */
  readonly search: (argument: { readonly query: EngineQuery; readonly space: AnswerSpace | null }) => EngineAnswer
  /** Another spelling of a query that has so many hits, or null. */
  readonly suggest: (argument: { readonly query: EngineQuery; readonly hits: number }) => string | null
  readonly describe: (argument: {
    readonly query: EngineQuery
    readonly rows: readonly number[]
  }) => readonly HitDetails[]
  /** Runs a query, so that the code is compiled before it is needed; false if there are no more such queries. */
  readonly warmUp: (step: number) => boolean
  /** Empties the index, also on disk. */
  readonly clear: () => number
  /** Writes to disk what is not there yet. */
  readonly save: () => null
  readonly close: () => null
}

export type WorkerCall = keyof WorkerCalls
export type CallArgument<Name extends WorkerCall> = Parameters<WorkerCalls[Name]>[0]
export type CallResult<Name extends WorkerCall> = ReturnType<WorkerCalls[Name]>

/** A call on its way to the worker. */
export interface CallMessage {
  readonly number: number
  readonly name: WorkerCall
  readonly argument: unknown
}

/** Its reply. */
export interface ReplyMessage {
  readonly number: number
  readonly value?: unknown
  /** Text of the failure, where it failed. */
  readonly failure?: string
}

/** Something that the worker tells without being asked. */
export type NewsMessage =
  | { readonly news: 'info' | 'warn'; readonly text: string }
  /** A damaged part of the index was left out: these rows must be indexed anew. */
  | { readonly news: 'lost'; readonly rows: Uint32Array }
