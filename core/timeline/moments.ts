import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import { NO_DAY } from '../archive/catalog/catalog.ts'
import type { ArticleSummary } from '../model/article.ts'
import type { Anniversary, Mentions, TimelineMoments } from '../model/moments.ts'
import type { TagId, TagKind } from '../model/tag.ts'
import { dayNumber, dayText } from '../model/calendar-units.ts'
import type { TagLookup } from './lane-keys.ts'
import { findSilences, mentionsByTag } from './silences.ts'

/** What moments are looked for in. */
export interface MomentsInput {
  readonly catalog: Catalog
  readonly rows: RowSet
  readonly kind: TagKind
  readonly tagOf: TagLookup
  /** `yyyy-MM-dd` */
  readonly today: string
  /** Shortest silence. */
  readonly leastDays: number
}

const MOST_SILENCES = 500
const MOST_ON_THIS_DAY = 50
const ROUND_YEARS = new Set([1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100])
/** Anniversaries are told so many days ahead. */
const DAYS_AHEAD = 30

/** Silent periods, first and last mentions and anniversaries of the tags of one kind, and what stands on this day. */
export function readMoments(input: MomentsInput): TimelineMoments {
  const { catalog, rows, kind, tagOf, today, leastDays } = input
  const { columns } = catalog
  const query = { leastDays, today: dayNumber(today) }
  const byTag = [...mentionsByTag(columns, rows)].flatMap(([tagNumber, mentions]) => {
    const id = columns.tagIds[tagNumber]
    return id !== undefined && tagOf(id)?.kind === kind ? [{ id, mentions }] : []
  })
  const mentions = readMentions(catalog, rows, new Set(byTag.map(({ id }) => id)))
  return {
    silences: byTag
      .flatMap(({ id, mentions: days }) => findSilences(id, days, query))
      .sort((one, other) => other.days - one.days)
      .slice(0, MOST_SILENCES),
    onThisDay: onThisDay(catalog, rows, today),
    anniversaries: mentions.flatMap((mention) => nextAnniversary(mention, query.today)),
    mentions,
  }
}

function readMentions(catalog: Catalog, rows: RowSet, wanted: ReadonlySet<TagId>): readonly Mentions[] {
  const { columns } = catalog
  const found = new Map<TagId, { count: number; first: number; last: number }>()
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.live[row] !== 1 || rows[row] !== 1 || (columns.firstDay[row] ?? NO_DAY) === NO_DAY) continue
    for (const tagNumber of columns.tags[row] ?? []) {
      const id = columns.tagIds[tagNumber]
      if (id === undefined || !wanted.has(id)) continue
      const present = found.get(id) ?? { count: 0, first: row, last: row }
      present.count += 1
      if ((columns.firstDay[row] ?? 0) < (columns.firstDay[present.first] ?? 0)) present.first = row
      if ((columns.lastDay[row] ?? 0) > (columns.lastDay[present.last] ?? 0)) present.last = row
      found.set(id, present)
    }
  }
  return [...found]
    .flatMap(([tag, { count, first, last }]) => {
      const [one, other] = [catalog.summaryAt(first), catalog.summaryAt(last)]
      return one === undefined || other === undefined ? [] : [{ tag, count, first: one, last: other }]
    })
    .sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1))
}

/** Articles of the same day and month in other years. 29 February is remembered on 28 February of common years. */
function onThisDay(catalog: Catalog, rows: RowSet, today: string): readonly Anniversary[] {
  const year = Number(today.slice(0, 4))
  const wanted = new Set([today.slice(5)])
  if (today.endsWith('-02-28') && dayText(dayNumber(today) + 1).endsWith('-03-01')) wanted.add('02-29')
  const found: Anniversary[] = []
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    if (rows[row] !== 1) continue
    const article: ArticleSummary | undefined = catalog.summaryAt(row)
    const published = article?.published ?? null
    if (article === undefined || published?.length !== 10) continue
    const years = year - Number(published.slice(0, 4))
    if (years > 0 && wanted.has(published.slice(5))) found.push({ article, years })
  }
  return found.sort((one, other) => other.years - one.years).slice(0, MOST_ON_THIS_DAY)
}

/** The next round anniversary of the first article of a tag, if it is near and the day is known. */
function nextAnniversary({ tag, first }: Mentions, today: number): TimelineMoments['anniversaries'] {
  const day = first.published
  if (day?.length !== 10) return []
  const startYear = Number(day.slice(0, 4))
  const thisYear = Number(dayText(today).slice(0, 4))
  for (const year of [thisYear, thisYear + 1]) {
    // In common years 29 February is remembered on the day before 1 March.
    const text = day.endsWith('-02-29') ? dayText(dayNumber(`${year}-03-01`) - 1) : `${year}-${day.slice(5)}`
    const ahead = dayNumber(text) - today
    if (ahead < 0 || ahead > DAYS_AHEAD) continue
    return ROUND_YEARS.has(year - startYear) ? [{ tag, day: text, years: year - startYear }] : []
  }
  return []
}
