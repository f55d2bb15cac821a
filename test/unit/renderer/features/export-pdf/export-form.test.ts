import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { documentOrder, type DocumentOrder } from '../../../../../core/contract/document-order.ts'
import { NO_FILTER } from '../../../../../core/model/article-filter.ts'
import type { ArticleId } from '../../../../../core/model/article-id.ts'
import { LANGUAGES } from '../../../../../core/model/language.ts'
import {
  articlesOf,
  differsFromRecipe,
  formOfRecipe,
  hasDays,
  initialForm,
  orderOf,
  readDays,
  scopeOf,
  scopesOf,
  type ExportPlace,
} from '../../../../../renderer/features/export-pdf/export-form.ts'

// Ids of the shape that the archive gives.
const FIRST = '1hf636q4' as ArticleId
const SECOND = '1hf639nv' as ArticleId

const EVERYTHING: ExportPlace = { ids: [], shown: { query: '', filter: NO_FILTER }, recipe: null }
const NARROWED: ExportPlace = {
  ...EVERYTHING,
  shown: { query: 'лаборатория', filter: { ...NO_FILTER, from: '2025-03-01', to: '2025-03-31', languages: ['ru'] } },
}
const RECIPE: DocumentOrder = {
  kind: 'book',
  query: 'lake',
  filter: { ...NO_FILTER, from: '2025-01-01', to: '2025-01-31', kinds: ['coverage'] },
  language: 'ru',
  standard: 'a-2b',
  paper: 'a4',
  template: 'rector',
  title: 'Озеро',
  sort: 'newest',
  grouping: 'outlet',
  foreword: 'One.\n\nTwo.',
}

describe('initialForm', () => {
  it('begins with a clipping of one article', () => {
    expect(initialForm({ ...EVERYTHING, ids: [FIRST] }, 'en')).toMatchObject({ kind: 'clipping', scope: 'shown' })
  })

  it('begins with a press book of several selected articles', () => {
    expect(initialForm({ ...EVERYTHING, ids: [FIRST, SECOND] }, 'en')).toMatchObject({
      kind: 'book',
      scope: 'selection',
    })
  })

  it('begins with a press book of what is shown where nothing is selected', () => {
    const form = initialForm(NARROWED, 'ru')
    expect(form).toMatchObject({ kind: 'book', scope: 'shown', from: '01.03.2025', to: '31.03.2025', language: 'ru' })
    expect(orderOf(form, NARROWED)).toMatchObject({ kind: 'book', ...NARROWED.shown })
  })
})

describe('scopesOf', () => {
  it('offers the selection only where there is one, and the whole archive only beside a narrower list', () => {
    expect(scopesOf(EVERYTHING, 'book')).toEqual(['shown', 'period'])
    expect(scopesOf({ ...NARROWED, ids: [FIRST] }, 'book')).toEqual(['selection', 'shown', 'period', 'all'])
  })

  it('leaves a digest its own days', () => {
    const place = { ...NARROWED, ids: [FIRST, SECOND] }
    expect(scopesOf(place, 'digest')).toEqual(['shown', 'all'])
    expect(scopeOf({ kind: 'digest', scope: 'selection' }, place)).toBe('shown')
    expect(hasDays({ kind: 'digest', scope: 'period' }, place)).toBe(false)
  })
})

describe('readDays', () => {
  it('takes a month or a year from its first day to its last', () => {
    expect(readDays({ from: '2024', to: 'ақпан 2024' })).toEqual({
      from: '2024-01-01',
      to: '2024-02-29',
      problems: { from: null, to: null },
    })
  })

  it('takes empty fields as no limit', () => {
    expect(readDays({ from: ' ', to: '' })).toEqual({ from: null, to: null, problems: { from: null, to: null } })
  })

  it('names what is no date, and a period that ends before it begins', () => {
    expect(readDays({ from: '31.02.2025', to: '2025' }).problems).toEqual({ from: 'documents.dayProblem', to: null })
    expect(readDays({ from: '2025', to: '2024' }).problems).toEqual({ from: null, to: 'documents.daysReversed' })
  })
})

describe('orderOf', () => {
  it('makes an order of every kind that the archive accepts', () => {
    const form = initialForm(NARROWED, 'kk')
    for (const kind of ['book', 'report', 'timeline', 'digest', 'data'] as const) {
      const order = orderOf({ ...form, kind }, NARROWED)
      expect(v.safeParse(documentOrder, order)).toMatchObject({ success: true, output: order })
    }
  })

  it('waits while a day cannot be read, but only where days count', () => {
    const form = { ...initialForm(EVERYTHING, 'en'), from: 'soon' }
    expect(orderOf({ ...form, scope: 'period' }, EVERYTHING)).toBeNull()
    expect(orderOf({ ...form, scope: 'shown' }, EVERYTHING)).not.toBeNull()
  })

  it('takes the selected articles whatever the list shows', () => {
    const place = { ...NARROWED, ids: [FIRST, SECOND] }
    expect(articlesOf(initialForm(place, 'en'), place)).toEqual({
      query: '',
      filter: { ...NO_FILTER, ids: [FIRST, SECOND] },
    })
  })

  it('takes a period from the whole archive', () => {
    const form = { ...initialForm(NARROWED, 'en'), scope: 'period' as const, from: '2024', to: '2024' }
    expect(articlesOf(form, NARROWED)).toEqual({
      query: '',
      filter: { ...NO_FILTER, from: '2024-01-01', to: '2024-12-31' },
    })
  })
})

describe('recipes', () => {
  const place = { ...NARROWED, recipe: RECIPE }

  it('come back from the form as they were, in every language of the interface', () => {
    for (const language of LANGUAGES) {
      const form = formOfRecipe(initialForm(NARROWED, language), RECIPE, language)
      expect(orderOf(form, place)).toEqual(RECIPE)
      expect(differsFromRecipe(form, place, language)).toBe(false)
    }
  })

  it('stay the same with other days: that is the next edition', () => {
    const form = { ...formOfRecipe(initialForm(NARROWED, 'en'), RECIPE, 'en'), from: '2025-02', to: '2025-02' }
    expect(differsFromRecipe(form, place, 'en')).toBe(false)
    expect(orderOf(form, place)).toMatchObject({
      filter: { from: '2025-02-01', to: '2025-02-28', kinds: ['coverage'] },
    })
  })

  it('differ with another title, other articles, or without their days', () => {
    const form = formOfRecipe(initialForm(NARROWED, 'en'), RECIPE, 'en')
    for (const change of [{ title: 'Sea' }, { scope: 'shown' as const }, { to: '' }]) {
      expect(differsFromRecipe({ ...form, ...change }, place, 'en')).toBe(true)
    }
  })
})
