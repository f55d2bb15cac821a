import type { Catalog } from '../archive/catalog/catalog.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { ArticleSummary } from '../model/article.ts'
import { firstDayOf, lastDayOf } from '../model/calendar-day.ts'
import { TAG_KINDS } from '../model/tag.ts'
import type { StoryCandidate } from '../model/story.ts'
import { dayNumber } from '../model/calendar-units.ts'
import type { Fingerprint, Fingerprints } from './fingerprints.ts'
import { countShared } from './shingles.ts'

/** Copies have at least so much of the smaller text in common. */
const LEAST_SHARE = 0.25
/** Where names and numbers cannot tell, more of the text must be the same. */
const LEAST_SHARE_ALONE = 0.5
/** Copies have the same names and numbers: texts written from one pattern have not. By weight, of the text with fewer. */
const LEAST_SAME_KEYS = 0.5
const LEAST_TELLING_KEYS = 2
/** Fewer shared samples may be chance or a phrase that everybody uses. */
const LEAST_SHARED_SAMPLES = 3
const LEAST_SURE_SAMPLES = 2
const SURE_SHARE = 0.6
const LEAST_COSINE = 0.25
const LEAST_SHARED_KEYS = 2
/** Of the score of the best translation into the same language. */
const LEAST_OF_BEST = 0.8
/** Translations appear soon. */
const MOST_DAYS_APART = 14
const MOST_CANDIDATES = 20
const MOST_SHOWN_KEYS = 8

/**
 * Articles that may be versions of the given one, best first. Those of its own story are left out.
 *
 * @param among the articles to look at; all of them if left out
 */
export function findVersions(
  catalog: Catalog,
  fingerprints: Fingerprints,
  article: ArticleSummary,
  among: Iterable<ArticleId> = fingerprints.ids(),
): readonly StoryCandidate[] {
  const own = fingerprints.get(article.id)
  if (own === undefined) return []
  const norm = normOf(fingerprints, own, article)
  const candidates: StoryCandidate[] = []
  for (const id of among) {
    const other = fingerprints.get(id)
    if (id === article.id || other === undefined) continue
    const copy = copyShare(fingerprints, own, other)
    const summary = catalog.summaryOf(id)
    if (summary === undefined || (article.story !== '' && summary.story === article.story)) continue
    if (copy > 0) {
      candidates.push({ article: summary, how: 'copy', score: copy, share: copy, shared: [] })
      continue
    }
    const translation = compareTranslation(fingerprints, { article, own, norm }, summary, other)
    if (translation !== null) candidates.push(translation)
  }
  const ordered = candidates.sort((one, other) => other.score - one.score)
  return withoutFarSeconds(ordered).slice(0, MOST_CANDIDATES)
}

/** An item has one translation per language, or several that are nearly as alike; others only share some names. */
function withoutFarSeconds(ordered: readonly StoryCandidate[]): readonly StoryCandidate[] {
  const best = new Map<string, number>()
  return ordered.filter(({ how, article, score }) => {
    if (how === 'copy') return true
    const top = best.get(article.language) ?? score
    best.set(article.language, top)
    return score >= top * LEAST_OF_BEST
  })
}

/** Share of the smaller text that stands in the other, estimated; 0 below what makes a copy. */
function copyShare(fingerprints: Fingerprints, one: Fingerprint, other: Fingerprint): number {
  const smaller = Math.min(one.sample.length, other.sample.length)
  const shared = countShared(one.sample, other.sample)
  const share = shared / smaller
  const enough = share >= SURE_SHARE ? LEAST_SURE_SAMPLES : LEAST_SHARED_SAMPLES
  if (shared < enough || share < LEAST_SHARE) return 0
  const names = shareOfKeys(fingerprints, one, other, (key) => !key.startsWith('#'))
  const numbers = shareOfKeys(fingerprints, one, other, (key) => key.startsWith('#'))
  if (names === null && numbers === null) return share >= LEAST_SHARE_ALONE ? share : 0
  return (names ?? 1) >= LEAST_SAME_KEYS && (numbers ?? 1) >= LEAST_SAME_KEYS ? share : 0
}

/** Share, by weight, of the keys of the text with fewer of them that the other has too; null where there are hardly any. */
function shareOfKeys(
  fingerprints: Fingerprints,
  one: Fingerprint,
  other: Fingerprint,
  isWanted: (key: string) => boolean,
): number | null {
  const [keys, others] = [[...one.keys].filter(isWanted), [...other.keys].filter(isWanted)]
  const [few, many] = keys.length < others.length ? [keys, other.keys] : [others, one.keys]
  if (few.length < LEAST_TELLING_KEYS) return null
  let [all, shared] = [0, 0]
  for (const key of few) {
    const weight = weightOf(fingerprints, key)
    all += weight
    if (many.has(key)) shared += weight
  }
  return shared / all
}

interface Subject {
  readonly article: ArticleSummary
  readonly own: Fingerprint
  readonly norm: number
}

function compareTranslation(
  fingerprints: Fingerprints,
  { article, own, norm }: Subject,
  summary: ArticleSummary,
  other: Fingerprint,
): StoryCandidate | null {
  if (summary.language === article.language || !areClose(article, summary)) return null
  const shared = keysOf(own, article).filter((key) => other.keys.has(key) || tagKeysOf(summary).includes(key))
  if (shared.length < LEAST_SHARED_KEYS) return null
  const product = shared.reduce((sum, key) => sum + weightOf(fingerprints, key) ** 2, 0)
  const score = product / norm / normOf(fingerprints, other, summary)
  if (score < LEAST_COSINE) return null
  const telling = shared.filter((key) => !key.startsWith('tag:'))
  telling.sort((one, two) => weightOf(fingerprints, two) - weightOf(fingerprints, one))
  return { article: summary, how: 'translation', score, share: null, shared: telling.slice(0, MOST_SHOWN_KEYS) }
}

/** Tags too are the same in every language. */
function tagKeysOf(article: ArticleSummary): readonly string[] {
  return TAG_KINDS.flatMap((kind) => (kind === 'topic' ? [] : article.tags[kind].map((id) => `tag:${id}`)))
}

function keysOf(fingerprint: Fingerprint, article: ArticleSummary): readonly string[] {
  return [...fingerprint.keys, ...tagKeysOf(article)]
}

/** Rare keys say more. A tag says as much as a name that a few articles have. */
function weightOf(fingerprints: Fingerprints, key: string): number {
  if (key.startsWith('tag:')) return 1
  return Math.log(1 + fingerprints.size / Math.max(1, fingerprints.frequencyOf(key)))
}

function normOf(fingerprints: Fingerprints, fingerprint: Fingerprint, article: ArticleSummary): number {
  const squares = keysOf(fingerprint, article).reduce((sum, key) => sum + weightOf(fingerprints, key) ** 2, 0)
  return Math.sqrt(squares) || 1
}

/** Whether two dates may lie within some days; unknown dates may. */
function areClose(one: ArticleSummary, other: ArticleSummary): boolean {
  if (one.published === null || other.published === null) return true
  const [early, late] =
    one.published < other.published ? [one.published, other.published] : [other.published, one.published]
  return dayNumber(firstDayOf(late)) - dayNumber(lastDayOf(early)) <= MOST_DAYS_APART
}
