import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { queryTermsOf, termOf } from '../../../../../core/search/analysis/terms.ts'
import { normaliseWord } from '../../../../../core/search/analysis/tokenise.ts'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/languages')
const HALVES = ['development', 'held-out'] as const
const LANGUAGES = [
  { language: 'kk', leastRecall: 0.92 },
  { language: 'ru', leastRecall: 0.95 },
] as const

type Row = { readonly half: string; readonly group: string; readonly word: string; readonly other: string }

function readSame(language: string): Row[] {
  return readRows(`${language}-same.tsv`).map(([half = '', group = '', word = '', other = '']) => ({
    half,
    group,
    word,
    other,
  }))
}

function readApart(language: string): Row[] {
  return readRows(`${language}-apart.tsv`).map(([half = '', word = '', other = '']) => ({
    half,
    group: 'apart',
    word,
    other,
  }))
}

function readRows(file: string): string[][] {
  const [, ...lines] = readFileSync(join(FIXTURES, file), 'utf8').trimEnd().split('\n')
  return lines.map((line) => line.split('\t'))
}

/** Whether a search for one word finds an article of the language in which the other stands, or the other way round. */
function finds({ word, other }: Row, language: 'kk' | 'ru' | 'en'): { readonly both: boolean; readonly any: boolean } {
  const there = queryTermsOf(word).includes(termOf(normaliseWord(other), language))
  const back = queryTermsOf(other).includes(termOf(normaliseWord(word), language))
  return { both: there && back, any: there || back }
}

describe.each(LANGUAGES)('the gold list of $language', ({ language, leastRecall }) => {
  const same = readSame(language)
  const apart = readApart(language)

  it('holds at least 300 inflected pairs and 100 look-alikes, none of them twice', () => {
    expect(new Set(same.map(({ word, other }) => `${word} ${other}`)).size).toBe(same.length)
    expect(same.length).toBeGreaterThanOrEqual(300)
    expect(new Set(apart.map(({ word, other }) => `${word} ${other}`)).size).toBeGreaterThanOrEqual(100)
  })

  it.each(HALVES)('finds the forms of one word by each other (%s half)', (half) => {
    const rows = same.filter((row) => row.half === half)
    const missed = rows.filter((row) => !finds(row, language).both)
    const recall = 1 - missed.length / rows.length
    const groups = Map.groupBy(rows, (row) => row.group)
    const byGroup = [...groups].map(([group, all]) => {
      const found = all.filter((row) => finds(row, language).both).length
      return `${group} ${found}/${all.length}`
    })
    console.info(
      `${language} ${half}: recall ${(100 * recall).toFixed(1)} % of ${rows.length} pairs (${byGroup.join(', ')})`,
    )
    expect(recall, missed.map(({ word, other }) => `${word}/${other}`).join(' ')).toBeGreaterThanOrEqual(leastRecall)
  })

  it.each(HALVES)('keeps look-alikes apart (%s half)', (half) => {
    const rows = apart.filter((row) => row.half === half)
    const merged = rows.filter((row) => finds(row, language).any)
    const share = merged.length / rows.length
    const names = merged.map(({ word, other }) => `${word}/${other}`).join(' ')
    console.info(
      `${language} ${half}: ${(100 * share).toFixed(1)} % of ${String(rows.length)} look-alikes merged ${names}`,
    )
    expect(share, names).toBeLessThanOrEqual(0.03)
  })
})

describe('the list of English words', () => {
  it('finds most forms of a word by each other, and keeps nearly all look-alikes apart', () => {
    const [same, apart] = [readSame('en'), readApart('en')]
    const missed = same.filter((row) => !finds(row, 'en').both).map(({ word, other }) => `${word}/${other}`)
    const merged = apart.filter((row) => finds(row, 'en').any).map(({ word, other }) => `${word}/${other}`)
    console.info(
      `en: ${String(missed.length)} of ${String(same.length)} pairs missed, ${String(merged.length)} of ${String(apart.length)} merged`,
    )
    expect(missed.length / same.length, missed.join(' ')).toBeLessThan(0.05)
    expect(merged.length / apart.length, merged.join(' ')).toBeLessThanOrEqual(0.03)
  })
})
