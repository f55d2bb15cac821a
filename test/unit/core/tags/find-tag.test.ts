import { expect, test } from 'vitest'
import type { Tag, TagId } from '../../../../core/model/tag.ts'
import { createTagFinder } from '../../../../core/tags/find-tag.ts'

const tags: readonly Tag[] = [
  {
    id: 'cardiff-university' as TagId,
    kind: 'partner',
    names: { en: 'Cardiff University', ru: 'Кардиффский университет', kk: 'Кардифф университеті' },
    aliases: [],
    color: '#111111',
  },
  {
    id: 'national-fund-for-children' as TagId,
    kind: 'initiative',
    names: { en: 'National Fund – for Children' },
    aliases: ['Keleshek'],
    color: '#222222',
  },
  { id: 'kelesh' as TagId, kind: 'topic', names: { kk: 'Келешек' }, aliases: [], color: '#333333' },
]
const finder = createTagFinder(tags)
const idOf = (name: string, kind: Tag['kind'] | null = null): string | undefined => finder.find(kind, name)?.id

test('a tag is found by its names in every language, whatever the case and punctuation', () => {
  expect(idOf('cardiff university')).toBe('cardiff-university')
  expect(idOf('  КАРДИФФ   УНИВЕРСИТЕТІ ')).toBe('cardiff-university')
  expect(idOf('«National Fund - for Children»')).toBe('national-fund-for-children')
  expect(idOf('cardiff-university')).toBe('cardiff-university')
})

test('a tag is found by a transliterated name', () => {
  expect(idOf('Kardiff universiteti')).toBe('cardiff-university')
  expect(idOf('Kardiffskiy universitet')).toBe('cardiff-university')
})

test('the kind decides between equal names, and the same spelling wins over the same sound', () => {
  expect(idOf('Келешек')).toBe('kelesh')
  expect(idOf('Keleshek')).toBe('national-fund-for-children')
  expect(idOf('Келешек', 'initiative')).toBe('national-fund-for-children')
  expect(idOf('Keleshek', 'topic')).toBe('kelesh')
})

test('a name that nothing has is not found', () => {
  expect(idOf('Cardiff')).toBeUndefined()
  expect(idOf('Cardiff University', 'topic')).toBeUndefined()
  expect(idOf(' – ')).toBeUndefined()
})
