import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../../../core/model/article-id.ts'
import type { Article } from '../../../../../core/model/article.ts'
import { createTranslator } from '../../../../../core/translate/create-translator.ts'
import {
  chosenFields,
  COMPARED_FIELDS,
  differingFields,
  fieldText,
} from '../../../../../renderer/features/archive-health/conflict-fields.ts'

const ours: Article = {
  // An id as the archive makes them.
  id: '00000000-0000-7000-8000-000000000001' as ArticleId,
  title: 'Көл жағасында жаңа обсерватория',
  subtitle: '',
  published: null,
  outlet: 'Көл жағасы',
  authors: ['А. Сейіт', 'Б. Омар'],
  kind: 'coverage',
  language: 'kk',
  url: '',
  tags: { initiative: [], partner: [], topic: [] },
  summary: '',
  notes: '',
  story: '',
  body: 'Обсерватория күзде ашылады.',
  attachments: [],
  imported: null,
  created: '2026-01-01T00:00:00.000Z',
  updated: '2026-01-01T00:00:00.000Z',
  version: 'a'.repeat(64),
}
const theirs: Article = { ...ours, outlet: 'Дала үні', body: 'Обсерватория көктемде ашылады.', version: 'b'.repeat(64) }

describe('the comparison of versions', () => {
  it('names the fields that differ, in reading order, and no others', () => {
    expect(differingFields([ours, theirs])).toEqual(['outlet', 'body'])
    expect(differingFields([ours, ours, { ...ours, authors: [] }])).toEqual(['authors'])
    expect(differingFields([])).toEqual([])
  })

  it('takes each field from the version chosen for it, and the first where nothing was chosen', () => {
    const chosen = chosenFields([ours, theirs], { body: 1 })
    expect(chosen).toMatchObject({ outlet: ours.outlet, body: theirs.body, title: ours.title })
    expect(chosen).not.toHaveProperty('version')
  })

  it('gives a whole version where all its fields are chosen', () => {
    const all = Object.fromEntries(COMPARED_FIELDS.map((field) => [field, 1]))
    const chosen = chosenFields([ours, theirs], all)
    for (const field of COMPARED_FIELDS) expect(chosen?.[field]).toEqual(theirs[field])
  })

  it('shows values as people write them', () => {
    const translate = createTranslator('ru')
    expect(fieldText(ours, 'authors', translate)).toBe('А. Сейіт, Б. Омар')
    expect(fieldText(ours, 'language', translate)).toBe('Казахский')
    expect(fieldText(ours, 'published', translate)).toBe('')
  })
})
