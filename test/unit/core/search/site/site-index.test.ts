import lunr from 'lunr'
import { expect, test } from 'vitest'
import { generateArticle } from '../../../../../bench/search/generate-article.ts'
import { createSitePart, type SiteText } from '../../../../../core/search/site/build-site-index.ts'
import { loadPartIndex, readQuery } from '../../../../../core/search/site/query-site-index.ts'
import { startSiteIndexer, type SiteShard } from '../../../../../core/search/site/site-indexer.ts'
import { PART_SIZE, shardName, type Shard } from '../../../../../core/search/site/site-shards.ts'

function textOf(place: number, fields: Partial<SiteText> = {}): SiteText {
  return { place, title: '', subtitle: '', body: '', outlet: '', authors: [], language: 'en', tagNames: [], ...fields }
}

function partOf(texts: readonly SiteText[]): ReadonlyMap<string, Shard> {
  const part = createSitePart()
  for (const text of texts) part.add(text)
  return part.shards()
}

/** Finds with the shards that the query needs and no others. */
function find(shards: ReadonlyMap<string, Shard>, query: string): readonly { article: number; score: number }[] {
  const words = readQuery(query)
  const names = new Set(words.flatMap(({ terms, beginning }) => [...terms, beginning]).map(shardName))
  return loadPartIndex([...names].flatMap((name) => [shards.get(name) ?? []])).find(words)
}

test('a few shards give the scores that the whole index of lunr gives', () => {
  const texts = Array.from({ length: 60 }, (_, place) => {
    const { title, body, language, outlet, authors } = generateArticle(place, 120)
    return textOf(place, { title, body, language, outlet, authors })
  })
  const shards = partOf(texts)
  const whole = loadPartIndex([...shards.values()])
  let found = 0
  for (const { title } of texts) {
    for (const query of [title.split(' ').slice(0, 2).join(' '), title.split(' ')[3] ?? '']) {
      const hits = find(shards, query)
      found += hits.length
      expect(hits, query).toEqual(whole.find(readQuery(query)))
    }
  }
  expect(found).toBeGreaterThan(texts.length)
})

test('a word scores as in a stock index of lunr with the same words', () => {
  const bodies = ['water water river', 'river bridge', 'bridge steppe steppe steppe water']
  const shards = partOf(bodies.map((body, place) => textOf(place, { body })))
  const stock = lunr((builder) => {
    builder.ref('place')
    for (const field of ['title', 'text', 'tag', 'outlet', 'author']) builder.field(field)
    bodies.forEach((text, place) => builder.add({ place, title: [], text, tag: [], outlet: [], author: [] }))
  })
  // A word that may still be in the making counts for itself as well, so the one asked for stands first.
  const query = 'water river'
  const expected = stock.query((builder) => {
    builder.term('water', { presence: lunr.Query.presence.REQUIRED })
    builder.term(lunr.stemmer(new lunr.Token('river', {})).toString(), { presence: lunr.Query.presence.REQUIRED })
    builder.term('water', { boost: 3 })
    builder.term(lunr.stemmer(new lunr.Token('river', {})).toString(), { boost: 3 })
  })
  expect(find(shards, query)).toEqual(expected.map(({ ref, score }) => ({ article: Number(ref), score })))
  expect(expected).toHaveLength(1)
})

test('forms of a word find each other in three languages', () => {
  const shards = partOf([
    textOf(0, { body: 'Universities opened laboratories.' }),
    textOf(1, { language: 'ru', body: 'В лабораториях работали исследователи.' }),
    textOf(2, { language: 'kk', body: 'Кітапханадағы кітаптарымызды студенттеріміз оқыды.' }),
  ])
  for (const [query, article] of [
    ['laboratory', 0],
    ['лаборатория исследователь', 1],
    ['кітап', 2],
    ['кітаптың студенттер', 2],
    ['кітапх', 2],
  ] as const) {
    expect(
      find(shards, query).map((hit) => hit.article),
      query,
    ).toEqual([article])
  }
  expect(find(shards, 'laboratory кітап')).toEqual([])
})

test('what was typed comes before what only begins so', () => {
  const shards = partOf([
    textOf(0, { body: 'waterfall '.repeat(9) }),
    textOf(1, { body: 'water and much else besides' }),
  ])
  expect(find(shards, 'water').map((hit) => hit.article)).toEqual([1, 0])
})

test('words that are names of built-in properties are words like any other', () => {
  const shards = partOf([textOf(0, { body: 'constructor __proto__ toString valueOf' }), textOf(1, { body: 'nothing' })])
  for (const query of ['constructor', '__proto__', 'toString', 'valueOf']) {
    expect(find(shards, query), query).toHaveLength(1)
  }
  expect(find(shards, 'hasOwnProperty')).toEqual([])
  expect(find(shards, '***')).toEqual([])
})

test('shards have plain names', () => {
  expect(shardName('water')).toBe('77-61')
  expect(shardName('ө')).toBe('4e9')
  expect(shardName('../x')).toBe('2e-2e')
})

test('the thread cuts many articles into parts that hold every one of them', async () => {
  const indexer = startSiteIndexer()
  const shards: SiteShard[] = []
  const count = PART_SIZE + 70
  for (let place = 0; place < count; place += 1) {
    shards.push(...(await indexer.add(textOf(place, { body: `water word${String(place)}` }))))
  }
  shards.push(...(await indexer.finish()))
  await indexer.close()
  const hits = [0, 1].flatMap((part) => {
    const own = shards.filter((shard) => shard.part === part)
    // Written by the thread as such.
    const byName = new Map(own.map(({ name, json }) => [name, JSON.parse(json) as Shard]))
    return find(byName, 'water').map((hit) => hit.article)
  })
  expect(hits.toSorted((left, right) => left - right)).toEqual(Array.from({ length: count }, (_, place) => place))
})
