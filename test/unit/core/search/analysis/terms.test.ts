import { describe, expect, it } from 'vitest'
import { analyseText } from '../../../../../core/search/analysis/analyse-text.ts'
import { isStopWord, queryTermsOf, termOf, termsOf } from '../../../../../core/search/analysis/terms.ts'

describe('the terms of words', () => {
  it('go by script first and by the language of the article second', () => {
    expect(termOf('universities', 'kk')).toBe(termOf('university', 'ru'))
    expect(termOf('мемлекетінің', 'en')).toBe('мемлекет')
    expect(termOf('балалар', 'kk')).toBe('бала')
    expect(termOf('балалар', 'ru')).not.toBe('бала')
    expect(termOf('2025', 'ru')).toBe('2025')
    expect(termOf('大学', 'other')).toBe('大学')
  })

  it('take both readings of a query word that may be Russian or Kazakh', () => {
    expect(queryTermsOf('Президенттен')).toContain('президент')
    expect(queryTermsOf('министрами')).toContain(termOf('министр', 'ru'))
    expect(queryTermsOf('«Нұр»')).toEqual(['нұр'])
    expect(queryTermsOf('—')).toEqual([])
  })

  it('find one term for a loan word in both languages', () => {
    for (const word of ['университет', 'министр', 'ректор', 'студент', 'факультет', 'президент', 'форум']) {
      expect(termOf(word, 'kk')).toBe(termOf(word, 'ru'))
    }
  })

  it('do not let a Kazakh word be read as a Russian form of another one', () => {
    expect(queryTermsOf('бала')).not.toContain('бал')
    expect(queryTermsOf('сана')).not.toContain('сан')
  })

  it('treat ё as е, and the possessive of English as its word', () => {
    expect(queryTermsOf('самолёты')).toEqual(queryTermsOf('самолеты'))
    expect(termOf("university's", 'en')).toBe(termOf('universities', 'en'))
    expect(termOf("it's", 'en')).not.toContain("'")
    expect(termOf('universe', 'en')).not.toBe(termOf('university', 'en'))
  })
})

describe('stop words', () => {
  it('are function words of the language of the article only', () => {
    expect(isStopWord('он', 'ru')).toBe(true)
    expect(isStopWord('он', 'kk')).toBe(false)
    expect(isStopWord('туралы', 'kk')).toBe(true)
    expect(termsOf('и', 'ru')).toEqual([])
  })

  it('leave words of content alone that other lists hold', () => {
    for (const word of ['год', 'года', 'лет', 'жизнь', 'люди', 'человек', 'первый', 'сегодня'])
      expect(isStopWord(word)).toBe(false)
    for (const word of ['ту', 'он', 'кем', 'жыл', 'адам']) expect(isStopWord(word, 'kk')).toBe(false)
  })

  it('count as positions in an analysed text', () => {
    const tokens = analyseText('Год науки — и образования', 'ru')
    expect(tokens.map((token) => [token.text, token.stop])).toEqual([
      ['год', false],
      ['науки', false],
      ['и', true],
      ['образования', false],
    ])
  })
})
