import { expect } from 'vitest'
import { oneOf, seededRandom, wholeBetween, type Random } from '../../bench/search/random.ts'
import { generateArticle } from '../../bench/search/generate-article.ts'
import { inputOf, openTestHost } from './index-host.ts'

const SIGNS = [
  '+',
  '-',
  '~',
  '^',
  ':',
  '*',
  '"',
  '«',
  '»',
  '“',
  '\\',
  '(',
  ')',
  '|',
  '/',
  '.',
  ',',
  '!',
  '?',
  '&',
  '#',
  '@',
  '%',
  '\0',
  '\n',
  '\t',
  ' ',
  '\u00ad',
  '\ufeff',
  '\ud83d\ude00',
  '\ud800',
  '\udc00',
  '\u202e',
  'é',
  'İ',
  'ß',
]
const WORDS = [
  'наука',
  'university',
  'ғылым',
  'title:',
  'from:',
  'to:2025',
  'lang:ru',
  'kind:own',
  'NEAR/5',
  'NEAR',
  'OR',
  'AND',
  'NOT',
  'ИЛИ',
  'a',
  'в',
  '~2',
  '~99',
  '^9999999999',
  'http://x',
  'constructor',
  '__proto__',
  'tag:constructor',
]

function randomText(random: Random, length: number): string {
  return Array.from({ length }, () =>
    random() < 0.6 ? oneOf(random, SIGNS) : `${oneOf(random, WORDS)}${random() < 0.5 ? ' ' : ''}`,
  ).join('')
}

const EXTREMES: readonly string[] = [
  '"',
  '«',
  '""',
  '"" ""',
  'a:b',
  'http://x',
  'http://vku.edu.kz/kk/news?id=1',
  '«Нур»',
  '+',
  '++x',
  'word~x',
  'word^',
  '~2',
  't:',
  '*',
  '* *',
  '**',
  'x~99',
  '-',
  '—',
  '- - -',
  'OR',
  'OR OR OR',
  'a NEAR',
  'NEAR/5 b',
  'NOT',
  '"a b"~',
  '"unclosed phrase of',
  '+-'.repeat(5_000),
  '*a'.repeat(5_000),
  '"a '.repeat(3_000),
  'слово~2 '.repeat(1_000),
  '*ть '.repeat(1_000),
  'к* '.repeat(1_000),
  'x'.repeat(150_000),
  'х~2'.repeat(10_000),
  '(((((((((('.repeat(1_000),
  '\ud800'.repeat(1_000),
]

/** Extremes, pasted articles and random strings, the same for the same seed. */
export function anyTexts(count: number, seed: number): string[] {
  const random = seededRandom(seed)
  const pasted = Array.from({ length: 20 }, (_, number) => generateArticle(number).body)
  const texts = Array.from({ length: count }, () => randomText(random, wholeBetween(random, 1, 30)))
  return [...EXTREMES, ...pasted, ...texts]
}

/** Asks an index of a few articles any texts, and expects an answer to each. */
export function expectAnswers(folder: string, count: number, seed: number): void {
  const articles = new Map(Array.from({ length: 40 }, (_, row) => [row, inputOf(row)]))
  const index = openTestHost(folder, articles)
  index.repair()
  for (const [number, text] of anyTexts(count, seed).entries()) {
    expect(
      () => {
        const { exact, loose } = index.query(text, number % 2 === 0 ? 'all' : 'any')
        if (number % 10 === 0) index.describe(text, [...exact.rows.slice(0, 3), ...loose.rows.slice(0, 3)])
      },
      `seed ${seed}: ${JSON.stringify(text.slice(0, 200))}`,
    ).not.toThrow()
  }
  index.close()
}
