import { describe, expect, it } from 'vitest'
import { guessLanguage, languagesOf } from '../../../../../core/import/recognise/language.ts'

const SAMPLES: readonly (readonly [string, string])[] = [
  ['en', 'The rector welcomed the guests and showed them the new reading room of the library.'],
  ['en', 'New laboratory opened'],
  ['ru', 'Ректор встретился с гостями и показал им новый читальный зал библиотеки.'],
  ['ru', 'Открыта новая лаборатория'],
  ['kk', 'Ректор қонақтармен кездесіп, оларға кітапхананың жаңа оқу залын көрсетті.'],
  ['kk', 'Жаңа зертхана ашылды'],
  ['kk', 'Rektor qonaqtarmen kezdesip, olarǵa kitaphananyń jańa oqý zalyn kórsetti jáne suraqtarǵa jaýap berdi.'],
  ['kk', 'Rektor qonaqtarmen kezdesip, olarğa kitaphananyñ jaña oqu zalyn körsetti jäne sūraqtarğa jauap berdi.'],
  ['other', 'Ректор зустрівся з гостями і показав їм нову читальну залу бібліотеки, де є старі газети й журнали.'],
  [
    'other',
    'Der Rektor hat die Gäste begrüßt und ihnen den neuen Lesesaal der Bibliothek gezeigt, der am Montag öffnet.',
  ],
  ['other', '校长会见了客人并向他们展示了图书馆的新阅览室。'],
  ['other', '12345 !!!'],
]

describe('guessLanguage', () => {
  it.each(SAMPLES)('says %s for: %s', (language, text) => {
    expect(guessLanguage(text).language).toBe(language)
  })

  it('knows a Russian text with Kazakh names and a Kazakh text with Russian words', () => {
    expect(
      guessLanguage(
        'В городе Өскемен прошёл форум, на котором выступил ректор университета имени Сәрсена Аманжолова. Он рассказал о планах.',
      ).language,
    ).toBe('ru')
    expect(
      guessLanguage('Форум қорытындысы бойынша меморандумға қол қойылды: проект, менеджмент, университет, ректорат.')
        .language,
    ).toBe('kk')
  })
})

describe('languagesOf', () => {
  it('lists the languages of a mixed text by their share', () => {
    const russian = 'Ректор встретился с гостями и показал им новый читальный зал библиотеки.'
    const kazakh = 'Ректор қонақтармен кездесіп, оларға кітапхананың жаңа оқу залын көрсетті.'
    expect(languagesOf([russian, russian, kazakh])).toEqual(['ru', 'kk'])
    expect(languagesOf([russian, 'short'])).toEqual(['ru'])
  })
})
