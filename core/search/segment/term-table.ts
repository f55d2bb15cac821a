import type { ArticleLanguage } from '../../model/language.ts'
import { plainWord } from '../analysis/plain-word.ts'
import { isStopWord, stemInArticle } from '../analysis/terms.ts'
import { normaliseWord } from '../analysis/tokenise.ts'
import { borderKinds, SEPARATOR } from '../analysis/word-borders.ts'
import { PieceTable } from './piece-table.ts'
import { STOP_MARK } from './segment.ts'

/** When a table knows so many spellings, the next article begins a new one. */
const MOST_PIECES = 400_000

/** The words of a text in their order. The arrays are used again: they hold until the next scan. */
export interface ScannedWords {
  readonly count: number
  /** Numbers of the terms in the table. */
  readonly terms: Int32Array
  /** Where each word begins and ends in the text, with the signs around it. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Numbers terms, and knows the term of every spelling seen so far in each language. Number 0 is no word at all. */
export class TermTable {
  readonly terms: string[] = ['']
  /** Whether the term is that of a stop word, by number. */
  readonly stops: boolean[] = [false]
  private readonly numbers = new Map<string, number>([['', 0]])
  private readonly pieces = new Map<ArticleLanguage, PieceTable>()
  private words = new Int32Array(1 << 10)
  private starts = new Int32Array(1 << 10)
  private ends = new Int32Array(1 << 10)

  get isFull(): boolean {
    return this.terms.length > MOST_PIECES || [...this.pieces.values()].some((table) => table.size > MOST_PIECES)
  }

  /** The number of a term, or -1 where no text had it yet. */
  known(term: string): number {
    return this.numbers.get(term) ?? -1
  }

  /** Splits a text into words and looks up their terms. */
  scan(text: string, language: ArticleLanguage): ScannedWords {
    const pieces = this.piecesOf(language)
    const kindOf = borderKinds()
    const { length } = text
    let count = 0
    let at = 0
    while (at < length) {
      while (at < length && kindOf[text.charCodeAt(at)] === SEPARATOR) at += 1
      const start = at
      let hash = 0x811c9dc5
      for (; at < length; at += 1) {
        const unit = text.charCodeAt(at)
        if (kindOf[unit] === SEPARATOR) break
        hash = Math.imul(hash ^ unit, 0x01000193)
      }
      if (at === start) break
      let term = pieces.find(text, start, at, hash)
      if (term < 0) {
        term = this.numberOf(text.slice(start, at), language)
        pieces.add(text, start, at, hash, term)
      }
      if (term === 0) continue
      if (count === this.words.length) this.grow()
      this.words[count] = term
      this.starts[count] = start
      this.ends[count] = at
      count += 1
    }
    return { count, terms: this.words, starts: this.starts, ends: this.ends }
  }

  private numberOf(piece: string, language: ArticleLanguage): number {
    const term = indexTermOf(piece, language)
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    const number = this.terms.length
    this.terms.push(term)
    this.stops.push(term.startsWith(STOP_MARK))
    this.numbers.set(term, number)
    return number
  }

  private piecesOf(language: ArticleLanguage): PieceTable {
    const known = this.pieces.get(language)
    if (known !== undefined) return known
    const table = new PieceTable()
    this.pieces.set(language, table)
    return table
  }

  private grow(): void {
    const length = this.words.length * 2
    const [words, starts, ends] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)]
    words.set(this.words)
    starts.set(this.starts)
    ends.set(this.ends)
    this.words = words
    this.starts = starts
    this.ends = ends
  }
}

let current = new TermTable()

/** The table to analyse the next text with; a new one when the one before is full, so that memory stays bounded. */
export function currentTermTable(): TermTable {
  if (current.isFull) current = new TermTable()
  return current
}

/** The index term of a word of an article as it was written: empty for no word at all, marked for a stop word. */
export function indexTermOf(piece: string, language: ArticleLanguage): string {
  const word = plainWord(piece) ?? normaliseWord(piece)
  if (word === '') return ''
  return isStopWord(word, language) ? STOP_MARK + word : stemInArticle(word, language)
}
