import { generateArticle, tagNames } from '../../bench/search/generate-article.ts'
import { packVersions } from '../../core/search/pack-versions.ts'
import { createIndexHost, type IndexHost } from '../../core/search/index-host.ts'
import { parseQuery, type WordsWanted } from '../../core/search/query/parse-query.ts'
import type { HitDetails } from '../../core/search/describe-hits.ts'
import type { ArticleInput } from '../../core/search/segment/analyse-article.ts'
import type { EngineAnswer, EngineQuery } from '../../core/search/text-engine.ts'
import type { CatalogDifference, ReadingMode } from '../../core/search/worker-protocol.ts'

/** Generated article `number` in row `row`. */
export function inputOf(row: number, number = row, words = 30): ArticleInput {
  const { title, body, language, outlet, authors, tags } = generateArticle(number, words)
  return {
    id: String(row).padStart(16, '0'),
    version: number.toString(16).padStart(64, '0').split('').reverse().join(''),
    title,
    subtitle: '',
    body,
    language,
    outlet,
    authors,
    tagNames: tags.flatMap(tagNames),
    tagHash: 1,
    row,
  }
}

/** The engine with its files, without a thread: what it says comes at once. */
export interface TestHost {
  readonly host: IndexHost
  readonly warnings: string[]
  /** How the index that was found differs from the articles. */
  readonly difference: CatalogDifference
  /** Rows that were lost to damage since. */
  readonly lost: number[]
  /** Brings what is missing, as the archive would. */
  repair(): void
  query(text: string, wanted?: WordsWanted): EngineAnswer
  describe(text: string, rows: readonly number[]): readonly HitDetails[]
  close(): void
}

/** Opens an index over articles; nothing is indexed yet that the folder does not hold. */
export function openTestHost(
  folder: string,
  articles: ReadonlyMap<number, ArticleInput>,
  reading: ReadingMode = 'mem',
  archiveId = 'test-archive',
): TestHost {
  const warnings: string[] = []
  const lost: number[] = []
  const host = createIndexHost(
    { folder, archiveId, reading },
    { info: () => undefined, warn: (text) => warnings.push(text), lost: (rows) => lost.push(...rows) },
  )
  const list = [...articles.values()]
  const difference = host.call('attach', {
    ...packVersions(list),
    tagHashes: Uint32Array.from(list, (article) => article.tagHash),
    rows: Uint32Array.from(list, (article) => article.row),
  }) as CatalogDifference
  const request = (text: string, wanted: WordsWanted): EngineQuery => ({
    query: parseQuery(text, wanted),
    typing: false,
    aliases: [],
  })
  const missing = [...difference.stale]
  return {
    host,
    warnings,
    difference,
    lost,
    repair() {
      const rows = [...missing.splice(0), ...lost.splice(0)]
      const wanted = rows.map((row) => articles.get(row)).filter((article) => article !== undefined)
      if (wanted.length > 0) host.call('upsert', wanted)
    },
    query: (text, wanted = 'any') => host.call('search', { query: request(text, wanted), space: null }) as EngineAnswer,
    describe: (text, rows) => host.call('describe', { query: request(text, 'any'), rows }) as readonly HitDetails[],
    close: () => void host.call('close', undefined),
  }
}

/** Rows and rounded scores of an answer in one order, for comparing two answers. */
export function resultOf({ exact, loose }: EngineAnswer): string[] {
  return [exact, loose].flatMap(({ rows, scores }, tier) =>
    [...rows].map((row, index) => `${tier} ${row} ${(scores[index] ?? 0).toFixed(6)}`).sort(),
  )
}
