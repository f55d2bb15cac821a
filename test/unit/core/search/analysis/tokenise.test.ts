import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { normalise } from '../../../../../core/search/analysis/normalise.ts'
import { normaliseWord, tokenise } from '../../../../../core/search/analysis/tokenise.ts'

function words(text: string): string[] {
  return tokenise(text).map((token) => token.text)
}

describe('splitting a text into words', () => {
  it('cuts where lunr cuts, and only drops pieces without letters and digits', () => {
    const letters = fc.constantFrom(...Array.from('аяәіңqazеЖ19 \n\t-–—«».,()/:\u00a0\u2011'))
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
        const ofLunr = lunr
          .tokenizer(normalise(text))
          .map((token) => normaliseWord(token.toString()))
          .filter((word) => word !== '')
        expect(words(text)).toEqual(ofLunr)
      }),
      { numRuns: 2000 },
    )
  })

  it('says where each word stands in the text as it was given', () => {
    const text = 'В\u00adуз «Нұр Отан»ның школа\u2011интернат, 2025.'
    const spans = tokenise(text).map(({ start, end }) => text.slice(start, end))
    expect(words(text)).toEqual(['вуз', 'нұр', 'отанның', 'школа', 'интернат', '2025'])
    expect(spans).toEqual(['В\u00adуз', 'Нұр', 'Отан»ның', 'школа', 'интернат', '2025'])
  })

  it('keeps punctuation inside a word, as lunr does', () => {
    expect(words('vku.edu.kz и/или it’s')).toEqual(['vku.edu.kz', 'и/или', "it's"])
  })

  it('survives any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { start, end } of tokenise(text)) expect(start < end && end <= text.length).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('normalising', () => {
  it.each([
    ['Ёлка', 'елка'],
    ['За\u0301мок', 'замок'],
    ['и\u0306од', 'йод'],
    ['ҚАЗАҚСТАН', 'қазақстан'],
    ['уни\u00adвер\u200bситет', 'университет'],
    ['Кембридж‐Оксфорд', 'кембридж-оксфорд'],
    ['Qazaqstań', 'qazaqstań'],
  ])('writes %s as %s', (text, expected) => {
    expect(normalise(text)).toBe(expected)
  })

  it.each([
    ['универcитет', 'университет'],
    ['мiнiстрлiк', 'міністрлік'],
    ['Kaзaxcтaн', 'казахстан'],
    ['univеrsity', 'university'],
    ['мәдениeт', 'мәдениет'],
  ])('repairs look-alike letters of another script: %s', (word, expected) => {
    expect(normaliseWord(word)).toBe(expected)
  })

  it('leaves a true mixture of scripts alone', () => {
    expect(normaliseWord('qжф')).toBe('qжф')
  })
})
