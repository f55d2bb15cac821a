import type { SortOrder } from '../../model/article-filter.ts'
import type { ArticleSummary } from '../../model/article.ts'
import { compareText } from '../../model/compare-text.ts'
import { NO_DAY, type RowSet } from './catalog.ts'
import type { MutableColumns } from './columns.ts'

type RowOrder = Exclude<SortOrder, 'relevance'>
type Compare = (left: number, right: number) => number

/** Keeps all rows in each order that was asked for, and puts new rows in their places when it is asked again. */
export interface RowSorter {
  /** Rows of a set in order. */
  sorted(set: RowSet, order: SortOrder): Uint32Array
  /** The row's article is new or has changed. */
  touch(row: number): void
}

const compareNames = compareText('kk')

function compareTextOf(summaryAt: (row: number) => ArticleSummary | undefined, field: 'title' | 'outlet'): Compare {
  return (left, right) => compareNames(summaryAt(left)?.[field] ?? '', summaryAt(right)?.[field] ?? '')
}

/** Makes the sorter of a catalog. */
export function createRowSorter(
  columns: MutableColumns,
  summaryAt: (row: number) => ArticleSummary | undefined,
  idAt: (row: number) => string,
): RowSorter {
  const orders = new Map<RowOrder, number[]>()
  const changed = new Map<RowOrder, Set<number>>()

  const byAge: Compare = (left, right) => {
    const byCreated = (columns.created[left] ?? 0) - (columns.created[right] ?? 0)
    if (byCreated !== 0) return byCreated
    return idAt(left) < idAt(right) ? -1 : 1
  }
  const day = (row: number) => columns.firstDay[row] ?? NO_DAY
  const oldest: Compare = (left, right) => {
    const [leftDay, rightDay] = [day(left), day(right)]
    if (leftDay === rightDay) return byAge(left, right)
    if (leftDay === NO_DAY || rightDay === NO_DAY) return leftDay === NO_DAY ? 1 : -1
    return leftDay - rightDay
  }
  const newest: Compare = (left, right) => {
    const [leftDay, rightDay] = [day(left), day(right)]
    return leftDay === rightDay ? byAge(right, left) : rightDay - leftDay
  }
  const byTitle = compareTextOf(summaryAt, 'title')
  const byOutlet = compareTextOf(summaryAt, 'outlet')
  const compares: Readonly<Record<RowOrder, Compare>> = {
    newest,
    oldest,
    title: (left, right) => byTitle(left, right) || newest(left, right),
    outlet: (left, right) => byOutlet(left, right) || newest(left, right),
  }

  function freshOrder(order: RowOrder): number[] {
    const stale = changed.get(order)
    const old = orders.get(order)
    if (old && stale?.size === 0) return old
    // A sort of rows in order with a few at the end costs little more than one look at each.
    const rows = old ? old.filter((row) => !stale?.has(row)) : Array.from({ length: columns.rows }, (_, row) => row)
    const added = old ? [...(stale ?? [])] : []
    const next = merge(rows, old ? added.sort(compares[order]) : [], compares[order])
    if (!old) next.sort(compares[order])
    orders.set(order, next)
    changed.set(order, new Set())
    return next
  }

  return {
    sorted(set, order) {
      const all = freshOrder(order === 'relevance' ? 'newest' : order)
      const result = new Uint32Array(all.length)
      let length = 0
      for (const row of all) {
        if (set[row] === 1 && columns.live[row] === 1) {
          result[length] = row
          length += 1
        }
      }
      return result.slice(0, length)
    },
    touch(row) {
      for (const rows of changed.values()) rows.add(row)
    },
  }
}

function merge(left: readonly number[], right: readonly number[], compare: Compare): number[] {
  if (right.length === 0) return [...left]
  const merged: number[] = []
  let place = 0
  for (const row of left) {
    for (let next = right[place]; next !== undefined && compare(next, row) < 0; next = right[place]) {
      merged.push(next)
      place += 1
    }
    merged.push(row)
  }
  merged.push(...right.slice(place))
  return merged
}
