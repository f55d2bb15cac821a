import { describe, expect, it } from 'vitest'
import { oneOf, seededRandom, wholeBetween } from '../../../../bench/search/random.ts'
import { queryTermsOf } from '../../../../core/search/analysis/terms.ts'
import { tokenise } from '../../../../core/search/analysis/tokenise.ts'
import { indexTermOf } from '../../../../core/search/segment/term-table.ts'
import { STOP_MARK } from '../../../../core/search/segment/segment.ts'
import type { ArticleInput } from '../../../../core/search/segment/analyse-article.ts'
import { inputOf, openTestHost } from '../../../support/index-host.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

const articles = new Map(Array.from({ length: 300 }, (_, row) => [row, inputOf(row, row + 900, 40)]))

/** The terms of each text of each article. */
const termsOfTexts = new Map(
  [...articles.values()].map((article) => [
    article,
    [article.title, article.body, article.outlet, ...article.authors, ...article.tagNames].map((text) =>
      tokenise(text).map((token) => indexTermOf(token.text, article.language)),
    ),
  ]),
)

/** All that a word of the query may stand for. */
function formsOf(word: string): ReadonlySet<string | undefined> {
  return new Set([...queryTermsOf(word), STOP_MARK + word])
}

function hasPhrase(article: ArticleInput, words: readonly string[]): boolean {
  const forms = words.map(formsOf)
  return (termsOfTexts.get(article) ?? []).some((terms) =>
    terms.some((_, at) => forms.every((form, index) => form.has(terms[at + index]))),
  )
}

function hasNear(article: ArticleInput, left: string, right: string, within: number): boolean {
  const [first, second] = [formsOf(left), formsOf(right)]
  return (termsOfTexts.get(article) ?? [])
    .slice(0, 2)
    .some((terms) =>
      terms.some(
        (term, at) =>
          first.has(term) &&
          terms.some((other, place) => place !== at && Math.abs(place - at) <= within && second.has(other)),
      ),
    )
}

function scan(fits: (article: ArticleInput) => boolean): number[] {
  return [...articles.values()].filter(fits).map((article) => article.row)
}

describe('phrases and NEAR beside a linear scan of all articles', () => {
  it('find exactly the same articles', async () => {
    const folder = await makeTempDir()
    const index = openTestHost(folder, articles)
    index.repair()
    const seed = 31
    const random = seededRandom(seed)
    let found = 0
    for (let number = 0; number < 80; number += 1) {
      const article = oneOf(random, [...articles.values()])
      const words = tokenise(article.body).map((token) => token.text)
      const at = wholeBetween(random, 0, Math.max(1, words.length - 4))
      const phrase = words.slice(at, at + wholeBetween(random, 2, 5))
      if (phrase.some((word) => /[^\p{L}\p{N}]/u.test(word))) continue
      const [left = '', right = ''] = [phrase[0], phrase.at(-1)]
      const exact = [...index.query(`"${phrase.join(' ')}"`).exact.rows].sort((a, b) => a - b)
      expect(exact, `seed ${seed}: "${phrase.join(' ')}"`).toEqual(scan((candidate) => hasPhrase(candidate, phrase)))
      const without = [...index.query(`-"${phrase.join(' ')}"`).exact.rows].sort((a, b) => a - b)
      expect(without).toEqual(scan((candidate) => !hasPhrase(candidate, phrase)))
      const within = wholeBetween(random, 1, 7)
      for (const text of [`${left} NEAR/${within} ${right}`, `"${right} ${left}"~${within}`]) {
        const near = [...index.query(text).exact.rows].sort((a, b) => a - b)
        expect(near, `seed ${seed}: ${text}`).toEqual(scan((candidate) => hasNear(candidate, left, right, within)))
      }
      found += exact.length
    }
    expect(found).toBeGreaterThan(60)
    index.close()
  })

  it('let no stop word break a required term or a phrase', async () => {
    const index = openTestHost(await makeTempDir(), articles)
    index.repair()
    const required = index.query('+и +студент', 'all')
    expect(required.exact.rows.length).toBeGreaterThan(0)
    expect([...required.exact.rows].sort()).toEqual([...index.query('студент', 'all').exact.rows].sort())
    expect(index.query('the', 'all').exact.rows.length).toBe(scan((article) => hasPhrase(article, ['the'])).length)
    index.close()
  })
})

describe('the reasons of a hit', () => {
  it('add up to its score', async () => {
    const index = openTestHost(await makeTempDir(), articles)
    index.repair()
    for (const text of [
      'студент наука',
      'university^3 форум*',
      'форум~1 title:наука',
      '"outlet 1" студент',
      'студент OR "год науки"',
    ]) {
      const { exact } = index.query(text)
      const rows = [...exact.rows.slice(0, 40)]
      const details = index.describe(text, rows)
      expect(rows.length, text).toBeGreaterThan(0)
      rows.forEach((_, place) => {
        const sum = details[place]?.why.reduce((total, reason) => total + reason.score, 0)
        expect(sum, text).toBeCloseTo(exact.scores[place] ?? -1, 9)
      })
    }
    index.close()
  })
})
