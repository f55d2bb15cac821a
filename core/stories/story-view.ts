import { AppError } from '../contract/app-error.ts'
import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { ArticleSummary } from '../model/article.ts'
import { precisionOf } from '../model/calendar-day.ts'
import type { StoryMember, StoryRole, StorySummary, StoryView } from '../model/story.ts'
import { dayNumber } from '../model/calendar-units.ts'
import { shareTakenOver } from './shingles.ts'

/** Coverage that took over less wrote its own text. */
const LEAST_TAKEN_OVER = 0.1

/** All members of all stories, in no order. */
export function storiesOf(catalog: Catalog): ReadonlyMap<string, readonly ArticleSummary[]> {
  const stories = new Map<string, ArticleSummary[]>()
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const summary = catalog.storyAt(row) === '' ? undefined : catalog.summaryAt(row)
    if (summary === undefined) continue
    const members = stories.get(summary.story)
    if (members === undefined) stories.set(summary.story, [summary])
    else members.push(summary)
  }
  return stories
}

/** Stories with a member in a set of rows, newest first. */
export function listStories(catalog: Catalog, rows: RowSet): readonly StorySummary[] {
  const stories: StorySummary[] = []
  for (const [id, members] of storiesOf(catalog)) {
    if (members.some((member) => rows[catalog.rowOf(member.id) ?? -1] === 1)) stories.push(summarise(id, members))
  }
  return stories.sort((one, other) => compareText(other.last ?? '', one.last ?? ''))
}

function summarise(id: string, members: readonly ArticleSummary[]): StorySummary {
  const ordered = inOrder(members)
  const days = ordered.flatMap((member) => member.published ?? []).sort(compareText)
  const own = members.filter((member) => member.kind === 'own').length
  return {
    id,
    title: ordered[0]?.title ?? '',
    members: members.length,
    own,
    coverage: members.length - own,
    languages: [...new Set(ordered.map((member) => member.language))],
    first: days.at(0) ?? null,
    last: days.at(-1) ?? null,
  }
}

/** Own releases first, then by date; undated ones last. */
function inOrder(members: readonly ArticleSummary[]): readonly ArticleSummary[] {
  const rank = ({ kind, published, created }: ArticleSummary): string =>
    `${kind === 'own' ? 0 : 1} ${published ?? '9999'} ${created}`
  return [...members].sort((one, other) => compareText(rank(one), rank(other)))
}

/**
 * The view of one story.
 *
 * @param shinglesOf hashes of each member's text
 * @throws AppError `not-found`
 */
export function viewStory(
  id: string,
  members: readonly ArticleSummary[],
  shinglesOf: (article: ArticleSummary) => ReadonlySet<number>,
): StoryView {
  const ordered = inOrder(members)
  const [first] = ordered
  if (first === undefined) throw new AppError('not-found', `There is no story "${id}".`, { story: id })
  // Who was first can be told only among dates known to the day.
  const [earliest] = members
    .filter(({ published }) => published !== null && precisionOf(published) === 'day')
    .sort((one, other) => compareText(one.published ?? '', other.published ?? ''))
  const releases = ordered.filter(({ kind }) => kind === 'own')
  return {
    id,
    title: first.title,
    firstPublisher: earliest?.outlet ?? '',
    members: ordered.map((article) => describe(article, earliest, releases, shinglesOf)),
  }
}

function describe(
  article: ArticleSummary,
  earliest: ArticleSummary | undefined,
  releases: readonly ArticleSummary[],
  shinglesOf: (article: ArticleSummary) => ReadonlySet<number>,
): StoryMember {
  const sources = releases.filter(({ id, language }) => id !== article.id && language === article.language)
  const shares = sources.map((source) => shareTakenOver(shinglesOf(article), shinglesOf(source)))
  const share = article.kind === 'own' || shares.length === 0 ? null : Math.max(...shares)
  return { article, role: roleOf(article, releases[0], share), lagDays: lagOf(article, earliest), share }
}

function roleOf(article: ArticleSummary, release: ArticleSummary | undefined, share: number | null): StoryRole {
  if (article.kind === 'own')
    return release === undefined || release.language === article.language ? 'release' : 'translation'
  return share !== null && share >= LEAST_TAKEN_OVER ? 'pick-up' : 'coverage'
}

function lagOf(article: ArticleSummary, earliest: ArticleSummary | undefined): number | null {
  const [day, start] = [article.published, earliest?.published ?? null]
  if (day === null || start === null || precisionOf(day) !== 'day' || precisionOf(start) !== 'day') return null
  return dayNumber(day) - dayNumber(start)
}

/** Own releases of a set of rows whose story has no coverage, newest first. A translation counts as its release. */
export function silentReleases(catalog: Catalog, rows: RowSet): readonly ArticleSummary[] {
  const stories = storiesOf(catalog)
  const told = new Set<string>()
  const silent: ArticleSummary[] = []
  for (const row of catalog.sorted(rows, 'newest')) {
    const summary = catalog.summaryAt(row)
    if (summary?.kind !== 'own') continue
    const members = summary.story === '' ? [summary] : (stories.get(summary.story) ?? [summary])
    if (members.some(({ kind }) => kind === 'coverage') || told.has(summary.story)) continue
    if (summary.story !== '') told.add(summary.story)
    silent.push(inOrder(members)[0] ?? summary)
  }
  return silent
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
