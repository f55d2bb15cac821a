import { expect, test } from 'vitest'
import { createTextFitter } from '../../../../core/pdf/printable-text.ts'

const everything = createTextFitter(() => true)

test('ordinary text stays as it is', () => {
  for (const text of ['Сәлем, әлем!', '“Quoted” – fine\u00a0г.', 'co\u00adop']) expect(everything.fit(text)).toBe(text)
})

test('characters that reorder or hide text are taken out', () => {
  expect(everything.fit('a\u202eb\u2066c\u200fd\ufeffe\u0007f')).toBe('abcdef')
})

test('what the fonts lack is replaced and named once', () => {
  const fitter = createTextFitter((code) => code < 0x3000)
  expect(fitter.fit('x😀y日😀')).toBe('x□y□□')
  expect(fitter.missing).toEqual(['U+1F600', 'U+65E5'])
})

test('a very long word gets places to break and loses no letter', () => {
  const word = 'а'.repeat(10_000)
  const fitted = everything.fit(word)
  expect(fitted.replaceAll('\u200b', '')).toBe(word)
  expect(Math.max(...fitted.split('\u200b').map((piece) => piece.length))).toBeLessThanOrEqual(16)
})

test('halves of a surrogate pair are dropped', () => {
  expect(everything.fit('a\ud800b')).toBe('ab')
})
