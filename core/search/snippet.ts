import type { ArticleLanguage } from '../model/language.ts'
import type { Snippet } from '../model/search-result.ts'
import { currentTermTable, type TermTable } from './segment/term-table.ts'

/** Words of a snippet. */
const WINDOW = 30
/** A longer text is looked through only up to here (UTF-16 units): pages of it cost time for every row on screen. */
const LONGEST_TEXT = 200_000
/** Most passages are found near the beginning (UTF-16 units), which is looked at first. */
const FIRST_PART = 1_500
const LEADING = /^[^\p{L}\p{N}]+/u
const TRAILING = /[^\p{L}\p{N}\p{M}]+$/u

/** Where a word stands in a text: UTF-16 offsets. */
export interface WordSpan {
  readonly start: number
  readonly end: number
}

/** A word of a text that the query asked for, without the signs around it. */
export interface MarkedWord extends WordSpan {
  /** Number of the word in the text. */
  readonly index: number
  /** Which of the query's words it answers. */
  readonly group: number
  readonly term: string
  /** As it stands in the text, in small letters. */
  readonly form: string
}

/** A text with its words and those that are marked. */
export interface MarkedText {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly marked: readonly MarkedWord[]
}

/** Marks words of texts; `groups` tells which word of the query a term answers. */
export class WordMarker {
  private readonly groups: ReadonlyMap<string, number>
  /** The same by the numbers of a table; made anew when the table changes. */
  private numbers: { readonly table: TermTable; readonly groups: Map<number, number>; known: number } | null = null

  constructor(groups: ReadonlyMap<string, number>) {
    this.groups = groups
  }

  /** Marks a text, or its beginning where a passage in it already has all that the query asks for. */
  mark(text: string, language: ArticleLanguage): MarkedText {
    const wanted = new Set(this.groups.values()).size
    for (let length = FIRST_PART; length < Math.min(text.length, LONGEST_TEXT); length *= 4) {
      const part = this.markWhole(text.slice(0, endOfWord(text, length)), language)
      if (holdsPassage(part.marked, wanted)) return { ...part, text }
    }
    return this.markWhole(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text, language)
  }

  private markWhole(read: string, language: ArticleLanguage): MarkedText {
    const table = currentTermTable()
    const { count, terms, starts, ends } = table.scan(read, language)
    const groups = this.groupsOf(table)
    const marked: MarkedWord[] = []
    for (let index = 0; index < count; index += 1) {
      const group = groups.get(terms[index] ?? 0)
      if (group === undefined) continue
      marked.push({
        ...trimmed(read, starts[index] ?? 0, ends[index] ?? 0),
        index,
        group,
        term: table.terms[terms[index] ?? 0] ?? '',
      })
    }
    return { text: read, starts: starts.slice(0, count), ends: ends.slice(0, count), marked }
  }

  private groupsOf(table: TermTable): ReadonlyMap<number, number> {
    if (this.numbers?.table !== table) {
      const known = [...this.groups].map(([term, group]) => [table.known(term), group] as const)
      this.numbers = { table, groups: new Map(known), known: table.terms.length }
    }
    const { numbers } = this
    // Scanning a text may have added terms.
    for (; numbers.known < table.terms.length; numbers.known += 1) {
      const group = this.groups.get(table.terms[numbers.known] ?? '')
      if (group !== undefined) numbers.groups.set(numbers.known, group)
    }
    return numbers.groups
  }
}

/** Where the word at an offset ends. */
function endOfWord(text: string, offset: number): number {
  const space = text.indexOf(' ', offset)
  return space < 0 ? text.length : space
}

/** Whether some window has a word of every group. */
function holdsPassage(marked: readonly MarkedWord[], groups: number): boolean {
  return marked.some((first, index) => {
    const inside = new Set<number>()
    for (let at = index; at < marked.length; at += 1) {
      const word = marked[at]
      if (word === undefined || word.index - first.index >= WINDOW) break
      inside.add(word.group)
    }
    return inside.size >= groups
  })
}

function trimmed(text: string, start: number, end: number): WordSpan & { readonly form: string } {
  const piece = text.slice(start, end)
  const lead = LEADING.exec(piece)?.[0].length ?? 0
  const trail = TRAILING.exec(piece)?.[0].length ?? 0
  return { start: start + lead, end: end - trail, form: piece.slice(lead, piece.length - trail).toLowerCase() }
}

/** The title with its marked words, or null where none is marked. */
export function titleSnippet({ text, marked }: MarkedText): Snippet | null {
  if (marked.length === 0) return null
  return { field: 'title', text, ranges: marked.map(({ start, end }) => [start, end] as const) }
}

/** The best passage of a text: most of the query's words, then most hits; its beginning where nothing is marked. */
export function textSnippet(marked: MarkedText): Snippet | null {
  const { text, starts, ends } = marked
  if (starts.length === 0) return null
  const start = sentenceStart(marked, bestWindow(marked))
  const end = passageEnd(marked, start)
  const first = starts[start] ?? 0
  const last = end >= starts.length ? text.length : (ends[end - 1] ?? text.length)
  return cut(marked, first, last)
}

/** Number of the word at which the best window begins. */
function bestWindow({ marked, starts }: MarkedText): number {
  let best = 0
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
      best = marked[start]?.index ?? 0
    }
  })
  return Math.min(best, Math.max(0, starts.length - WINDOW))
}

/** Goes back to the beginning of the sentence if that is near, else a few words for the context. */
function sentenceStart(marked: MarkedText, from: number): number {
  for (let index = from; index > Math.max(0, from - 12); index -= 1) {
    if (endsSentence(marked, index - 1)) return index
  }
  return from <= 12 ? 0 : from - 4
}

/** Goes on to the end of the sentence if that is near. */
function passageEnd(marked: MarkedText, start: number): number {
  const end = Math.min(marked.starts.length, start + WINDOW)
  for (let index = end; index > Math.max(start + 12, end - 8); index -= 1) {
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
