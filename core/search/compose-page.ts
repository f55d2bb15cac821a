import type { ArticleFilter, SortOrder } from '../model/article-filter.ts'
import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { TypedFilter } from './query/parsed-query.ts'
import type { EngineAnswer } from './text-engine.ts'
import type { Matches } from './query/run-query.ts'
import { earlier, later } from './query/typed-filter.ts'

/** The hits of a search that pass the filter. */
export interface FilteredHits {
  readonly rows: RowSet
  readonly total: number
  /** Rows in the order of the page; scores and tier only where the query has words. */
  readonly ordered: Uint32Array
  readonly scoreOf: (row: number) => number
  readonly isExact: (row: number) => boolean
}

/** The filter of the request together with those that were typed into the box. */
export function joinFilters(filter: ArticleFilter, typed: TypedFilter): ArticleFilter {
  const languages = intersect(filter.languages, typed.languages)
  const kinds = intersect(filter.kinds, typed.kinds)
  return {
    ...filter,
    from: later(filter.from, typed.from),
    to: earlier(filter.to, typed.to),
    languages: languages ?? [],
    kinds: kinds ?? [],
    ids: languages === null || kinds === null ? [] : filter.ids,
  }
}

/** Empty means all; null means that nothing is left. */
function intersect<Value>(chosen: readonly Value[], typed: readonly Value[] | null): readonly Value[] | null {
  if (typed === null) return chosen
  const both = chosen.length === 0 ? typed : chosen.filter((value) => typed.includes(value))
  return both.length === 0 ? null : both
}

/** All articles that pass the filter, for a query without words. */
export function hitsWithoutWords(catalog: Catalog, passing: RowSet, sort: SortOrder): FilteredHits {
  const ordered = catalog.sorted(passing, sort)
  return { rows: passing, total: ordered.length, ordered, scoreOf: () => 0, isExact: () => true }
}

/** Puts the answer of the engine and the filter together; only the first `needed` rows are in their order. */
export function hitsOfAnswer(
  catalog: Catalog,
  passing: RowSet,
  answer: EngineAnswer,
  sort: SortOrder,
  needed: number,
): FilteredHits {
  const rows = new Uint8Array(passing.length)
  const scores = new Float64Array(passing.length)
  const exact = keep(answer.exact, passing, rows, scores, 1)
  const loose = keep(answer.loose, passing, rows, scores, 2)
  const isExact = (row: number): boolean => tiers[row] === 1
  const tiers = rows.slice()
  for (let row = 0; row < rows.length; row += 1) if (rows[row] === 2) rows[row] = 1
  const scoreOf = (row: number): number => scores[row] ?? 0
  const ordered = sort === 'relevance' ? byRelevance(catalog, exact, loose, scores, needed) : catalog.sorted(rows, sort)
  return { rows, total: exact.length + loose.length, ordered, scoreOf, isExact }
}

function keep(matches: Matches, passing: RowSet, rows: RowSet, scores: Float64Array, tier: number): Uint32Array {
  const kept = new Uint32Array(matches.rows.length)
  let count = 0
  matches.rows.forEach((row, index) => {
    if (passing[row] !== 1) return
    kept[count++] = row
    rows[row] = tier
    scores[row] = matches.scores[index] ?? 0
  })
  return kept.subarray(0, count)
}

function byRelevance(
  catalog: Catalog,
  exact: Uint32Array,
  loose: Uint32Array,
  scores: Float64Array,
  needed: number,
): Uint32Array {
  const order = relevanceOrder(catalog, scores)
  const first = topRows(exact, needed, order)
  const rest = needed > exact.length ? topRows(loose, needed - exact.length, order) : new Uint32Array()
  const ordered = new Uint32Array(first.length + rest.length)
  ordered.set(first)
  ordered.set(rest, first.length)
  return ordered
}

type RowOrder = (left: number, right: number) => number

/** Best score first, then the newest, then the id. */
function relevanceOrder(catalog: Catalog, scores: Float64Array): RowOrder {
  const { firstDay } = catalog.columns
  return (left, right) => {
    const difference = (scores[right] ?? 0) - (scores[left] ?? 0)
    if (difference !== 0) return difference
    const days = (firstDay[right] ?? 0) - (firstDay[left] ?? 0)
    if (days !== 0) return days
    return catalog.idAt(left) < catalog.idAt(right) ? -1 : 1
  }
}

/** The first `count` rows in their order: by a heap while that is a small part, by sorting else. */
function topRows(rows: Uint32Array, count: number, order: RowOrder): Uint32Array {
  if (count >= rows.length / 4) return rows.slice().sort(order).subarray(0, count)
  const heap: number[] = []
  for (const row of rows) {
    if (heap.length < count) {
      heap.push(row)
      if (heap.length === count) heap.sort((left, right) => order(right, left))
    } else if (count > 0 && order(row, heap[0] ?? row) < 0) {
      heap[0] = row
      sink(heap, order)
    }
  }
  return Uint32Array.from(heap.sort(order))
}

/** Restores the heap with the worst row on top after its top was replaced. */
function sink(heap: number[], order: RowOrder): void {
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= heap.length) return
    // Both children exist where they are read.
    if (child + 1 < heap.length && order(heap[child + 1] as number, heap[child] as number) > 0) child += 1
    if (order(heap[child] as number, heap[place] as number) <= 0) return
    const moved = heap[place] as number
    heap[place] = heap[child] as number
    heap[child] = moved
    place = child
  }
}
