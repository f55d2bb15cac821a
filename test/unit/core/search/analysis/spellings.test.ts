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

describe('keyboard layouts', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['eybdthcbntn', 'университет'],
    ['0fpf0cnfy', 'қазақстан'],
    ['гтшмукышен', 'university'],
    ['Fcnfyf', 'астана'],
  ])('reads %s as %s', (typed, meant) => {
    const variants = layoutVariantsOf(typed)
    expect(variants).toContain(meant)
  })

  it('give nothing for words that no other layout makes a word of', () => {
    expect(layoutVariantsOf('2025')).toEqual([])
    expect(layoutVariantsOf('—')).toEqual([])
  })
})
