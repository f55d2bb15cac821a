import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { firstDayOf, lastDayOf } from '../../../../core/model/calendar-day.ts'
import { NO_FILTER, type ArticleFilter } from '../../../../core/model/article-filter.ts'
import type { Facets } from '../../../../core/model/search-result.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { idOf, openSearch, type TestText } from '../../../support/search-archive.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

/** Words that no stemmer changes, so that the scan can compare letters. */
const WORDS = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'] as const
const OUTLETS = ['', 'alpha', 'beta'] as const
const TAGS = ['tag-a', 'tag-b', 'tag-c'].map((tag) => tag as TagId)
// Days by their spelling.
const DAYS = [null, '2023', '2024-02', '2024-02-29', '2025-01-01', '2025-12-31'].map((day) => day as PartialDay | null)

type Text = Required<Pick<TestText, 'title' | 'body' | 'language' | 'kind' | 'outlet' | 'tags'>> & {
  readonly published: PartialDay | null
}

const words = (most: number) => fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most })
const article: fc.Arbitrary<Text> = fc.record({
  title: words(3).map((list) => list.join(' ')),
  body: words(12).map((list) => list.join(' ')),
  language: fc.constantFrom('en', 'ru', 'kk'),
  kind: fc.constantFrom('own', 'coverage'),
  outlet: fc.constantFrom(...OUTLETS),
  tags: fc.subarray(TAGS),
  published: fc.constantFrom(...DAYS),
})

/** One thing asked of an article: how it is typed, and whether an article fits, by reading it. */
interface Wish {
  readonly typed: string
  readonly fits: (text: Text) => boolean
}

function fieldsOf({ title, body }: Text): string[][] {
  return [title.split(' '), body.split(' ')]
}

const anyWord = fc.constantFrom(...WORDS)
const anyDay = fc.constantFrom('2023', '2024-02', '2025-01-01').map((day) => day as PartialDay)

function hasPhrase(list: readonly string[], phrase: readonly string[]): boolean {
  return list.some((_, at) => phrase.every((word, step) => list[at + step] === word))
}

function hasNear(list: readonly string[], left: string, right: string, within: number): boolean {
  return list.some(
    (word, at) =>
      word === left && list.some((other, place) => other === right && place !== at && Math.abs(place - at) <= within),
  )
}

const wish = fc.oneof(
  anyWord.map((word): Wish => ({ typed: word, fits: (text) => fieldsOf(text).flat().includes(word) })),
  anyWord.map((word): Wish => ({ typed: `-${word}`, fits: (text) => !fieldsOf(text).flat().includes(word) })),
  anyWord.map((word): Wish => ({ typed: `title:${word}`, fits: ({ title }) => title.split(' ').includes(word) })),
  fc.tuple(anyWord, anyWord).map(([left, right]): Wish => ({
    typed: `${left} OR ${right}`,
    fits: (text) =>
      fieldsOf(text)
        .flat()
        .some((word) => word === left || word === right),
  })),
  fc.array(anyWord, { minLength: 2, maxLength: 3 }).map((phrase): Wish => ({
    typed: `"${phrase.join(' ')}"`,
    fits: (text) => fieldsOf(text).some((list) => hasPhrase(list, phrase)),
  })),
  fc.tuple(anyWord, anyWord, fc.integer({ min: 1, max: 4 })).map(([left, right, within]): Wish => ({
    typed: `${left} NEAR/${String(within)} ${right}`,
    fits: (text) => fieldsOf(text).some((list) => hasNear(list, left, right, within)),
  })),
  fc
    .constantFrom('en', 'ru', 'kk')
    .map((language): Wish => ({ typed: `lang:${language}`, fits: (text) => text.language === language })),
  fc
    .constantFrom('own', 'coverage')
    .map((kind): Wish => ({ typed: `kind:${kind}`, fits: (text) => text.kind === kind })),
  anyDay.map((day): Wish => ({
    typed: `from:${day}`,
    fits: ({ published }) => published !== null && lastDayOf(published) >= firstDayOf(day),
  })),
  anyDay.map((day): Wish => ({
    typed: `to:${day}`,
    fits: ({ published }) => published !== null && firstDayOf(published) <= lastDayOf(day),
  })),
)

const filter: fc.Arbitrary<Partial<ArticleFilter>> = fc.record(
  {
    outlets: fc.subarray([...OUTLETS]),
    tags: fc.subarray(TAGS, { maxLength: 2 }),
    undated: fc.boolean(),
    languages: fc.subarray(['en', 'ru', 'kk'] as const),
    kinds: fc.subarray(['own', 'coverage'] as const),
  },
  { requiredKeys: [] },
)

