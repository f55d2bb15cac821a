import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf, transliterate } from '../../../../core/model/transliterate.ts'

test('Russian and Kazakh letters become Latin ones', () => {
  expect(transliterate('Щучинск, Ёлка, ПОДЪЕЗД')).toBe('shchuchinsk, elka, podezd')
  expect(transliterate('Әуезов Ғылым Қазан Ңұрсұлтан Өскемен Үміт Һәм Іле')).toBe(
    'auezov gylym kazan nursultan oskemen umit ham ile',
  )
  expect(transliterate('Universität São Paulo')).toBe('universitat sao paulo')
})

test('a slug ends with a whole word', () => {
  expect(slugOf('Қазақстан – академиялық білім кеңістігі', 30)).toBe('kazakstan-akademiyalyk-bilim')
  expect(slugOf('«O’Brien» & Sons, Ltd.', 80)).toBe('obrien-sons-ltd')
  expect(slugOf('北京', 80)).toBe('')
})

test('a slug has only its own characters and keeps the limit, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
      const slug = slugOf(text, limit)
      expect(slug.length).toBeLessThanOrEqual(limit)
      expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
    }),
  )
})
