import type { BenchQuery } from './bench-queries.ts'
import { openInThread } from './engine-in-thread.ts'
import { openFlexSearch } from './engine-flexsearch.ts'
import { openLunr } from './engine-lunr.ts'
import { openMiniSearch } from './engine-minisearch.ts'
import { openOrama } from './engine-orama.ts'
import { openOurs } from './engine-ours.ts'
import { openSqlite } from './engine-sqlite.ts'

/** An engine under test. Each runs in a process of its own. */
export interface BenchEngine {
  /**
   * Builds an index over `count` generated articles and saves it in the folder. What it does then in the background, if it
   * does, is waited for by the function that comes back.
   */
  build(folder: string, count: number): Promise<undefined | (() => Promise<void>)>
  /** Opens what was saved. */
  open(folder: string, count: number): Promise<OpenedEngine>
}

export interface OpenedEngine {
  /** When the engine began to open, by `performance.now()`: what the bench itself prepares before does not count. */
  readonly start: number
  /** Memory of the process in bytes before it began to open, by `settledMemory`: the bench's own. */
  readonly before: number
  /** Number of hits, of at most 50 that are fetched; null where the engine has no such query. */
  search(query: BenchQuery): Promise<number | null> | number | null
  /** The first page as the interface gets it: 50 rows with snippets, reasons and facets. */
  page?(query: BenchQuery): Promise<number>
  /** Adds the article with a number and waits until it can be found. */
  add(number: number): Promise<void> | void
  close(): Promise<void> | void
}

export const ENGINES: Readonly<Record<string, BenchEngine>> = {
  ours: openOurs('mem'),
  'ours-pread': openOurs('pread'),
  'ours-in-thread': openInThread('pread'),
  lunr: openLunr(),
  minisearch: openMiniSearch(),
  flexsearch: openFlexSearch(),
  orama: openOrama(),
  sqlite: openSqlite(),
}