function passes({ outlets = [], tags = [], undated = false, languages = [], kinds = [] }: Partial<ArticleFilter>) {
  return (text: Text): boolean =>
    (outlets.length === 0 || outlets.includes(text.outlet)) &&
    tags.every((tag) => text.tags.includes(tag)) &&
    (!undated || text.published === null) &&
    (languages.length === 0 || languages.includes(text.language)) &&
    (kinds.length === 0 || kinds.includes(text.kind))
}

/** What is counted of the texts, as `facet value: count`. */
function countsOf(texts: readonly Text[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { language, kind, outlet, tags, published } of texts) {
    add(`language ${language}`)
    add(`kind ${kind}`)
    add(`outlet ${outlet}`)
    for (const tag of tags) add(`tag ${tag}`)
    add(published === null ? 'undated' : `year ${published.slice(0, 4)}`)
  }
  return counts
}

function countsIn({ languages, kinds, outlets, tags, years, undated }: Facets): Map<string, number> {
  const named = { language: languages, kind: kinds, outlet: outlets, tag: tags, year: years }
  const entries = Object.entries(named).flatMap(([name, list]) =>
    list.map(({ value, count }) => [`${name} ${value}`, count] as const),
  )
  return new Map(undated === 0 ? entries : [...entries, ['undated', undated]])
}

describe('the search service beside a linear scan', () => {
  it('finds the same articles with the same counts, and orders them by score, day and id, while articles change', async () => {
    const first = fc.sample(article, { numRuns: 60, seed: 7 })
    const texts = new Map(first.map((text, number) => [number, text] as const))
    const archive = await openSearch(await makeTempDir(), first)
    onTestFinished(() => archive.service.close())
    const change = fc.record({ number: fc.integer({ min: 0, max: 79 }), text: fc.option(article, { freq: 3 }) })
    const asked = fc.record({ wishes: fc.array(wish, { maxLength: 3 }), filter, change: fc.option(change) })
    let found = 0
    const property = fc.asyncProperty(asked, async ({ wishes, filter: wanted, change: step }) => {
      if (step?.text) {
        texts.set(step.number, step.text)
        await archive.put(step.number, step.text)
      } else if (step && texts.delete(step.number)) {
        await archive.drop(step.number)
      }
      const fits = passes(wanted)
      const expected = [...texts].filter(([, text]) => fits(text) && meetsAll(text, wishes))
      const page = await archive.service.search({
        query: wishes.map(({ typed }) => typed).join(' '),
        filter: { ...NO_FILTER, ...wanted },
        sort: 'relevance',
        offset: 0,
        limit: 100,
        facets: true,
        typing: false,
      })
      expect(page.hits.map((hit) => hit.article.id).sort()).toEqual(expected.map(([number]) => idOf(number)).sort())
      expect(page.total).toBe(expected.length)
      expect(page.facets === null ? null : countsIn(page.facets)).toEqual(countsOf(expected.map(([, text]) => text)))
      const order = page.hits.map(({ score, article: { published, id } }) => ({ score, published, id }))
      // Without words the catalog's own order counts.
      if (order.some(({ score }) => score > 0)) expect(order).toEqual([...order].sort(byRank))
      found += page.total
    })
    await fc.assert(property, { numRuns: 400, seed: 11, endOnFailure: true })
    expect(found).toBeGreaterThan(2_000)
  })
})

/** Languages and kinds that are typed one after the other are alternatives; everything else is wanted together. */
function meetsAll(text: Text, wishes: readonly Wish[]): boolean {
  const groups = Map.groupBy(wishes, ({ typed }) => /^(?:lang|kind):/.exec(typed)?.[0] ?? typed)
  return [...groups].every(([key, list]) =>
    key.endsWith(':') ? list.some(({ fits }) => fits(text)) : list.every(({ fits }) => fits(text)),
  )
}

interface Ranked {
  readonly score: number
  readonly published: string | null
  readonly id: string
}

function byRank(left: Ranked, right: Ranked): number {
  const day = ({ published }: Ranked): string => (published === null ? '' : firstDayOf(published as PartialDay))
  return (
    right.score - left.score ||
    Number(day(right) > day(left)) - Number(day(right) < day(left)) ||
    (left.id < right.id ? -1 : 1)
  )
}
