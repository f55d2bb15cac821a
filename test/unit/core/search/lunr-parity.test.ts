import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { generateArticle, tagNames } from '../../../../bench/search/generate-article.ts'
import { seededRandom, wholeBetween } from '../../../../bench/search/random.ts'
import { createIndexHost, type IndexHost } from '../../../../core/search/index-host.ts'
import { parseQuery } from '../../../../core/search/query/parse-query.ts'
import type { ArticleInput } from '../../../../core/search/segment/analyse-article.ts'
import type { EngineAnswer } from '../../../../core/search/text-engine.ts'
import type { CatalogRows, ReadingMode } from '../../../../core/search/worker-protocol.ts'
import { generateQueries } from '../../../support/generated-queries.ts'
import { buildOracle } from '../../../support/lunr-oracle.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const WORDS = 30

function inputOf(row: number, number: number): ArticleInput {
  const { title, body, language, outlet, authors, tags } = generateArticle(number, WORDS)
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
    ids: list.map((article) => article.id).join(''),
    versions: list.map((article) => article.version),
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
    const answer = host.call('search', { query: parseQuery(query, 'any'), typing: false, aliases: [] }) as EngineAnswer
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

describe('the engine beside a stock lunr.Index with the same analysis', () => {
  it('finds the same articles with the same scores for 1,100 queries of all kinds', async () => {
    const articles = new Map(Array.from({ length: 250 }, (_, row) => [row, inputOf(row, row)]))
    const host = openHost(await makeTempDir(), new Map(), 'mem')
    for (const article of articles.values()) host.call('upsert', [article])
    const queries = generateQueries([...articles.values()], 1_100, 11)
    expect(differences(host, buildOracle(articles), queries)).toEqual([])
    host.call('close', undefined)
  })

  it('still does after 1,000 additions, edits, removals and merges, and when opened again in both modes', async () => {
    const folder = await makeTempDir()
    const random = seededRandom(23)
    const articles = new Map<number, ArticleInput>()
    let host = openHost(folder, articles, 'mem')
    for (let step = 0; step < 1_000; step += 1) {
      const row = random() < 0.5 ? step : wholeBetween(random, 0, step + 1)
      if (random() < 0.2) {
        host.call('remove', [String(row).padStart(16, '0')])
        articles.delete(row)
      } else {
        const article = inputOf(row, 10_000 + step)
        host.call('upsert', [article])
        articles.set(row, article)
      }
      // Lets savings and merges, which run in a thread of their own, come in between.
      if (step % 25 === 0) await delay(20)
      if (step % 250 === 249) {
        host.call('save', undefined)
        await delay(500)
        const queries = generateQueries([...articles.values()], 250, step)
        expect(differences(host, buildOracle(articles), queries)).toEqual([])
        host.call('close', undefined)
        host = openHost(folder, articles, step % 500 === 249 ? 'pread' : 'mem')
        expect(differences(host, buildOracle(articles), queries.slice(0, 110))).toEqual([])
      }
    }
    host.call('close', undefined)
  })
})
