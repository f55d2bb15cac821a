import { fold } from '../analysis/fold.ts'
import type { AutomatonNode } from '../query/lunr-clauses.ts'
import { termAt, type Segment } from './segment.ts'

/** A half-open range of term numbers. */
export interface TermRange {
  readonly from: number
  readonly to: number
}

const STAR = 42

// Reads at offsets that the segment itself gives are never outside its arrays: hence the bare `as number` below.

/** The number of a term, or -1. */
export function findTerm(segment: Segment, text: string): number {
  let low = 0
  let high = segment.terms - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareTerm(segment, middle, text)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Order of a term against a text, as `<` on strings. */
function compareTerm(segment: Segment, term: number, text: string): number {
  const { characters, termOffsets } = segment
  const from = termOffsets[term] as number
  const length = (termOffsets[term + 1] as number) - from
  const common = Math.min(length, text.length)
  for (let place = 0; place < common; place += 1) {
    const difference = (characters[from + place] as number) - text.charCodeAt(place)
    if (difference !== 0) return difference
  }
  return length - text.length
}

/**
 * First term of a range whose unit at `depth` is greater than `unit`. The terms of the range share their first `depth`
 * units; a term that ends there counts as less than every unit.
 */
function upperBound(segment: Segment, range: TermRange, depth: number, unit: number): number {
  const { characters, termOffsets } = segment
  let low = range.from
  let high = range.to
  while (low < high) {
    const middle = (low + high) >> 1
    const offset = (termOffsets[middle] as number) + depth
    const found = offset < (termOffsets[middle + 1] as number) ? (characters[offset] as number) : -1
    if (found <= unit) low = middle + 1
    else high = middle
  }
  return low
}

/** The terms that begin with a text; stop words are never among them. */
export function prefixRange(segment: Segment, prefix: string): TermRange {
  let range: TermRange = { from: segment.firstPlainTerm, to: segment.terms }
  for (let depth = 0; depth < prefix.length && range.from < range.to; depth += 1) {
    const unit = prefix.charCodeAt(depth)
    const from = upperBound(segment, range, depth, unit - 1)
    range = { from, to: upperBound(segment, { from, to: range.to }, depth, unit) }
  }
  return range
}

/** The terms that fit a pattern in which `*` stands for any number of units. */
export function matchPattern(segment: Segment, pattern: string): number[] {
  const star = pattern.indexOf('*')
  const range = prefixRange(segment, pattern.slice(0, star))
  const found: number[] = []
  const open = star === pattern.length - 1
  const ending = pattern.slice(pattern.lastIndexOf('*') + 1)
  for (let term = range.from; term < range.to; term += 1) {
    if (open || (endsIn(segment, term, ending) && fitsPattern(segment, term, pattern, star))) found.push(term)
  }
  return found
}

/** Most terms of a dictionary are told from a pattern that begins with a star by their last letter. */
function endsIn({ characters, termOffsets }: Segment, term: number, ending: string): boolean {
  const to = termOffsets[term + 1] as number
  const from = to - ending.length
  if (from < (termOffsets[term] as number)) return false
  for (let place = ending.length - 1; place >= 0; place -= 1) {
    if (characters[from + place] !== ending.charCodeAt(place)) return false
  }
  return true
}

/** Greedy match with one step back to the last star: linear in practice, whatever the pattern. */
function fitsPattern(segment: Segment, term: number, pattern: string, start: number): boolean {
  const { characters, termOffsets } = segment
  const from = termOffsets[term] as number
  const length = (termOffsets[term + 1] as number) - from
  let place = start
  let want = start
  let lastStar = -1
  let resume = 0
  while (place < length) {
    if (want < pattern.length && pattern.charCodeAt(want) === STAR) {
      lastStar = want
      want += 1
      resume = place
    } else if (want < pattern.length && pattern.charCodeAt(want) === characters[from + place]) {
      want += 1
      place += 1
    } else if (lastStar >= 0) {
      want = lastStar + 1
      resume += 1
      place = resume
    } else return false
  }
  while (want < pattern.length && pattern.charCodeAt(want) === STAR) want += 1
  return want === pattern.length
}

interface Frame {
  readonly node: AutomatonNode
  readonly range: TermRange
  readonly depth: number
}

/** The terms that lunr's own automaton accepts: the same as intersecting it with lunr's token set of all terms. */
export function walkAutomaton(segment: Segment, automaton: AutomatonNode): Set<number> {
  const found = new Set<number>()
  const stack: Frame[] = [{ node: automaton, range: { from: segment.firstPlainTerm, to: segment.terms }, depth: 0 }]
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    if (frame.range.from < frame.range.to) visit(segment, frame, stack, found)
  }
  return found
}

function visit(segment: Segment, { node, range, depth }: Frame, stack: Frame[], found: Set<number>): void {
  const { characters, termOffsets } = segment
  const { final, edges } = node
  const endsHere = (termOffsets[range.from] as number) + depth >= (termOffsets[range.from + 1] as number)
  if (final && endsHere && depth > 0) found.add(range.from)
  const rest = { from: endsHere ? range.from + 1 : range.from, to: range.to }
  for (const [letter, next] of Object.entries(edges)) {
    if (letter !== '*') {
      const unit = letter.charCodeAt(0)
      const from = upperBound(segment, rest, depth, unit - 1)
      stack.push({
        node: next,
        range: { from, to: upperBound(segment, { from, to: rest.to }, depth, unit) },
        depth: depth + 1,
      })
      continue
    }
    for (let from = rest.from; from < rest.to;) {
      const unit = characters[(termOffsets[from] as number) + depth] as number
      const to = upperBound(segment, { from, to: rest.to }, depth, unit)
      stack.push({ node: next, range: { from, to }, depth: depth + 1 })
      from = to
    }
  }
}

/** The terms whose folded form is the text, or begins with it. */
export function findFolded(segment: Segment, folded: string, asPrefix: boolean): number[] {
  const { foldOrder } = segment
  let low = 0
  let high = segment.terms
  while (low < high) {
    const middle = (low + high) >> 1
    if (fold(termAt(segment, foldOrder[middle] as number)) < folded) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let place = low; place < segment.terms; place += 1) {
    const term = foldOrder[place] as number
    const form = fold(termAt(segment, term))
    if (asPrefix ? !form.startsWith(folded) : form !== folded) break
    if (term >= segment.firstPlainTerm) found.push(term)
  }
  return found
}
