import { join } from 'node:path'
import type { ArticleId } from '../../model/article-id.ts'
import { isArticleId } from '../../model/article-id.ts'
import { readPrivateJson, writePrivateJson } from '../../workspace/private-file.ts'
import type { ImportArchive } from '../import-archive.ts'
import { textKey } from './text-key.ts'

/** Text keys of the articles of an archive. */
export interface KnownTexts {
  /** The article with this text, or undefined. */
  find(key: string): ArticleId | undefined
  add(key: string, id: ArticleId, version: string): void
  /** Keeps the keys for the next import. */
  save(): Promise<void>
}

interface Entry {
  readonly version: string
  readonly key: string
}

const FORMAT = 1

function parseCache(value: unknown): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT) return entries
  if (!('articles' in value) || !Array.isArray(value.articles)) return entries
  for (const row of value.articles as readonly unknown[]) {
    if (!Array.isArray(row)) continue
    const [id, version, key] = row as readonly unknown[]
    if (typeof id === 'string' && isArticleId(id) && typeof version === 'string' && typeof key === 'string') {
      entries.set(id, { version, key })
    }
  }
  return entries
}

function versionsOf(archive: ImportArchive): ReadonlyMap<ArticleId, string> {
  const versions = new Map<ArticleId, string>()
  const { catalog } = archive
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const summary = catalog.summaryAt(row)
    if (summary !== undefined) versions.set(summary.id, summary.version)
  }
  return versions
}

/**
 * Learns the text keys of all articles. Keys of unchanged articles come from a cache in `cacheFolder`, which may be
 * deleted at any time; only the others are read.
 */
export async function openKnownTexts(archive: ImportArchive, cacheFolder: string): Promise<KnownTexts> {
  const path = join(cacheFolder, 'import', `texts-${archive.info.id}.json`)
  const cached = parseCache(await readPrivateJson(path))
  const entries = new Map<string, Entry>()
  const byKey = new Map<string, ArticleId>()
  const missing: ArticleId[] = []
  const keep = (id: ArticleId, entry: Entry): void => {
    entries.set(id, entry)
    if (!byKey.has(entry.key)) byKey.set(entry.key, id)
  }
  for (const [id, version] of versionsOf(archive)) {
    const entry = cached.get(id)
    if (entry?.version === version) keep(id, entry)
    else missing.push(id)
  }
  if (missing.length > 0) {
    for await (const article of archive.articleTexts(missing)) {
      keep(article.id, { version: article.version, key: textKey(article) })
    }
  }
  return {
    find: (key) => byKey.get(key),
    add: (key, id, version) => keep(id, { version, key }),
    save: async () => {
      const articles = [...entries].map(([id, { version, key }]) => [id, version, key])
      await writePrivateJson(path, { format: FORMAT, articles })
    },
  }
}
