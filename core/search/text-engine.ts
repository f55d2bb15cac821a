import type { SearchNotice } from '../model/search-result.ts'
import { QueryCompiler, type CompiledQuery } from './query/compile-query.ts'
import { ownSpace, type AnswerSpace } from './query/answer-space.ts'
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

/** A query in one state of the index. */
interface Prepared {
  readonly view: IndexView
  readonly exact: CompiledQuery
  readonly loose: CompiledQuery | null
}

/** The text index of one archive in memory: what the worker runs, free of threads and files. */
export class TextEngine {
  readonly store = new SegmentStore()
  private runner: { readonly view: IndexView; readonly runner: QueryRunner } | null = null
  private warming: { readonly queries: readonly string[]; readonly space: AnswerSpace } | null = null
  /** Flags of the rows that a query has found already; none is set between two queries. */
  private known = new Uint8Array()
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

  /** Finds all articles that fit the query; the answer lies in the space given, if it is large enough. */
  search(request: EngineQuery, space: AnswerSpace | null = null): EngineAnswer {
    const view = this.store.view()
    const room = space !== null && space.rows.length >= view.documents ? space : ownSpace(view.documents)
    const runner = this.runnerFor(view)
    const exact = new QueryCompiler(view).compile(request.query)
    const found = runner.run(exact, room)
    const loose = looserQuery(request, view, found.rows.length < FEW_HITS)
    const more = loose === null ? NO_MATCHES : this.runLoose(runner, loose, room, found.rows)
    this.last = { key: keyOf(request), prepared: { view, exact, loose } }
    return { exact: found, loose: more, notices: noticesOf(exact) }
  }

  private runLoose(runner: QueryRunner, query: CompiledQuery, room: AnswerSpace, found: Uint32Array): Matches {
    const { rowCapacity } = this.store.view()
    if (this.known.length < rowCapacity) this.known = new Uint8Array(rowCapacity)
    const { known } = this
    for (const row of found) known[row] = 1
    const more = runner.run(query, room, found.length, known)
    for (const row of found) known[row] = 0
    return more
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
    const view = this.store.view()
    this.warming ??= { queries: warmUpQueries(view), space: ownSpace(view.documents) }
    const text = this.warming.queries[step]
    if (text === undefined) {
      this.warming = null
      return false
    }
    const request: EngineQuery = { query: parseQuery(text, 'all'), typing: true, aliases: [] }
    const found = this.search(request, this.warming.space)
    if (step % 8 === 0) this.describe(request, [...found.exact.rows.subarray(0, 20)])
    return true
  }

  private prepare(request: EngineQuery): Prepared {
    if (this.last?.key !== keyOf(request) || this.last.prepared.view !== this.store.view()) this.search(request)
    // Every search leaves its query there.
    return (this.last as { readonly prepared: Prepared }).prepared
  }

  private runnerFor(view: IndexView): QueryRunner {
    if (this.runner?.view !== view) this.runner = { view, runner: new QueryRunner(view) }
    return this.runner.runner
  }
}

const NO_MATCHES: Matches = { rows: new Uint32Array(), scores: new Float64Array() }

function keyOf({ query, typing, aliases }: EngineQuery): string {
  return JSON.stringify([query, typing, aliases.map((alias) => alias.tag)])
}

/** The query with all its variants, or null where it has none. */
function looserQuery(request: EngineQuery, view: IndexView, fewHits: boolean): CompiledQuery | null {
  const compiler = new QueryCompiler(view)
  const variants = findVariants(request, compiler.lookup, fewHits)
  return variants.some((variant) => variant !== undefined) ? compiler.compile(request.query, variants) : null
}

function noticesOf({ notices, unknownWords }: CompiledQuery): readonly SearchNotice[] {
  const list = new NoticeList()
  list.addAll(notices)
  if (unknownWords.length > 0) list.add('unknown-words', ...unknownWords)
  return list.all()
}
