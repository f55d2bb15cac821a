import { oneOf, seededRandom, wholeBetween, type Random } from '../../bench/search/random.ts'
import { isStopWord } from '../../core/search/analysis/terms.ts'
import { tokenise } from '../../core/search/analysis/tokenise.ts'
import type { StoredText } from '../../core/search/segment/analyse-article.ts'

/** Queries of every kind that lunr itself understands, made of words of the articles. */
export function generateQueries(articles: readonly StoredText[], count: number, seed: number): string[] {
  const random = seededRandom(seed)
  const words = articles
    .flatMap((article) => tokenise(`${article.title} ${article.body}`.slice(0, 400)).map((token) => token.text))
    .filter((word) => /^[\p{L}\p{N}]{2,}$/u.test(word) && !isStopWord(word))
  const pick = (): string => oneOf(random, words)
  return Array.from({ length: count }, (_, number) => KINDS[number % KINDS.length]?.(random, pick) ?? pick())
}

type Kind = (random: Random, pick: () => string) => string

const misspell = (random: Random, word: string): string => {
  const at = wholeBetween(random, 0, word.length)
  return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : `${word.slice(0, at)}а${word.slice(at + 1)}`
}

const KINDS: readonly Kind[] = [
  (_, pick) => pick(),
  (_, pick) => `${pick()} ${pick()}`,
  (_, pick) => `${pick()} ${pick()} ${pick()} ${pick()}`,
  (_, pick) => `+${pick()} +${pick()}`,
  (_, pick) => `+${pick()} ${pick()}`,
  (_, pick) => `${pick()} -${pick()}`,
  (_, pick) => `-${pick()}`,
  (_, pick) => `+${pick()} -title:${pick()} ${pick()}`,
  (random, pick) => `${oneOf(random, ['title', 'text', 'tag', 'outlet', 'author'])}:${pick()}`,
  (random, pick) => `${pick().slice(0, wholeBetween(random, 2, 5))}*`,
  (random, pick) => `*${pick().slice(-wholeBetween(random, 2, 4))}`,
  (_, pick) => {
    const word = pick()
    return `${word.slice(0, 1)}*${word.slice(-1)}`
  },
  (random, pick) => `+${pick().slice(0, wholeBetween(random, 2, 5))}* ${pick()}`,
  (random, pick) => `${misspell(random, `${pick()}анов`)}~1`,
  (random, pick) => `${misspell(random, `${pick()}анов`)}~2 ${pick()}`,
  (random, pick) => `${pick()}^${wholeBetween(random, 2, 9)} ${pick()}`,
  (_, pick) => `title:${pick()}^3 text:${pick()}`,
  (_, pick) => {
    const word = pick()
    return `${word} ${word}`
  },
  (_, pick) => `+zzzz ${pick()}`,
  (_, pick) => `${pick()}-${pick()}`,
  () => 'outlet',
  (random) => `+outlet:outlet tag:${wholeBetween(random, 1, 9)}`,
]
