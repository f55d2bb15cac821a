import type { Catalog } from '../archive/catalog/catalog.ts'
import { throwIfCancelled } from '../contract/app-error.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { Article } from '../model/article.ts'
import { plainText } from '../search/analysis/plain-text.ts'
import type { TaskContext } from '../tasks/task-registry.ts'
import { nameKeysOf } from './name-keys.ts'
import { sampleOf, shinglesOf } from './shingles.ts'

/** What is kept of a text to find its copies and translations. */
export interface Fingerprint {
  readonly version: string
  /** Sorted sample of its shingles. */
  readonly sample: Uint32Array
  /** Names and numbers. */
  readonly keys: ReadonlySet<string>
}

/** Fingerprints of all articles, made when they are first needed and kept in step with the catalog. */
export interface Fingerprints {
  /** Reads the articles that are new or changed since the last time. Fails with `cancelled`. */
  update(context: TaskContext): Promise<void>
  get(id: ArticleId): Fingerprint | undefined
  /** Number of articles that have a key. */
  frequencyOf(key: string): number
  readonly size: number
  ids(): Iterable<ArticleId>
}

/** What fingerprints need of the open archive. */
export interface FingerprintPorts {
  readonly catalog: Catalog
  readonly articleTexts: (ids: readonly ArticleId[]) => AsyncIterable<Article>
  /** Where fingerprints are kept between two runs; left out: nowhere. */
  readonly cache?: FingerprintCache
}

/** A cache that may be lost at any time. */
export interface FingerprintCache {
  read(): Promise<ReadonlyMap<ArticleId, Fingerprint>>
  write(byId: ReadonlyMap<ArticleId, Fingerprint>): Promise<void>
}

/** The cache is written anew when so many articles, or so large a share, were read. */
const LEAST_WRITTEN = 50
const LEAST_SHARE_WRITTEN = 0.02

/** Makes the fingerprint of one article. */
function fingerprintOf(article: Pick<Article, 'title' | 'body' | 'version'>): Fingerprint {
  const text = plainText(article.body)
  return {
    version: article.version,
    sample: sampleOf(shinglesOf(text)),
    keys: nameKeysOf(article.title, text),
  }
}

/** Opens the fingerprints of an archive; nothing is read before the first update. */
export function createFingerprints({ catalog, articleTexts, cache }: FingerprintPorts): Fingerprints {
  const byId = new Map<ArticleId, Fingerprint>()
  const frequency = new Map<string, number>()
  let running: Promise<void> | null = null
  let cacheRead = cache === undefined

  const count = (keys: Iterable<string>, by: 1 | -1): void => {
    for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + by)
  }
  const forget = (id: ArticleId): void => {
    count(byId.get(id)?.keys ?? [], -1)
    byId.delete(id)
  }
  const readCache = async (): Promise<void> => {
    for (const [id, fingerprint] of (await cache?.read()) ?? []) {
      byId.set(id, fingerprint)
      count(fingerprint.keys, 1)
    }
    cacheRead = true
  }
  const read = async ({ signal, onProgress }: TaskContext): Promise<void> => {
    if (!cacheRead) await readCache()
    for (const id of [...byId.keys()]) if (catalog.rowOf(id) === undefined) forget(id)
    const missing = staleIds(catalog, byId)
    let done = 0
    for await (const article of articleTexts(missing)) {
      throwIfCancelled(signal)
      forget(article.id)
      const fingerprint = fingerprintOf(article)
      byId.set(article.id, fingerprint)
      count(fingerprint.keys, 1)
      done += 1
      onProgress(done, missing.length, article.title)
    }
    if (done >= Math.max(LEAST_WRITTEN, byId.size * LEAST_SHARE_WRITTEN)) await cache?.write(byId)
  }

  return {
    update: async (context) => {
      // Two callers at once share the work; a cancelled one leaves the rest to the next.
      while (running !== null) await running.catch(() => undefined)
      running = read(context)
      try {
        await running
      } finally {
        running = null
      }
    },
    get: (id) => byId.get(id),
    frequencyOf: (key) => frequency.get(key) ?? 0,
    get size() {
      return byId.size
    },
    ids: () => byId.keys(),
  }
}

function staleIds(catalog: Catalog, byId: ReadonlyMap<ArticleId, Fingerprint>): readonly ArticleId[] {
  const ids: ArticleId[] = []
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const id = catalog.idAt(row)
    if (id === '' || catalog.columns.live[row] !== 1) continue
    if (byId.get(id)?.version !== catalog.versionAt(row)) ids.push(id)
  }
  return ids
}
