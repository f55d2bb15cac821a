import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWord } from '../../../../../core/search/analysis/plain-word.ts'
import { normaliseWord, tokenise } from '../../../../../core/search/analysis/tokenise.ts'
import { findWordBorders } from '../../../../../core/search/analysis/word-borders.ts'

const LETTERS = [...'aZёйңҒәI9.,«»’—*-\u0301\u00ad ̇iƏß𐐀😀\uD800'.split(''), 'университет', 'Qazaq', 'С\u0306']

const anyPiece = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 }).map((parts) => parts.join(''))

describe('the short way to an ordinary word', () => {
  it('gives what the full rules give, or leaves the piece to them', () => {
    let short = 0
    fc.assert(
      fc.property(fc.oneof(anyPiece, fc.string({ unit: 'binary', maxLength: 12 })), (piece) => {
        const word = plainWord(piece)
        if (word === null) return
        short += 1
        expect(word).toBe(normaliseWord(piece))
      }),
      { numRuns: 3_000 },
    )
    expect(short).toBeGreaterThan(100)
  })

  it.each(['University', '«Қазақстан»', 'наука,', '2025', '(МИФИ)', '—'])('knows %s', (piece) => {
    expect(plainWord(piece)).toBe(normaliseWord(piece))
  })

  it.each(['ёлка', 'универcитет', 'Отан»ның', "it's"])('leaves %s to the full rules', (piece) => {
    expect(plainWord(piece)).toBeNull()
  })
})

describe('the borders of words', () => {
  it('are those that the analysis counts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyPiece, fc.string({ unit: 'binary', maxLength: 12 }))), (pieces) => {
        const text = pieces.join(' ')
        const { starts, ends } = findWordBorders(text)
        const words = starts.map((start, index) => normaliseWord(text.slice(start, ends[index])))
        expect(words).toEqual(tokenise(text).map((token) => token.text))
      }),
      { numRuns: 1_000 },
    )
  })
})
