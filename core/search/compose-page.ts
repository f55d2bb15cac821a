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
  /** Rows in the order of the page, at least as many as are needed. */
  readonly ordered: Uint32Array
  /** Score of each of them; empty for a query without words. */
  readonly scores: Float64Array
  /** Whether each of them is what the query means, or only like it; empty for a query without words. */
  readonly tiers: Uint8Array
}

const EXACT = 1
/** Tier of what is only like the query. */
export const LOOSE = 2

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
  return { rows: passing, total: ordered.length, ordered, scores: new Float64Array(), tiers: new Uint8Array() }
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
  const exact = markPassing(answer.exact, passing, rows)
  const loose = markPassing(answer.loose, passing, rows)
  const best =
    sort === 'relevance'
      ? join([
          { tier: EXACT, matches: answer.exact, places: bestPlaces(catalog, answer.exact, passing, exact, needed) },
          {
            tier: LOOSE,
            matches: answer.loose,
            places: bestPlaces(catalog, answer.loose, passing, loose, needed - exact),
          },
        ])
      : withScores(needed === 0 ? NONE : catalog.sorted(rows, sort).subarray(0, needed), rows.length, answer)
  return { rows, total: exact + loose, ...best }
}

const NONE = new Uint32Array()

/** Sets the flags of the matches that pass; returns how many they are. */
function markPassing({ rows: matched }: Matches, passing: RowSet, rows: RowSet): number {
  let count = 0
  for (const row of matched) {
    if (passing[row] !== 1) continue
    rows[row] = 1
    count += 1
  }
  return count
}

type OrderedHits = Pick<FilteredHits, 'ordered' | 'scores' | 'tiers'>

interface Tier {
  readonly tier: number
  readonly matches: Matches
  /** Which of the matches, in their order. */
  readonly places: Uint32Array
}

function join(tiers: readonly Tier[]): OrderedHits {
  const length = tiers.reduce((sum, { places }) => sum + places.length, 0)
  const hits = {
    ordered: new Uint32Array(length),
    scores: new Float64Array(length),
    tiers: new Uint8Array(length),
  }
  let at = 0
  for (const { tier, matches, places } of tiers) {
    for (const place of places) {
      hits.ordered[at] = matches.rows[place] ?? 0
      hits.scores[at] = matches.scores[place] ?? 0
      hits.tiers[at++] = tier
    }
  }
  return hits
}

/** Rows in another order than that of their scores, with the scores. */
function withScores(ordered: Uint32Array, capacity: number, { exact, loose }: EngineAnswer): OrderedHits {
  const scoreOfRow = new Float64Array(capacity)
  const tierOfRow = new Uint8Array(capacity)
  for (const [tier, { rows, scores }] of [
    [EXACT, exact],
    [LOOSE, loose],
  ] as const) {
    rows.forEach((row, place) => {
      scoreOfRow[row] = scores[place] ?? 0
      tierOfRow[row] = tier
    })
  }
  return {
    ordered,
    scores: Float64Array.from(ordered, (row) => scoreOfRow[row] ?? 0),
    tiers: Uint8Array.from(ordered, (row) => tierOfRow[row] ?? 0),
  }
}

type PlaceOrder = (left: number, right: number) => number

/** Best score first, then the newest, then the id. */
function relevanceOrder(catalog: Catalog, { rows, scores }: Matches): PlaceOrder {
  const { firstDay } = catalog.columns
  return (left, right) => {
    const difference = (scores[right] ?? 0) - (scores[left] ?? 0)
    if (difference !== 0) return difference
    const [leftRow = -1, rightRow = -1] = [rows[left], rows[right]]
    const days = (firstDay[rightRow] ?? 0) - (firstDay[leftRow] ?? 0)
    if (days !== 0) return days
    return catalog.idAt(leftRow) < catalog.idAt(rightRow) ? -1 : 1
  }
}

/**
 * Where the best `count` of the matches lie that pass, in their order; `total` pass. By a heap while they are a small part,
 * by sorting else.
 */
function bestPlaces(catalog: Catalog, matches: Matches, passing: RowSet, total: number, count: number): Uint32Array {
  if (count <= 0) return NONE
  const order = relevanceOrder(catalog, matches)
  const { rows } = matches
  if (count >= total / 4) {
    const places = new Uint32Array(total)
    let length = 0
    for (let place = 0; place < rows.length; place += 1) if (passing[rows[place] ?? -1] === 1) places[length++] = place
    return places.sort(order).subarray(0, count)
  }
  const heap: number[] = []
  for (let place = 0; place < rows.length; place += 1) {
    if (passing[rows[place] ?? -1] !== 1) continue
    if (heap.length < count) {
      heap.push(place)
      if (heap.length === count) heap.sort((left, right) => order(right, left))
    } else if (order(place, heap[0] ?? place) < 0) {
      heap[0] = place
      sink(heap, order)
    }
  }
  return Uint32Array.from(heap.sort(order))
}

/** Restores the heap with the worst place on top after its top was replaced. */
function sink(heap: number[], order: PlaceOrder): void {
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
