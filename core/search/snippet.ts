import type { Snippet } from '../model/search-result.ts'
import { tokenise, type Token } from './analysis/tokenise.ts'
import type { ArticleLanguage } from '../model/language.ts'
import { indexTermOf } from './segment/analyse-article.ts'

/** Words of a snippet. */
const WINDOW = 30
/** A longer text is looked through only up to here (UTF-16 units): pages of it cost time for every row on screen. */
const LONGEST_TEXT = 200_000

/** A word of a text that the query asked for. */
export interface MarkedWord {
  readonly token: Token
  /** Number of the word in the text. */
  readonly index: number
  /** Which of the query's words it answers. */
  readonly group: number
  readonly term: string
}

/** Marks the words of a text whose term the query asked for; `groups` tells which word of the query a term answers. */
export function markWords(
  text: string,
  language: ArticleLanguage,
  groups: ReadonlyMap<string, number>,
): { readonly tokens: readonly Token[]; readonly marked: readonly MarkedWord[] } {
  const tokens = tokenise(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text)
  const marked: MarkedWord[] = []
  tokens.forEach((token, index) => {
    const term = indexTermOf(token.text, language)
    const group = groups.get(term)
    if (group !== undefined) marked.push({ token, index, group, term })
  })
  return { tokens, marked }
}

/** The title with its marked words, or null where none is marked. */
export function titleSnippet(text: string, marked: readonly MarkedWord[]): Snippet | null {
  if (marked.length === 0) return null
  return { field: 'title', text, ranges: marked.map(({ token }) => [token.start, token.end] as const) }
}

/** The best passage of a text: most of the query's words, then most hits; from the beginning where nothing is marked. */
export function textSnippet(text: string, tokens: readonly Token[], marked: readonly MarkedWord[]): Snippet | null {
  if (tokens.length === 0) return null
  const from = bestWindow(tokens, marked)
  const start = sentenceStart(text, tokens, from)
  const end = passageEnd(text, tokens, start)
  const first = tokens[start]?.start ?? 0
  const last = end >= tokens.length ? text.length : (tokens[end - 1]?.end ?? text.length)
  return cut(text, first, last, marked)
}

/** Number of the word at which the best window begins. */
function bestWindow(tokens: readonly Token[], marked: readonly MarkedWord[]): number {
  let best = 0
  let bestWorth = -1
  let start = 0
  const counts = new Map<number, number>()
  for (const word of marked) {
    counts.set(word.group, (counts.get(word.group) ?? 0) + 1)
    for (let first = marked[start]; first !== undefined && word.index - first.index >= WINDOW; first = marked[start]) {
      const left = (counts.get(first.group) ?? 1) - 1
      if (left === 0) counts.delete(first.group)
      else counts.set(first.group, left)
      start += 1
    }
    const inside = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const worth = counts.size * 1_000 + inside
    if (worth > bestWorth) {
      bestWorth = worth
      best = marked[start]?.index ?? 0
    }
  }
  const last = Math.max(0, tokens.length - WINDOW)
  return Math.min(best, last)
}

/** Goes back to the beginning of the sentence if that is near, else a few words for the context. */
function sentenceStart(text: string, tokens: readonly Token[], from: number): number {
  for (let index = from; index > Math.max(0, from - 12); index -= 1) {
    if (endsSentence(text, tokens, index - 1)) return index
  }
  return Math.max(0, from <= 12 ? 0 : from - 4)
}

/** Goes on to the end of the sentence if that is near. */
function passageEnd(text: string, tokens: readonly Token[], start: number): number {
  const end = Math.min(tokens.length, start + WINDOW)
  for (let index = end; index > Math.max(start + 12, end - 8); index -= 1) {
    if (endsSentence(text, tokens, index - 1)) return index
  }
  return end
}

function endsSentence(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token === undefined) return true
  return /[.!?…][»”"')\]]*\s|\n/u.test(
    text.slice(token.end, next?.start ?? text.length) + (next === undefined ? ' ' : ''),
  )
}

function cut(text: string, first: number, last: number, marked: readonly MarkedWord[]): Snippet {
  const before = first > 0 ? '… ' : ''
  const tail = /^[.!?…]*[»”"')\]]*[.!?…]*/u.exec(text.slice(last, last + 4))?.[0] ?? ''
  const end = last + tail.length
  const after = end < text.trimEnd().length && !/[.!?…]/u.test(tail) ? ' …' : ''
  // Same length, so that the ranges hold: lines become one line.
  const passage = text.slice(first, end).replace(/[\n\r\t]/g, ' ')
  const shift = before.length - first
  const ranges = marked
    .filter(({ token }) => token.start >= first && token.end <= end)
    .map(({ token }) => [token.start + shift, token.end + shift] as const)
  return { field: 'text', text: before + passage + after, ranges }
}
