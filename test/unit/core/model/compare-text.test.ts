import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareText } from '../../../../core/model/compare-text.ts'
import { LANGUAGES } from '../../../../core/model/language.ts'

const KAZAKH = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const RUSSIAN = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'
const LATIN = 'abcdefghijklmnopqrstuvwxyz'

const wordsOf = (letters: string) =>
  fc.array(fc.constantFrom(...Array.from(letters)), { minLength: 1, maxLength: 8 }).map((all) => all.join(''))

describe('the order of text', () => {
  test('has all 42 letters of Kazakh in the order of full locale data', () => {
    const shuffled = Array.from(KAZAKH).toSorted((left, right) => right.localeCompare(left, 'en'))
    expect(shuffled.toSorted(compareText('kk')).join('')).toBe(KAZAKH)
    expect(shuffled.toSorted(new Intl.Collator('kk').compare).join('')).toBe(KAZAKH)
  })

  test.each([
    ['kk', KAZAKH + LATIN],
    ['ru', RUSSIAN + LATIN],
    ['en', LATIN + RUSSIAN],
  ] as const)('sorts words of %s as full locale data does', (language, letters) => {
    const oracle = new Intl.Collator(language, { numeric: true })
    fc.assert(
      fc.property(wordsOf(letters), wordsOf(letters), (left, right) => {
        expect(Math.sign(compareText(language)(left, right))).toBe(Math.sign(oracle.compare(left, right)))
      }),
    )
  })

  test.each(LANGUAGES)('counts digits by their value in %s', (language) => {
    expect(['issue 10', 'issue 9', 'issue 2'].toSorted(compareText(language))).toEqual([
      'issue 2',
      'issue 9',
      'issue 10',
    ])
  })

  test.each(LANGUAGES)('is a total order in %s', (language) => {
    const compare = compareText(language)
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
        expect(compare(a, b) === 0).toBe(a === b)
      }),
    )
  })

  test('puts small letters before capitals of the same word', () => {
    expect(['Арал', 'арал'].toSorted(compareText('kk'))).toEqual(['арал', 'Арал'])
  })
})
