import { oneOf, seededRandom, wholeBetween, type Random } from './random.ts'
import { tagNames, TAG_COUNT } from './generate-article.ts'
import { vocabularyOf } from './vocabulary.ts'
import type { Language } from '../../core/model/language.ts'

export const QUERY_KINDS = [
  'common',
  'rare',
  'and',
  'prefix',
  'fuzzy',
  'field',
  'tag',
  'phrase',
  'near',
  'typing',
] as const
export type QueryKind = (typeof QUERY_KINDS)[number]

/** A query of the bench, with the words it is made of for engines that have no query language. */
export interface BenchQuery {
  readonly kind: QueryKind
  readonly text: string
  readonly words: readonly string[]
}

const LANGUAGES: readonly Language[] = ['en', 'ru', 'kk']

/** The same queries at every run: all kinds in turn, in the three languages. */
export function benchQueries(count: number): readonly BenchQuery[] {
  const random = seededRandom(4_242)
  return Array.from({ length: count }, (_, number) => {
    const kind = QUERY_KINDS[number % QUERY_KINDS.length] ?? 'common'
    return { kind, ...makeQuery(kind, random, LANGUAGES[number % 3] ?? 'en') }
  })
}

function makeQuery(kind: QueryKind, random: Random, language: Language): Omit<BenchQuery, 'kind'> {
  const word = (from: number, to: number): string => {
    const forms = vocabularyOf(language).words[wholeBetween(random, from, to)] ?? ['forum']
    return oneOf(random, forms.slice(0, 3))
  }
  const frequent = word(0, 150)
  switch (kind) {
    case 'common':
      return plain(word(0, 60))
    case 'rare':
      return plain(word(3_000, 8_000))
    case 'and':
      return plain(word(0, 100), word(0, 400))
    case 'prefix': {
      const beginning = word(0, 1_500).slice(0, 4)
      return { text: `${beginning}*`, words: [beginning] }
    }
    case 'fuzzy': {
      const long = `${word(20, 1_500)}ing`
      const wrong = long.slice(0, 2) + long.slice(3)
      return { text: `${wrong}~1`, words: [wrong] }
    }
    case 'field':
      return { text: `title:${frequent}`, words: [frequent] }
    case 'tag': {
      const [name = ''] = (tagNames(wholeBetween(random, 0, TAG_COUNT))[0] ?? '').split(' ')
      return { text: `tag:${name} ${frequent}`, words: [name, frequent] }
    }
    case 'phrase':
      return { text: `"${frequent} ${word(0, 20)}"`, words: [frequent] }
    case 'near':
      return { text: `${frequent} NEAR/5 ${word(0, 60)}`, words: [frequent] }
    case 'typing': {
      const begun = frequent.slice(0, wholeBetween(random, 2, frequent.length + 1))
      return { text: begun, words: [begun] }
    }
  }
}

function plain(...words: readonly string[]): Omit<BenchQuery, 'kind'> {
  return { text: words.join(' '), words }
}
