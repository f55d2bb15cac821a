import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldLetters } from '../../../../../core/search/lunr-kk/fold-letters.ts'
import { stemFolded } from '../../../../../core/search/lunr-kk/stem-folded.ts'
import { stemKazakh } from '../../../../../core/search/lunr-kk/stem-kazakh.ts'
import { inflectNoun, inflectVerb } from './kazakh-forms.ts'

/** Words from outside the table of roots for the most part, so that the rules are tested and not the table. */
const NOUNS = (
  'мекеме ассоциация нысан үдеріс міндет монография диссертация бакалавр докторант доцент лектор проректор кампус аудит бюджет ' +
  'инвестиция компания платформа робот симпозиум форум семинар тренинг зертхана оқулық волонтер сарапшы журналист редактор ' +
  'режиссер суретші чемпион турнир матч клуб стадион газет телеарна портал альбом архив экспедиция саяхат домбыра ғимарат ' +
  'автобус вакцина вирус емтихан кредит силлабус курс модуль сертификат лицензия рейтинг индекс стажер магистрант талапкер академик ' +
  'депутат сенатор консул делегация меморандум хаттама кодекс реформа стратегия баяндама журнал медаль лагерь'
).split(' ')
const VERBS = (
  'ашыл жазыл өткізіл жариялан талқылан қолданыл тағайындал көрсетіл бекітіл мойында ілгерле шеберле төменде ұлықта қуатта салыстыр ' +
  'бейімде бағалан жинал зерттел қайталан ынталандыр цифрландыр'
).split(' ')
const KAZAKH_WORD = fc.string({
  unit: fc.constantFrom(...Array.from('аәбвгғдежзиікқлмнңоөпрстуұүфхһшыья')),
  minLength: 1,
  maxLength: 24,
})

function shareInPlace(
  pairs: readonly (readonly [form: string, base: string])[],
  stem: (word: string) => string,
): number {
  const same = pairs.filter(([form, base]) => stem(form) === stem(base))
  return same.length / pairs.length
}

describe('the Kazakh stemmer', () => {
  it('brings the cases, plurals and possessives of nouns together', () => {
    const pairs = NOUNS.flatMap((noun) => inflectNoun(noun).map((form) => [form, noun] as const))
    expect(pairs.length).toBeGreaterThan(2000)
    expect(shareInPlace(pairs, stemKazakh)).toBeGreaterThan(0.99)
  })

  it('brings the tenses, participles and verbal nouns of verbs together', () => {
    const pairs = VERBS.flatMap((verb) => inflectVerb(verb).map((form) => [form, inflectVerb(verb)[0] ?? ''] as const))
    expect(pairs.length).toBeGreaterThan(250)
    expect(shareInPlace(pairs, stemKazakh)).toBeGreaterThan(0.98)
  })

  it('does the same for words typed with Russian letters', () => {
    const pairs = NOUNS.flatMap((noun) =>
      inflectNoun(noun).map((form) => [foldLetters(form), foldLetters(noun)] as const),
    )
    expect(shareInPlace(pairs, stemFolded)).toBeGreaterThan(0.95)
  })

  it.each([
    ['кітабымыз', 'кітап'],
    ['халқы', 'халық'],
    ['орнында', 'орын'],
    ['қазақстаннан', 'қазақстан'],
    ['өзбекстанмен', 'өзбекстан'],
    ['қарағандыда', 'қарағанды'],
    ['оқиды', 'оқы'],
    ['министрлігінің', 'министрлік'],
    ['университетінің', 'университет'],
    ['студенттік', 'студент'],
    ['жазғандардың', 'жаз'],
    ['бармады', 'бар'],
  ])('stems %s to %s', (word, stem) => {
    expect(stemKazakh(word)).toBe(stem)
  })

  it('keeps institutions apart from the persons they are called after', () => {
    expect(stemKazakh('министрлікке')).not.toBe(stemKazakh('министрге'))
    expect(stemKazakh('әкімдігі')).not.toBe(stemKazakh('әкімі'))
  })

  it('leaves what is not Kazakh Cyrillic as it is', () => {
    for (const word of ['', 'university', '2025', 'vku.edu.kz', 'Қазақстан', 'c++', '\ud800'])
      expect(stemKazakh(word)).toBe(word)
  })

  it('never throws, never empties a word, and never makes it longer than one restored letter', () => {
    fc.assert(
      fc.property(KAZAKH_WORD, (word) => {
        const stem = stemKazakh(word)
        expect(stem.length).toBeGreaterThan(0)
        expect(stem.length).toBeLessThanOrEqual(word.length + 1)
      }),
      { numRuns: 3000 },
    )
  })
})
