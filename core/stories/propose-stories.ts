import { setImmediate } from 'node:timers/promises'
import type { Catalog } from '../archive/catalog/catalog.ts'
import { throwIfCancelled } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { StoryProposal } from '../model/story.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import { findVersions } from './find-versions.ts'
import type { Fingerprint, Fingerprints } from './fingerprints.ts'

/** What more articles have in common is a phrase or a name that everybody uses. */
const MOST_IN_COMMON = 60
/** Of the sampled shingles, one in eight leads to candidates: an excerpt still shares some of them. */
const INDEX_MASK = 0b11100
const LEAST_COMMON_KEYS = 2
/** Other work gets its turn after so many articles. */
const STRETCH = 100

/**
 * Groups of articles that are not linked yet and may be one story each, highest score first. Only articles that share
 * rare names, numbers or wording are compared, so that time grows with the size of the archive and not with its square.
 */
export async function proposeStories(
  catalog: Catalog,
  fingerprints: Fingerprints,
  { signal, onProgress }: TaskContext,
): Promise<readonly StoryProposal[]> {
  const index = indexUnlinked(catalog, fingerprints)
  const groups = new Map<ArticleId, Set<ArticleId>>()
  const scores = new Map<ArticleId, Pick<StoryProposal, 'how' | 'score'>>()
  let done = 0
  for (const [id, fingerprint] of index.articles) {
    done += 1
    if (done % STRETCH === 0) {
      throwIfCancelled(signal)
      onProgress(done, index.articles.size, '')
      await setImmediate()
    }
    const summary = catalog.summaryOf(id)
    if (summary === undefined) continue
    const [first] = findVersions(catalog, fingerprints, summary, candidatesOf(index, fingerprint))
    if (first === undefined) continue
    joinGroups(groups, id, first.article.id)
    scores.set(id, { how: first.how, score: first.score })
  }
  return [...new Set(groups.values())]
    .map((group) => describe(group, scores))
    .sort((one, other) => other.score - one.score)
}

interface StoryIndex {
  readonly articles: ReadonlyMap<ArticleId, Fingerprint>
  readonly byKey: ReadonlyMap<string, readonly ArticleId[]>
  readonly byShingle: ReadonlyMap<number, readonly ArticleId[]>
}

function indexUnlinked(catalog: Catalog, fingerprints: Fingerprints): StoryIndex {
  const articles = new Map<ArticleId, Fingerprint>()
  const byKey = new Map<string, ArticleId[]>()
  const byShingle = new Map<number, ArticleId[]>()
  for (const id of fingerprints.ids()) {
    const fingerprint = fingerprints.get(id)
    if (fingerprint === undefined || catalog.summaryOf(id)?.story !== '') continue
    articles.set(id, fingerprint)
    for (const key of fingerprint.keys) addTo(byKey, key, id)
    for (const hash of indexedShingles(fingerprint)) addTo(byShingle, hash, id)
  }
  return { articles, byKey, byShingle }
}

/** Short texts have so few shingles that all of them count. */
function indexedShingles({ sample }: Fingerprint): Uint32Array {
  return sample.length < 40 ? sample : sample.filter((hash) => (hash & INDEX_MASK) === 0)
}

function addTo<Key>(index: Map<Key, ArticleId[]>, key: Key, id: ArticleId): void {
  const present = index.get(key)
  if (present === undefined) index.set(key, [id])
  else present.push(id)
}

function candidatesOf(index: StoryIndex, fingerprint: Fingerprint): Iterable<ArticleId> {
  const common = new Map<ArticleId, number>()
  const count = (ids: readonly ArticleId[] | undefined, weight: number): void => {
    if (ids === undefined || ids.length > MOST_IN_COMMON) return
    for (const id of ids) common.set(id, (common.get(id) ?? 0) + weight)
  }
  for (const key of fingerprint.keys) count(index.byKey.get(key), 1)
  for (const hash of fingerprint.sample) count(index.byShingle.get(hash), LEAST_COMMON_KEYS)
  return [...common].flatMap(([id, weight]) => (weight >= LEAST_COMMON_KEYS ? [id] : []))
}

function joinGroups(groups: Map<ArticleId, Set<ArticleId>>, one: ArticleId, other: ArticleId): void {
  const members = new Set([one, other, ...(groups.get(one) ?? []), ...(groups.get(other) ?? [])])
  for (const id of members) groups.set(id, members)
}

function describe(
  group: ReadonlySet<ArticleId>,
  scores: ReadonlyMap<ArticleId, Pick<StoryProposal, 'how' | 'score'>>,
): StoryProposal {
  const found = [...group].flatMap((id) => scores.get(id) ?? [])
  const [best] = found.sort((one, other) => other.score - one.score)
  return { ids: [...group].sort(), how: best?.how ?? 'copy', score: best?.score ?? 0 }
}
