import { packVersions } from '../../core/search/pack-versions.ts'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import { seededRandom, wholeBetween } from '../../bench/search/random.ts'
import { createIndexHost, type IndexHost } from '../../core/search/index-host.ts'
import { parseQuery } from '../../core/search/query/parse-query.ts'
import type { ArticleInput } from '../../core/search/segment/analyse-article.ts'
import type { EngineAnswer } from '../../core/search/text-engine.ts'
import type { CatalogRows, ReadingMode } from '../../core/search/worker-protocol.ts'
import { generateQueries } from './generated-queries.ts'
import { inputOf } from './index-host.ts'
import { buildOracle } from './lunr-oracle.ts'

function openHost(folder: string, articles: ReadonlyMap<number, ArticleInput>, reading: ReadingMode): IndexHost {
  const host = createIndexHost(
    { folder, archiveId: 'parity', reading },
    {
      info: () => undefined,
      warn: (text) => {
        throw new Error(text)
      },
      lost: () => undefined,
    },
  )
  const list = [...articles.values()]
  const catalog: CatalogRows = {
    ...packVersions(list),
    tagHashes: Uint32Array.from(list, () => 1),
    rows: Uint32Array.from(list, (article) => article.row),
  }
  const difference = host.call('attach', catalog) as { stale: Uint32Array }
  const missing = [...difference.stale].map((row) => articles.get(row)).filter((article) => article !== undefined)
  if (missing.length > 0) host.call('upsert', missing)
  return host
}

/** Everything that differs from lunr, as sentences. */
function differences(
  host: IndexHost,
  oracle: (query: string) => Map<number, number>,
  queries: readonly string[],
): string[] {
  const found: string[] = []
  let answered = 0
  for (const query of queries) {
    const answer = host.call('search', {
      query: { query: parseQuery(query, 'any'), typing: false, aliases: [] },
      space: null,
    }) as EngineAnswer
    const expected = oracle(query)
    const { rows, scores } = answer.exact
    if (rows.length > 0) answered += 1
    if (rows.length !== expected.size) found.push(`${query}: ${rows.length} hits instead of ${expected.size}`)
    rows.forEach((row, index) => {
      const difference = Math.abs((scores[index] ?? 0) - (expected.get(row) ?? Number.NaN))
      if (!(difference < 1e-9)) found.push(`${query}: article ${row} is off by ${difference}`)
    })
  }
  if (answered < queries.length / 2) found.push(`only ${answered} of ${queries.length} queries find anything`)
  return found
}

/** Expects the same hits and scores as lunr's over articles that were added one by one. */
export async function expectParity(folder: string, count: number, queries: number, seed: number): Promise<void> {
  const articles = new Map(Array.from({ length: count }, (_, row) => [row, inputOf(row, row)]))
  const host = openHost(folder, new Map(), 'mem')
  for (const article of articles.values()) host.call('upsert', [article])
  expect(differences(host, buildOracle(articles), generateQueries([...articles.values()], queries, seed))).toEqual([])
  await delay(0)
  host.call('close', undefined)
}

/** Expects the same after random changes, with savings and merges in between, and after opening again in both modes. */
export async function expectParityOverTime(
  folder: string,
  steps: number,
  queries: number,
  seed: number,
): Promise<void> {
  const random = seededRandom(seed)
  const articles = new Map<number, ArticleInput>()
  let host = openHost(folder, articles, 'mem')
  for (let step = 0; step < steps; step += 1) {
    const row = random() < 0.5 ? step : wholeBetween(random, 0, step + 1)
    if (random() < 0.25) {
      host.call('remove', [String(row).padStart(16, '0')])
      articles.delete(row)
    } else {
      const article = inputOf(row, 10_000 + step)
      host.call('upsert', [article])
      articles.set(row, article)
    }
    // Lets savings and merges, which run in a thread of their own, come in between.
    if (step % 25 === 0) await delay(20)
    if (step % 250 !== 249) continue
    host.call('save', undefined)
    await delay(500)
    const asked = generateQueries([...articles.values()], queries, seed + step)
    const oracle = buildOracle(articles)
    expect(differences(host, oracle, asked), `seed ${seed}, step ${step}`).toEqual([])
    host.call('close', undefined)
    host = openHost(folder, articles, step % 500 === 249 ? 'pread' : 'mem')
    expect(differences(host, oracle, asked.slice(0, queries / 4)), `seed ${seed}, step ${step}`).toEqual([])
  }
  host.call('close', undefined)
}
