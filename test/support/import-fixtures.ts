import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder of the import fixtures, one folder for each format in it. */
export const FIXTURES = resolve(import.meta.dirname, '../fixtures/imports')

/** What the fixtures of one article, in whatever format, have to give. */
export interface FixtureArticle {
  readonly id: string
  readonly language: string
  readonly published: string
  /** The day and the headline as the sources write them. */
  readonly dateLine: string
  readonly headline: string
  /** The headline as the program shows it. */
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly list: readonly string[]
  readonly table: readonly (readonly string[])[]
  readonly closing: string
}

/** The articles that the fixtures were made from. */
export function fixtureArticles(): readonly FixtureArticle[] {
  // The file lies beside the fixtures and is written by hand.
  return JSON.parse(readFileSync(join(FIXTURES, 'articles.json'), 'utf8')) as readonly FixtureArticle[]
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words of an article's text, without its headline and day. */
export function fixtureWords({ paragraphs, list, table, closing }: FixtureArticle): readonly string[] {
  return [...paragraphs, ...list, ...table.flat(), closing].flatMap(wordsOf)
}

/** Share of the expected words that the text holds, each as often as expected; 0 to 1. */
export function recallOf(expected: readonly string[], text: string): number {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  let found = 0
  for (const word of expected) {
    const count = counts.get(word) ?? 0
    if (count > 0) found += 1
    counts.set(word, count - 1)
  }
  return found / expected.length
}
