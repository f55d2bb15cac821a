import { ARTICLE_KINDS } from '../../model/article.ts'
import { ARTICLE_LANGUAGES } from '../../model/language.ts'
import type { FacetCount, Facets } from '../../model/search-result.ts'
import { NO_DAY, type RowSet } from './catalog.ts'
import type { MutableColumns } from './columns.ts'
import { dayNumber } from '../../model/calendar-units.ts'

const [FIRST_YEAR, LAST_YEAR] = [1000, 9999]
/** First day of each year, to find a day's year by halving. */
const YEAR_STARTS = Int32Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, place) =>
  dayNumber(`${FIRST_YEAR + place}-01-01`),
)
const AVERAGE_YEAR = 365.2425

/** Index in `YEAR_STARTS` of the year of a day. */
function yearPlace(day: number): number {
  // The estimate is off by one at most, near the turn of a year.
  let place = Math.floor((day - (YEAR_STARTS[0] ?? 0)) / AVERAGE_YEAR)
  if ((YEAR_STARTS[place + 1] ?? Infinity) <= day) place += 1
  else if ((YEAR_STARTS[place] ?? -Infinity) > day) place -= 1
  return place
}

function counted<Value>(counts: Uint32Array, values: readonly Value[]): FacetCount<Value>[] {
  return values.flatMap((value, number) => {
    const count = counts[number] ?? 0
    return count > 0 ? [{ value, count }] : []
  })
}

function mostFirst<Value extends string>(facets: FacetCount<Value>[]): readonly FacetCount<Value>[] {
  return facets.sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
}

/**
 * Exact counts over the live rows of a set. Languages and kinds in their fixed order, outlets and tags with the most
 * articles first, years in ascending order. The empty outlet is counted too.
 */
export function countFacets(columns: MutableColumns, set: RowSet): Facets {
  const { rows, live, language, kind, outlet, firstDay, tags } = columns
  const languages = new Uint32Array(ARTICLE_LANGUAGES.length)
  const kinds = new Uint32Array(ARTICLE_KINDS.length)
  const outlets = new Uint32Array(columns.outletNames.length)
  const tagCounts = new Uint32Array(columns.tagIds.length)
  const years = new Uint32Array(YEAR_STARTS.length)
  let undated = 0
  const add = (counts: Uint32Array, number: number) => {
    counts[number] = (counts[number] ?? 0) + 1
  }
  for (let row = 0; row < rows; row += 1) {
    if (set[row] !== 1 || live[row] !== 1) continue
    add(languages, language[row] ?? 0)
    add(kinds, kind[row] ?? 0)
    add(outlets, outlet[row] ?? 0)
    for (const tag of tags[row] ?? []) add(tagCounts, tag)
    const day = firstDay[row] ?? NO_DAY
    if (day === NO_DAY) undated += 1
    else add(years, yearPlace(day))
  }
  return {
    languages: counted(languages, ARTICLE_LANGUAGES),
    kinds: counted(kinds, ARTICLE_KINDS),
    outlets: mostFirst(counted(outlets, columns.outletNames)),
    tags: mostFirst(counted(tagCounts, columns.tagIds)),
    years: counted(years, YEAR_NAMES),
    undated,
  }
}

const YEAR_NAMES = Array.from(YEAR_STARTS, (_, place) => String(FIRST_YEAR + place))
