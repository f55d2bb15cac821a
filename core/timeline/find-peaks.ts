import type { Catalog, RowSet } from '../archive/catalog/catalog.ts'
import type { ArticleSummary } from '../model/article.ts'
import type { Peak } from '../model/moments.ts'
import type { Grain } from '../model/timeline.ts'
import { isStopWord, termOf } from '../search/analysis/terms.ts'
import { tokenise } from '../search/analysis/tokenise.ts'
import { dayText, firstDayOfUnit } from '../model/calendar-units.ts'
import { unitsOfRows, type RowUnits } from './count-units.ts'

/** A peak has at least so many articles, and so many times more than usual. */
const LEAST_COUNT = 3
const LEAST_FACTOR = 2
/** Units on either side that tell what is usual. */
const AROUND = 12
const MOST_WORDS = 6
const LEAST_WORD_COUNT = 2
const MOST_ARTICLES = 3
const SHORTEST_WORD = 3

/**
 * Units with far more articles than the units around them, highest above the usual first. They are explained by the
 * words of their headlines that are frequent there and rare elsewhere.
 */
export function findPeaks(catalog: Catalog, rows: RowSet, grain: Grain, limit: number): readonly Peak[] {
  const rowUnits = unitsOfRows(catalog.columns, grain)
  const counts = countUnits(catalog, rows, rowUnits)
  const peaks = highUnits(counts, rowUnits).slice(0, limit)
  if (peaks.length === 0) return []
  const headlines = readHeadlines(catalog, rows, rowUnits)
  return peaks.map(({ unit, count, usual }) => ({
    start: dayText(firstDayOfUnit(unit, grain)),
    count,
    usual,
    ...explain(headlines, unit),
  }))
}

function countUnits(catalog: Catalog, rows: RowSet, rowUnits: RowUnits): Uint32Array {
  const counts = new Uint32Array(Math.max(0, rowUnits.largest - rowUnits.smallest + 1))
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const slot = (rowUnits.units[row] ?? 0) - rowUnits.smallest
    if (rows[row] === 1 && catalog.columns.live[row] === 1 && slot >= 0) counts[slot] = (counts[slot] ?? 0) + 1
  }
  return counts
}

interface HighUnit {
  readonly unit: number
  readonly count: number
  readonly usual: number
}

function highUnits(counts: Uint32Array, rowUnits: RowUnits): readonly HighUnit[] {
  const high: HighUnit[] = []
  for (const [slot, count] of counts.entries()) {
    if (count < LEAST_COUNT) continue
    const around = [...counts.slice(Math.max(0, slot - AROUND), slot), ...counts.slice(slot + 1, slot + 1 + AROUND)]
    const usual = medianOf(around)
    if (count >= Math.max(1, usual) * LEAST_FACTOR) high.push({ unit: rowUnits.smallest + slot, count, usual })
  }
  return high.sort((one, other) => other.count - other.usual - (one.count - one.usual) || one.unit - other.unit)
}

function medianOf(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other)
  const middle = ordered.length / 2
  if (ordered.length === 0) return 0
  const [low, high] = [ordered[Math.ceil(middle) - 1] ?? 0, ordered[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}

interface Headline {
  readonly article: ArticleSummary
  readonly unit: number
  /** Term and how it is written here. */
  readonly words: ReadonlyMap<string, string>
}

function readHeadlines(catalog: Catalog, rows: RowSet, rowUnits: RowUnits): readonly Headline[] {
  const headlines: Headline[] = []
  for (let row = 0; row < catalog.columns.rows; row += 1) {
    const article = rows[row] === 1 ? catalog.summaryAt(row) : undefined
    if (article === undefined) continue
    headlines.push({ article, unit: rowUnits.units[row] ?? 0, words: wordsOf(article) })
  }
  return headlines
}

function wordsOf({ title, language }: ArticleSummary): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { text, start, end } of tokenise(title)) {
    if (text.length < SHORTEST_WORD || isStopWord(text, language) || /^\d+$/u.test(text)) continue
    words.set(termOf(text, language), title.slice(start, end))
  }
  return words
}

function explain(headlines: readonly Headline[], unit: number): Pick<Peak, 'words' | 'articles'> {
  const inside = headlines.filter((headline) => headline.unit === unit)
  const everywhere = countTerms(headlines)
  const here = countTerms(inside)
  const scored = [...here].map(([term, { count, shown }]) => {
    const total = everywhere.get(term)?.count ?? count
    const expected = (total * inside.length) / headlines.length
    return { term, word: shown, count, score: count * Math.log((count + 0.5) / (expected + 0.5)) }
  })
  const best = scored
    .filter(({ count, score }) => count >= LEAST_WORD_COUNT && score > 0)
    .sort((one, other) => other.score - one.score || (one.term < other.term ? -1 : 1))
    .slice(0, MOST_WORDS)
  const weight = ({ words }: Headline): number => best.filter(({ term }) => words.has(term)).length
  return {
    words: best.map(({ word, count }) => ({ word, count })),
    articles: [...inside]
      .sort((one, other) => weight(other) - weight(one))
      .slice(0, MOST_ARTICLES)
      .map(({ article }) => article),
  }
}

function countTerms(
  headlines: readonly Headline[],
): ReadonlyMap<string, { readonly count: number; readonly shown: string }> {
  const counts = new Map<string, { count: number; shown: string }>()
  for (const { words } of headlines) {
    for (const [term, shown] of words) {
      const present = counts.get(term)
      if (present === undefined) counts.set(term, { count: 1, shown })
      else present.count += 1
    }
  }
  return counts
}
