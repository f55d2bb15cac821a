import type { ArticleId } from '../../model/article-id.ts'
import type { Article } from '../../model/article.ts'
import type { SimilarArticle } from '../../model/import-evidence.ts'
import type { ImportArchive } from '../import-archive.ts'
import { markdownToPlain } from '../text/markdown-blocks.ts'
import { createSignatureTable, findSimilar, shapeOf, type TextShape } from './near-texts.ts'
import { createRecentShingles } from './recent-shingles.ts'
import { readKnownTexts, writeKnownTexts, type KnownText } from './known-texts-file.ts'
import { textKey } from './text-key.ts'

/** Keys and signatures of the texts of an archive. */
export interface KnownTexts {
  /** Learns the articles that are new or changed and forgets those that went away. */
  refresh(): Promise<void>
  /** The article with this text, or undefined. */
  find(key: string): ArticleId | undefined
  /** Articles with nearly this text. */
  similar(shape: TextShape): Promise<readonly SimilarArticle[]>
  add(key: string, shape: TextShape, id: ArticleId, version: string): void
  /** Keeps what was learnt for the next program. */
  save(): Promise<void>
}

interface Entry {
  readonly version: string
  readonly key: string
}

/** Fewer changes than this are cheaper to learn again than to write. */
const LEAST_UNSAVED = 50

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
 * Makes the memory of an archive's texts; nothing is read before the first refresh. What is known of unchanged articles
 * comes from a cache in `cacheFolder`, which may be deleted at any time; only the others are read.
 */
export function createKnownTexts(archive: ImportArchive, cacheFolder: string): KnownTexts {
  const entries = new Map<ArticleId, Entry>()
  const byKey = new Map<string, ArticleId>()
  const table = createSignatureTable()
  const recent = createRecentShingles(archive)
  let loaded = false
  let unsaved = 0

  const keep = (id: ArticleId, { version, key, signature }: KnownText): void => {
    forget(id)
    entries.set(id, { version, key })
    if (!byKey.has(key)) byKey.set(key, id)
    table.put(id, signature)
  }
  const forget = (id: ArticleId): void => {
    const entry = entries.get(id)
    if (entry === undefined) return
    entries.delete(id)
    table.remove(id)
    if (byKey.get(entry.key) === id) byKey.delete(entry.key)
  }
  const learn = (article: Article): void => {
    const plain = markdownToPlain(article.body)
    keep(article.id, { version: article.version, key: textKey(article, plain), signature: shapeOf(plain).signature })
    unsaved += 1
  }
  const load = async (versions: ReadonlyMap<ArticleId, string>): Promise<void> => {
    loaded = true
    const cached = await readKnownTexts(cacheFolder, archive.info.id)
    for (const [id, text] of cached) if (versions.get(id) === text.version) keep(id, text)
  }

  return {
    refresh: async () => {
      const versions = versionsOf(archive)
      if (!loaded) await load(versions)
      for (const id of [...entries.keys()]) if (!versions.has(id)) forget(id)
      const missing = [...versions].filter(([id, version]) => entries.get(id)?.version !== version).map(([id]) => id)
      if (missing.length > 0) for await (const article of archive.articleTexts(missing)) learn(article)
    },
    find: (key) => byKey.get(key),
    similar: (shape) => findSimilar(recent.shinglesOf, table, shape),
    add: (key, { signature, shingles }, id, version) => {
      keep(id, { version, key, signature })
      recent.put(id, version, shingles)
      unsaved += 1
    },
    save: async () => {
      if (unsaved < LEAST_UNSAVED) return
      unsaved = 0
      const texts = [...entries].flatMap(([id, entry]): (readonly [ArticleId, KnownText])[] => {
        const signature = table.get(id)
        return signature === undefined ? [] : [[id, { ...entry, signature }]]
      })
      await writeKnownTexts(cacheFolder, archive.info.id, texts)
    },
  }
}
