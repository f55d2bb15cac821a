import type { SearchNotice } from '../model/search-result.ts'
import { QueryCompiler, type CompiledQuery } from './query/compile-query.ts'
import { NoticeList } from './query/notice-list.ts'
import type { ParsedQuery } from './query/parsed-query.ts'
import { parseQuery } from './query/parse-query.ts'
import { QueryRunner, type Matches } from './query/run-query.ts'
import { findVariants, type TagAlias } from './query/variants.ts'
import { analyseArticle, type ArticleInput } from './segment/analyse-article.ts'
import type { IndexView } from './segment/index-view.ts'
import { SegmentStore } from './segment/segment-store.ts'
import { describeHits, type HitDetails } from './describe-hits.ts'
import { suggestSpelling } from './suggest-spelling.ts'
import { warmUpQueries } from './warm-up.ts'
import type { RetaggedArticle } from './worker-protocol.ts'

/** A query as the engine gets it. */
export interface EngineQuery {
  readonly query: ParsedQuery
  /** True while the user is typing: the last word also counts as a beginning. */
  readonly typing: boolean
  /** Tags whose names are in the query. */
  readonly aliases: readonly TagAlias[]
}

/** All articles that fit. */
export interface EngineAnswer {
  /** Hits by the plain meaning of the query. */
  readonly exact: Matches
  /** Hits by variants only: other spellings, beginnings, names of tags in another language. */
  readonly loose: Matches
  readonly notices: readonly SearchNotice[]
}

/** Below this many hits, other spellings are looked for too. */
const FEW_HITS = 50

interface Prepared {
  readonly view: IndexView
  readonly exact: CompiledQuery
  readonly loose: CompiledQuery | null
  readonly answer: EngineAnswer
}

/** The text index of one archive in memory: what the worker runs, free of threads and files. */
export class TextEngine {
  readonly store = new SegmentStore()
  private runner: { readonly view: IndexView; readonly runner: QueryRunner } | null = null
  private warming: readonly string[] | null = null
  private last: { readonly key: string; readonly prepared: Prepared } | null = null

  /** Adds articles or replaces them. */
  upsert(articles: readonly ArticleInput[]): void {
    this.store.add(articles.map(analyseArticle))
  }

  /** Takes articles out. */
  removeIds(ids: readonly string[]): void {
    for (const id of ids) this.store.removeId(id)
  }

  /** Indexes articles anew whose tags go by other names; their texts are those stored. */
  retag(articles: readonly RetaggedArticle[]): void {
    const fresh = articles.map(({ row, tagNames, tagHash }) => this.store.retagged(row, tagNames, tagHash))
    this.store.add(fresh.filter((article) => article !== null))
  }

  /** Finds all articles that fit the query. */
  search(request: EngineQuery): EngineAnswer {
    return this.prepare(request).answer
  }

  /** Another spelling of the whole query, or null; looked for beside the search, since it may take longer. */
  suggest({ query }: EngineQuery, hits: number): string | null {
    return suggestSpelling(this.store, this.store.view(), query, hits)
  }

  /** Snippets and reasons for hits of a query, in the order of the rows given. */
  describe(request: EngineQuery, rows: readonly number[]): readonly HitDetails[] {
    const { view, exact, loose } = this.prepare(request)
    return describeHits(this.store, view, exact, loose, rows)
  }

  /** Runs one of the queries that get the code compiled before the user asks; false once there are no more. */
  warmUp(step: number): boolean {
    this.warming ??= warmUpQueries(this.store.view())
    const text = this.warming[step]
    if (text === undefined) {
      this.warming = null
      return false
    }
    const { last } = this
    const found = this.search({ query: parseQuery(text, 'all'), typing: true, aliases: [] })
    if (step % 8 === 0)
      this.describe({ query: parseQuery(text, 'all'), typing: true, aliases: [] }, [
        ...found.exact.rows.subarray(0, 20),
      ])
    this.last = last
    return true
  }

  private prepare(request: EngineQuery): Prepared {
    const view = this.store.view()
    const key = JSON.stringify([request.query, request.typing, request.aliases.map((alias) => alias.tag)])
    if (this.last?.key === key && this.last.prepared.view === view) return this.last.prepared
    const prepared = this.prepareAfresh(request, view)
    this.last = { key, prepared }
    return prepared
  }

  private prepareAfresh(request: EngineQuery, view: IndexView): Prepared {
    const { query } = request
    const runner = this.runnerFor(view)
    const exact = new QueryCompiler(view).compile(query)
    const found = runner.run(exact)
    const compiler = new QueryCompiler(view)
    const variants = findVariants(request, compiler.lookup, found.rows.length < FEW_HITS)
    const loose = variants.some((variant) => variant !== undefined) ? compiler.compile(query, variants) : null
    const more = loose === null ? NO_MATCHES : runner.run(loose, flagsOf(found.rows, view.rowCapacity))
    const notices = new NoticeList()
    notices.addAll(exact.notices)
    if (exact.unknownWords.length > 0) notices.add('unknown-words', ...exact.unknownWords)
    return { view, exact, loose, answer: { exact: found, loose: more, notices: notices.all() } }
  }

  private runnerFor(view: IndexView): QueryRunner {
    if (this.runner?.view !== view) this.runner = { view, runner: new QueryRunner(view) }
    return this.runner.runner
  }
}

const NO_MATCHES: Matches = { rows: new Uint32Array(), scores: new Float64Array() }

function flagsOf(rows: Uint32Array, capacity: number): Uint8Array {
  const flags = new Uint8Array(capacity)
  for (const row of rows) flags[row] = 1
  return flags
}
