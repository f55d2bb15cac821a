import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold, foldVariantsOf } from '../../../../../core/search/analysis/fold.ts'
import { layoutVariantsOf } from '../../../../../core/search/analysis/keyboard-layouts.ts'
import { termOf } from '../../../../../core/search/analysis/terms.ts'
import { normaliseWord } from '../../../../../core/search/analysis/tokenise.ts'

function meets(typed: string, written: string): boolean {
  return foldVariantsOf(typed).includes(fold(termOf(normaliseWord(written), 'kk')))
}

describe('folded spellings', () => {
  it.each([
    ['казакстан', 'Қазақстан'],
    ['казакстаннын', 'Қазақстанда'],
    ['гылым', 'ғылымның'],
    ['онертабыс', 'өнертабыс'],
    ['халкы', 'халқымыз'],
    ['универcитети', 'университетінің'],
    ['мiнiстрлiк', 'міністрлік'],
    ['улттык', 'ұлттың'],
    ['енбек', 'еңбегі'],
  ])('finds Kazakh typed with Russian letters: %s as %s', (typed, written) => {
    expect(meets(typed, written)).toBe(true)
  })

  it.each([
    ['Qazaqstan', 'Қазақстан'],
    ['Qazaqstannyń', 'Қазақстанның'],
    ['Qazaqstannıñ', 'Қазақстанда'],
    ['Qazaqstannyn', 'Қазақстан'],
    ['ǵylym', 'ғылым'],
    ['ğılım', 'ғылымның'],
    ['gylym', 'ғылым'],
    ['Shymkent', 'Шымкентте'],
    ['Şımkent', 'Шымкент'],
    ['Túrkistan', 'Түркістан'],
    ['Türkıstan', 'Түркістанда'],
    ['mektep', 'мектебіміз'],
    ['Óskemen', 'Өскеменде'],
    ['oqý', 'оқу'],
    ['áleýmet', 'әлеумет'],
    ['äleumet', 'әлеумет'],
  ])('finds Kazakh in Latin letters: %s as %s', (typed, written) => {
    expect(meets(typed, written)).toBe(true)
  })

  it('are none for words without letters', () => {
    expect(foldVariantsOf('2025')).toEqual([])
    expect(foldVariantsOf('—')).toEqual([])
  })
})

const GOLD_LIST = join(import.meta.dirname, '../../../../fixtures/languages/kk-same.tsv')

/** How the letters of the first row are typed by somebody who has not got them; all others stay. */
function typist(cyrillic: string, typed: string): (word: string) => string {
  const letters = typed.split(' ')
  const table = new Map(cyrillic.split(' ').map((letter, place) => [letter, letters[place] ?? '']))
  return (word) => Array.from(word.toLowerCase(), (letter) => table.get(letter) ?? letter).join('')
}

const PLAIN = 'а б в г д е ж з к л м н о п р с т ф х һ ц ь ъ э қ і'
const PLAIN_LATIN = 'a b v g d e j z k l m n o p r s t f h h ts   e q i'
const TYPISTS = [
  ['Russian letters', typist('қ ғ ң ө ұ ү ә һ і', 'к г н о у у а х и')],
  ['Russian letters with ы for і', typist('қ ғ ң ө ұ ү ә һ і', 'к г н о у у а х ы')],
  [
    'the Latin letters of 2018',
    typist(`${PLAIN} ә ғ и й ң ө у ұ ү ч ш щ ы я ю`, `${PLAIN_LATIN} á ǵ ı ı ń ó ý u ú ch sh shch y ıa ıý`),
  ],
  [
    'the Latin letters of 2021',
    typist(`${PLAIN} ә ғ и й ң ө у ұ ү ч ш щ ы я ю`, `${PLAIN_LATIN} ä ğ i i ñ ö u ū ü ç ş ş y ia iu`),
  ],
  [
    'plain Latin letters',
    typist(`${PLAIN} ә ғ и й ң ө у ұ ү ч ш щ ы я ю`, `${PLAIN_LATIN} a gh i i n o u u u ch sh shch y ya yu`),
  ],
] as const

describe('the words of the gold list, typed without Kazakh letters', () => {
  const pairs = readFileSync(GOLD_LIST, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').slice(2))

  it.each(TYPISTS)('meet their other forms in %s', (name, type) => {
    const missed = pairs.filter(([word = '', form = '']) => !meets(type(word), form) || !meets(type(form), word))
    const share = 1 - missed.length / pairs.length
    console.info(`${name}: ${(100 * share).toFixed(1)} % of ${String(pairs.length)} pairs meet both ways`)
    expect(share, missed.map(([word, form]) => `${String(word)}/${String(form)}`).join(' ')).toBeGreaterThan(0.95)
  })
})

describe('keyboard layouts', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['eybdthcbntn', 'университет'],
    ['0fpf0cnfy', 'қазақстан'],
    ['гтшмукышен', 'university'],
    ['Fcnfyf', 'астана'],
    ['htrnjh', 'ректор'],
    ['Сфквшаа', 'cardiff'],
    ['ьуьщкфтвгь', 'memorandum'],
    ['cnhfntubz', 'стратегия'],
  ])('reads %s as %s', (typed, meant) => {
    const variants = layoutVariantsOf(typed)
    expect(variants).toContain(meant)
  })

  it('give nothing for words that no other layout makes a word of', () => {
    expect(layoutVariantsOf('2025')).toEqual([])
    expect(layoutVariantsOf('—')).toEqual([])
  })
})
