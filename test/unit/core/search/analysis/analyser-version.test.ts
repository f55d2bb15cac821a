import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { ANALYSER_VERSION } from '../../../../../core/search/analysis/analyser-version.ts'
import { fold } from '../../../../../core/search/analysis/fold.ts'
import { FIELD_NAMES } from '../../../../../core/search/fields.ts'
import { indexTermOf } from '../../../../../core/search/segment/term-table.ts'
import { ARTICLE_LANGUAGES } from '../../../../../core/model/language.ts'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/languages')
/** Words of the kinds that the gold lists have not. */
const ODD_WORDS =
  "universities’ happily it’s news the and 2025 vku.edu.kz «Nur» день людей дети министерство и ещё орны бастауыш өңірлік Ba'zan"

/** The words of all gold lists, each once. */
function sampleWords(): readonly string[] {
  const lists = readdirSync(FIXTURES).filter((name) => name.endsWith('.tsv'))
  const words = lists.flatMap((name) => readFileSync(join(FIXTURES, name), 'utf8').split(/[\s-]+/))
  return [...new Set([...words, ...ODD_WORDS.split(' ')])].sort()
}

it('names the rules of analysis by what they make of the words of the gold lists', () => {
  const words = sampleWords()
  expect(words.length).toBeGreaterThan(5_000)
  const terms = ARTICLE_LANGUAGES.flatMap((language) => words.map((word) => indexTermOf(word, language)))
  const text = [...FIELD_NAMES, ...terms, ...terms.map(fold)].join('\n')
  // Where this fails, a rule or a list has changed: put the new value into ANALYSER_VERSION, so that old indexes are made anew.
  expect(ANALYSER_VERSION).toMatch(new RegExp(`-${crc32(text).toString(16)}$`))
})
