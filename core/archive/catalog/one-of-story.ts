import { ARTICLE_KINDS } from '../../model/article.ts'
import { NO_DAY, type Catalog, type RowSet } from './catalog.ts'

const OWN = ARTICLE_KINDS.indexOf('own')

/**
 * The rows of a set with one row per story: an own release if there is one, then the earliest article; without a date
 * counts as latest. Articles of no story all stay.
 */
export function oneOfEachStory(catalog: Catalog, rows: RowSet): RowSet {
  const { columns } = catalog
  const kept = rows.slice()
  const shown = new Map<string, number>()
  for (let row = 0; row < kept.length; row += 1) {
    if (kept[row] !== 1) continue
    const story = catalog.storyAt(row)
    if (story === '') continue
    const other = shown.get(story)
    if (other === undefined) {
      shown.set(story, row)
      continue
    }
    const better = isBefore(columns, row, other)
    kept[better ? other : row] = 0
    if (better) shown.set(story, row)
  }
  return kept
}

function isBefore({ kind, firstDay }: Catalog['columns'], row: number, other: number): boolean {
  if ((kind[row] === OWN) !== (kind[other] === OWN)) return kind[row] === OWN
  const dayOf = (at: number): number => {
    const day = firstDay[at] ?? NO_DAY
    return day === NO_DAY ? Number.MAX_SAFE_INTEGER : day
  }
  return dayOf(row) < dayOf(other)
}
