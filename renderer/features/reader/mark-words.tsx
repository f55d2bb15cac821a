import { Fragment, type ReactNode } from 'react'
import type { SearchHit } from '../../../core/model/search-result.ts'

/** Decides whether a word of the text is one that the search found. */
export type WordMatcher = (word: string) => boolean

const WORD = /[\p{L}\p{N}]+/gu

/**
 * The words to mark in an article that was found: those that the search marked in its snippets, and all words that begin
 * like a word of the query.
 */
export function matcherOf(hit: SearchHit | undefined): WordMatcher | null {
  if (hit === undefined) return null
  const found = new Set<string>()
  for (const { text, ranges } of hit.snippets) {
    for (const [from, to] of ranges) {
      for (const [word] of text.slice(from, to).toLowerCase().matchAll(WORD)) found.add(word)
    }
  }
  const stems = hit.why.filter(({ how }) => how !== 'alias' && how !== 'phrase').map(({ term }) => term.toLowerCase())
  const beginnings = stems.filter((stem) => stem.length >= 4)
  if (found.size === 0 && beginnings.length === 0) return null
  return (word) => found.has(word) || beginnings.some((beginning) => word.startsWith(beginning))
}

/** Text with the words that match marked. */
export function markWords(text: string, matcher: WordMatcher | null): ReactNode {
  if (matcher === null) return text
  const parts: ReactNode[] = []
  let at = 0
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    if (!matcher(word.toLowerCase())) continue
    parts.push(text.slice(at, match.index), <mark key={match.index}>{word}</mark>)
    at = match.index + word.length
  }
  if (parts.length === 0) return text
  parts.push(text.slice(at))
  return <Fragment key={text}>{parts}</Fragment>
}
