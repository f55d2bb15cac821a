import type { Snippet } from '../model/search-result.ts'
import type { MarkedText } from './mark-words.ts'

/** Words of a snippet. */
const WINDOW = 30

/** The title with its marked words, or null where none is marked. */
export function titleSnippet({ text, marked }: MarkedText): Snippet | null {
  if (marked.length === 0) return null
  return { field: 'title', text, ranges: marked.map(({ start, end }) => [start, end] as const) }
}

/** The best passage of a text: most of the query's words, then most hits; its beginning where nothing is marked. */
export function textSnippet(marked: MarkedText): Snippet | null {
  const { text, starts, ends } = marked
  if (starts.length === 0) return null
  const window = bestWindow(marked)
  const start = sentenceStart(marked, window)
  const end = passageEnd(marked, start, window.last)
  const first = starts[start] ?? 0
  const last = end >= starts.length ? text.length : (ends[end - 1] ?? text.length)
  return cut(marked, first, last)
}

/** Numbers of the first and the last word that a passage must show. */
interface WordWindow {
  readonly first: number
  readonly last: number
}

/** The stretch with most of the query's words, then most hits. */
function bestWindow({ marked }: MarkedText): WordWindow {
  let best: WordWindow = { first: 0, last: 0 }
  let bestWorth = -1
  let start = 0
  const counts = new Map<number, number>()
  marked.forEach((word, end) => {
    counts.set(word.group, (counts.get(word.group) ?? 0) + 1)
    for (let first = marked[start]; first !== undefined && word.index - first.index >= WINDOW; first = marked[start]) {
      const left = (counts.get(first.group) ?? 1) - 1
      if (left === 0) counts.delete(first.group)
      else counts.set(first.group, left)
      start += 1
    }
    const worth = counts.size * 1_000 + end - start
    if (worth > bestWorth) {
      bestWorth = worth
      best = { first: marked[start]?.index ?? 0, last: word.index }
    }
  })
  return best
}

/** Goes back to the beginning of the sentence if that is near, else a few words for the context; near the end of a text further. */
function sentenceStart(marked: MarkedText, { first, last }: WordWindow): number {
  const earliest = Math.max(0, last + 1 - WINDOW)
  for (let index = first; index > Math.max(earliest, first - 12); index -= 1) {
    if (endsSentence(marked, index - 1)) return index
  }
  const lastFull = Math.max(0, marked.starts.length - WINDOW)
  return first <= 12 ? Math.max(earliest, 0) : Math.max(earliest, Math.min(first - 4, lastFull))
}

/** Goes on to the end of the sentence if that is near, but never leaves out a word that must be shown. */
function passageEnd(marked: MarkedText, start: number, last: number): number {
  const end = Math.min(marked.starts.length, start + WINDOW)
  for (let index = end; index > Math.max(start + 12, end - 8, last); index -= 1) {
    if (endsSentence(marked, index - 1)) return index
  }
  return end
}

/** Whether a sentence or a line ends with a word. */
function endsSentence({ text, starts, ends }: MarkedText, index: number): boolean {
  const from = (ends[index] ?? 0) - 3
  const next = starts[index + 1]
  if (next === undefined) return true
  return /[.!?…][»”"')\]]*\s|\n/u.test(text.slice(Math.max(0, from), next))
}

function cut({ text, marked }: MarkedText, first: number, last: number): Snippet {
  const before = first > 0 ? '… ' : ''
  const after = last < text.trimEnd().length && !/[.!?…][»”"')\]]*$/u.test(text.slice(first, last)) ? ' …' : ''
  // Of the same length, so that the ranges hold: lines become one line.
  const passage = text.slice(first, last).replace(/[\n\r\t]/g, ' ')
  const shift = before.length - first
  const ranges = marked
    .filter(({ start, end }) => start >= first && end <= last)
    .map(({ start, end }) => [start + shift, end + shift] as const)
  return { field: 'text', text: before + passage + after, ranges }
}
