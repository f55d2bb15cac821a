import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { formatCsl } from '../../../../core/documents/formats/csl.ts'
import { formatRis } from '../../../../core/documents/formats/ris.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { makeArticle } from '../../../support/make-article.ts'

const records = v.array(
  v.looseObject({
    id: v.string(),
    type: v.string(),
    title: v.string(),
    'container-title': v.optional(v.string()),
    URL: v.optional(v.string()),
    abstract: v.optional(v.string()),
    language: v.optional(v.string()),
    genre: v.optional(v.string()),
    issued: v.optional(v.object({ 'date-parts': v.array(v.array(v.number())) })),
  }),
)

interface Citations {
  readonly data: unknown
  format(name: 'ris' | 'data'): string
}

/** Reads references with a library that is not ours. */
function readReferences(text: string): Citations {
  const load = createRequire(import.meta.url)
  load('@citation-js/plugin-ris')
  load('@citation-js/plugin-csl')
  // The library brings no types.
  const { Cite } = load('@citation-js/core') as { readonly Cite: new (data: string) => Citations }
  return new Cite(text)
}

const ARTICLES = [
  makeArticle({
    title: 'Су зертханасы "ашылды"\nекінші жол',
    authors: ['Сериков, А.', 'Lee, M.'],
    outlet: 'Steppe Herald',
    url: 'https://herald.example/1?a=1&b=2',
    summary: 'Қысқаша: {мазмұн} \\ TY  - NEWS',
    language: 'kk',
  }),
  makeArticle({ kind: 'own', title: 'Пресс-релиз', published: '2025-10' as PartialDay, language: 'ru' }),
  makeArticle({ kind: 'own', title: 'Undated', published: null, language: 'other' }),
]

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

test('a citation library reads our RIS: every record with its fields', () => {
  const read = v.parse(records, readReferences(formatRis(ARTICLES)).data)
  expect(read.map((record) => record.type)).toEqual(['article-newspaper', 'document', 'document'])
  for (const [place, article] of ARTICLES.entries()) {
    expect(read[place]).toMatchObject({ id: article.id, title: onOneLine(article.title) })
  }
  const [first, second, third] = read
  expect(first).toMatchObject({
    'container-title': 'Steppe Herald',
    URL: 'https://herald.example/1?a=1&b=2',
    abstract: 'Қысқаша: {мазмұн} \\ TY - NEWS',
    language: 'kk',
  })
  // For newspapers the library goes by the year alone.
  expect(first?.issued?.['date-parts'][0]?.[0]).toBe(2025)
  expect(second?.issued?.['date-parts']).toEqual([[2025, 10]])
  expect(third?.issued).toBeUndefined()
})

test('what the library writes from our RIS is read to the same again', () => {
  const once = readReferences(formatRis(ARTICLES.slice(1)))
  const again = readReferences(once.format('ris'))
  const bare = (citations: Citations) =>
    v.parse(records, citations.data).map(({ _graph: _source, ...record }) => record)
  expect(bare(again)).toEqual(bare(once))
})

test('our CSL-JSON comes back from the library as it went in', () => {
  const ours = formatCsl(ARTICLES)
  const read = readReferences(ours)
  const back: unknown = JSON.parse(readReferences(read.format('data')).format('data'))
  const wanted: unknown = JSON.parse(ours)
  expect(back).toMatchObject(v.parse(v.array(v.looseObject({})), wanted))
})
