import { describe, expect, it } from 'vitest'
import { analyseText } from '../../../../core/search/analysis/analyse-text.ts'
import { parseQuery } from '../../../../core/search/query/parse-query.ts'
import { TextEngine } from '../../../../core/search/text-engine.ts'
import type { ArticleInput } from '../../../../core/search/segment/analyse-article.ts'

const BODY = `The university and its students met on Monday. Nothing else happened for a long time, and nobody wrote about it
until the spring came, when the rector spoke of new buildings, of roads and of bread. At last the «University» of the city, with
every student of its faculty of science, opened a forum on water.`

const article: ArticleInput = {
  id: '0000000000000000',
  version: 'a'.repeat(64),
  tagHash: 0,
  row: 0,
  language: 'en',
  title: 'Students of water',
  subtitle: 'A university opens its doors to every student',
  body: BODY,
  outlet: 'Campus Post',
  authors: [],
  tagNames: [],
}

function details(query: string) {
  const engine = new TextEngine()
  engine.upsert([article])
  const request = { query: parseQuery(query, 'all'), typing: false, aliases: [] }
  engine.search(request)
  const [hit] = engine.describe(request, [0])
  if (hit === undefined) throw new Error('The article is not described.')
  return hit
}

const markedIn = (text: string, ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.map(([from, to]) => text.slice(from, to))

describe('the words that a query marks', () => {
  it('are found in title and subtitle without a second analysis, and the same as with one', () => {
    const [title, subtitle] = details('student').snippets
    expect(markedIn(title?.text ?? '', title?.ranges ?? [])).toEqual(['Students'])
    expect(markedIn(subtitle?.text ?? '', subtitle?.ranges ?? [])).toEqual(['student'])
    const stems = analyseText(article.subtitle, 'en').filter(({ term }) => term === 'student')
    expect(subtitle?.ranges).toEqual(stems.map(({ start, end }) => [start, end]))
  })

  it('come from the best passage of the whole text, without the quotes around them', () => {
    const text = details('university student faculty').snippets.at(-1)
    expect(text?.text).toContain('opened a forum on water')
    expect(markedIn(text?.text ?? '', text?.ranges ?? [])).toEqual(['University', 'student', 'faculty'])
  })

  it('are exact where the text has the word as it was typed', () => {
    expect(details('students').why.map(({ how }) => how)).toEqual(['exact'])
    expect(details('studenting').why.map(({ how }) => how)).toEqual(['stem'])
  })
})
