import { describe, expect, test } from 'vitest'
import { createTranslator } from '../../../../core/translate/create-translator.ts'

describe('the translator', () => {
  test.each([
    ['en', 1, '1 article'],
    ['en', 100_000, '100,000 articles'],
    ['ru', 1, '1 публикация'],
    ['ru', 3, '3 публикации'],
    ['ru', 11, '11 публикаций'],
    ['ru', 21, '21 публикация'],
    ['ru', 100_000, '100\u00a0000 публикаций'],
    ['kk', 1, '1 мақала'],
    ['kk', 100_000, '100\u00a0000 мақала'],
  ] as const)('chooses the plural form of %s for %i and formats the number', (language, count, text) => {
    expect(createTranslator(language)('library.articles', { count })).toBe(text)
  })

  test('shows values as they are given, without escaping or formatting them', () => {
    const translate = createTranslator('en')
    expect(translate('library.removeFilter', { name: '<b> & {{x}}' })).toBe('Remove the filter <b> & {{x}}')
  })

  test('does not look for messages inside values', () => {
    expect(createTranslator('en')('library.removeFilter', { name: '$t(shell.library)' })).toContain('$t(shell.library)')
  })

  test('keeps the languages apart', () => {
    const [english, kazakh] = [createTranslator('en'), createTranslator('kk')]
    expect([english('shell.trash'), kazakh('shell.trash')]).toEqual(['Trash', 'Себет'])
    expect(kazakh.language).toBe('kk')
  })
})
