import { NO_DAY, type CatalogColumns, type RowSet } from '../archive/catalog/catalog.ts'
import type { Silence } from '../model/moments.ts'
import type { TagId } from '../model/tag.ts'
import { dayText } from '../model/calendar-units.ts'

/** A period in which something is known to have been published, in day numbers. */
type Mention = readonly [first: number, last: number]

/** Where silences are looked for. */
export interface SilenceQuery {
  readonly leastDays: number
  /** Day number up to which an open silence lasts. */
  readonly today: number
}

/**
 * The times without an article between the mentions of a tag, and since the last one. A date known to the month may lie
 * on any of its days, so the whole month counts as not silent: no gap is claimed that may not be one.
 */
export function findSilences(tag: TagId, mentions: readonly Mention[], query: SilenceQuery): readonly Silence[] {
  const ordered = mentions.filter(([first]) => first <= query.today).sort((one, other) => one[0] - other[0])
  const silences: Silence[] = []
  let end = Number.NEGATIVE_INFINITY
  const add = (from: number, to: number, open: boolean): void => {
    const days = to - from + 1
    if (days >= query.leastDays) silences.push({ tag, from: dayText(from), to: dayText(to), days, open })
  }
  for (const [first, last] of ordered) {
    if (end !== Number.NEGATIVE_INFINITY) add(end + 1, first - 1, false)
    end = Math.max(end, last)
  }
  if (end !== Number.NEGATIVE_INFINITY) add(end + 1, query.today, true)
  return silences
}

/** First and last day of every dated row of a tag, within a set of rows. */
export function mentionsByTag(
  columns: CatalogColumns,
  members: RowSet | null,
): ReadonlyMap<number, readonly Mention[]> {
  const mentions = new Map<number, Mention[]>()
  for (let row = 0; row < columns.rows; row += 1) {
    const first = columns.firstDay[row] ?? NO_DAY
    if (columns.live[row] !== 1 || first === NO_DAY || (members !== null && members[row] !== 1)) continue
    const mention: Mention = [first, columns.lastDay[row] ?? first]
    for (const tagNumber of columns.tags[row] ?? []) {
      const present = mentions.get(tagNumber)
      if (present === undefined) mentions.set(tagNumber, [mention])
      else present.push(mention)
    }
  }
  return mentions
}
