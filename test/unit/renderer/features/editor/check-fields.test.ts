import { safeParse, strictObject } from 'valibot'
import { articleFields } from '../../../../../core/contract/schemas.ts'
import { describe, expect, test } from 'vitest'
import type { ArticleFields } from '../../../../../core/model/article.ts'
import type { PartialDay } from '../../../../../core/model/calendar-day.ts'
import { LANGUAGES } from '../../../../../core/model/language.ts'
import { NO_TAGS } from '../../../../../core/model/tag.ts'
import { fieldsOf, formValuesOf, sendable, wrongFields } from '../../../../../renderer/features/editor/check-fields.ts'

const fields: ArticleFields = {
  title: 'Title',
  subtitle: '',
  published: '2025-10-31' as PartialDay,
  outlet: 'Tribune',
  authors: ['Aigul Seitova', 'B. Omarov'],
  kind: 'coverage',
  language: 'en',
  url: 'https://example.org/a',
  tags: NO_TAGS,
  summary: '',
  notes: '',
  story: '',
  body: 'Text',
}

describe('the form of an article', () => {
  test.each(LANGUAGES)('gives back what it was filled with in %s', (language) => {
    expect(fieldsOf(formValuesOf(fields, language))).toEqual(fields)
    expect(wrongFields(formValuesOf(fields, language))).toEqual([])
  })

  test('keeps a date that is known by month only', () => {
    const monthly = { ...fields, published: '2025-10' as PartialDay }
    expect(fieldsOf(formValuesOf(monthly, 'ru')).published).toBe('2025-10')
  })

  test('names the fields that cannot be saved, in the order of the form', () => {
    const values = { ...formValuesOf(fields, 'en'), title: '  ', published: '31.02.2025', url: 'javascript:alert(1)' }
    expect(wrongFields(values)).toEqual(['title', 'published', 'url'])
  })

  test('lets everything but the title be empty', () => {
    expect(
      wrongFields({ ...formValuesOf(fields, 'en'), published: '', outlet: '', url: '', authors: '', body: '' }),
    ).toEqual([])
  })

  test('takes commas and semicolons between authors', () => {
    expect(fieldsOf({ ...formValuesOf(fields, 'en'), authors: ' A; B,, C ' }).authors).toEqual(['A', 'B', 'C'])
  })
})

test('what is sent holds every field that the contract asks for, and no other', () => {
  expect(safeParse(strictObject(articleFields.entries), sendable(fields))).toMatchObject({ success: true })
})
