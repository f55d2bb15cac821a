import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import { ARTICLE_KINDS } from '../model/article.ts'
import { automaticGrain, dayNumber, dayText } from '../model/calendar-units.ts'
import type { Language } from '../model/language.ts'
import type { Silence } from '../model/moments.ts'
import { tagName, type TagId } from '../model/tag.ts'
import type { ComparedTag, Grain, TagComparison, TimelineBucket, TimelineLane } from '../model/timeline.ts'
import { createUnitCounter, unitsOfRows, type RowUnits } from './count-units.ts'
import type { TagLookup } from './lane-keys.ts'
import { daysShown, spanOf, type DayLimits } from './read-timeline.ts'
import { findSilences, mentionsByTag } from './silences.ts'

/** What a comparison is made from. */
export interface ComparisonInput {
  readonly catalog: Catalog
  readonly rows: RowSet
  readonly limits: DayLimits
  readonly grain: Grain | 'auto'
  readonly tags: readonly TagId[]
  readonly tagOf: TagLookup
  readonly language: Language
  /** `yyyy-MM-dd`; silences that last end on it. */
  readonly today: string
}

/** Counts tags over the same units, with their longest silence, their peak, and the articles that they share. */
export function compareTags(input: ComparisonInput): TagComparison {
  const { catalog, rows, limits, tags } = input
  const members = tags.map((tag) => rowsOfTag(catalog, rows, tag))
  const span = spanOf(catalog.columns, unionOf(members, catalog.columns.rows))
  const grain = input.grain === 'auto' ? automaticGrain(daysShown(span, limits)) : input.grain
  const rowUnits = unitsOfRows(catalog.columns, grain)
  return {
    grain,
    span: span === null ? null : { from: dayText(span.from), to: dayText(span.to) },
    tags: tags.map((tag, place) => compareOne(input, tag, members[place] ?? [], rowUnits)),
    together: members.map((one) => {
      const set = new Set(one)
      return members.map((other) => other.reduce((sum, row) => sum + (set.has(row) ? 1 : 0), 0))
    }),
  }
}

function rowsOfTag({ columns }: Catalog, rows: RowSet, tag: TagId): readonly number[] {
  const number = columns.tagIds.indexOf(tag)
  const found: number[] = []
  if (number < 0) return found
  for (let row = 0; row < columns.rows; row += 1) {
    if (columns.live[row] === 1 && rows[row] === 1 && columns.tags[row]?.includes(number) === true) found.push(row)
  }
  return found
}

function unionOf(lists: readonly (readonly number[])[], count: number): RowSet {
  const union = new Uint8Array(count)
  for (const list of lists) for (const row of list) union[row] = 1
  return union
}

function compareOne(input: ComparisonInput, tag: TagId, members: readonly number[], rowUnits: RowUnits): ComparedTag {
  const { kind } = input.catalog.columns
  const counter = createUnitCounter(rowUnits)
  for (const row of members) counter.add(row)
  const counts = counter.take()
  const own = members.filter((row) => kind[row] === ARTICLE_KINDS.indexOf('own')).length
  return {
    lane: { ...identityOf(input, tag), ...datesOf(input.catalog, members), ...counts },
    own,
    coverage: members.length - own,
    silence: longestSilence(input, tag, members),
    peak: counts.buckets.reduce<TimelineBucket | null>(
      (most, bucket) => (most === null || bucket.count > most.count ? bucket : most),
      null,
    ),
  }
}

function identityOf({ tagOf, language }: ComparisonInput, id: TagId): Pick<TimelineLane, 'id' | 'label' | 'color'> {
  const tag = tagOf(id)
  return { id, label: tag === undefined ? id : tagName(tag, language), color: tag?.color ?? null }
}

function datesOf(catalog: Catalog, members: readonly number[]): Pick<TimelineLane, 'first' | 'last'> {
  const { firstDay, lastDay } = catalog.columns
  const dated = members.filter((row) => catalog.summaryAt(row)?.published != null)
  const first = dated.reduce((best, row) => ((firstDay[row] ?? 0) < (firstDay[best] ?? 0) ? row : best), dated[0] ?? -1)
  const last = dated.reduce((best, row) => ((lastDay[row] ?? 0) > (lastDay[best] ?? 0) ? row : best), dated[0] ?? -1)
  return {
    first: catalog.summaryAt(first)?.published ?? null,
    last: catalog.summaryAt(last)?.published ?? null,
  }
}

function longestSilence(
  { catalog, today, limits }: ComparisonInput,
  tag: TagId,
  members: readonly number[],
): Silence | null {
  const mentions = mentionsByTag(catalog.columns, unionOf([members], catalog.columns.rows))
  const days = mentions.get(catalog.columns.tagIds.indexOf(tag)) ?? []
  // A silence is looked for within the days of the filter only.
  const end = limits.to !== null && limits.to < today ? limits.to : today
  return findSilences(tag, days, { leastDays: 1, today: dayNumber(end) }).reduce<Silence | null>(
    (most, silence) => (most === null || silence.days > most.days ? silence : most),
    null,
  )
}
