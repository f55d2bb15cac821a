import { expect, test } from 'vitest'
import { readRegistry } from '../../../../core/tags/read-registry.ts'

const CARDIFF = `tags:
  - id: cardiff-university
    kind: partner
    names:
      en: Cardiff University
      ru: Кардиффский университет
    aliases: [Cardiff, "Кардифф университеті"]
    color: '#2F6DB5'
    from: 2019
    to: 2026-10
    country: gb
    web: https://example.org
    note: Since the first visit
`

test('an entry is read with all its fields', () => {
  const registry = readRegistry(CARDIFF)
  expect(registry.problems).toEqual([])
  expect(registry.entries[0]).toMatchObject({
    line: 2,
    tag: {
      id: 'cardiff-university',
      kind: 'partner',
      names: { en: 'Cardiff University', ru: 'Кардиффский университет' },
      aliases: ['Cardiff', 'Кардифф университеті'],
      color: '#2f6db5',
      from: '2019',
      to: '2026-10',
      country: 'GB',
      web: 'https://example.org',
      note: 'Since the first visit',
    },
  })
})

test('names without quotes that look like other types of YAML stay text', () => {
  const { entries } = readRegistry('tags:\n  - {id: no, kind: topic, names: {en: No, ru: 2025}}\n')
  expect(entries[0]?.tag.names).toEqual({ en: 'No', ru: '2025' })
})

test('one name alone is taken for the language of its letters', () => {
  const text = ['Alpha', 'Наука', 'Ғылым'].map((name, n) => `- {id: t${n}, kind: topic, names: ${name}}`).join('\n')
  expect(readRegistry(`tags:\n${text}\n`).entries.map(({ tag }) => tag.names)).toEqual([
    { en: 'Alpha' },
    { ru: 'Наука' },
    { kk: 'Ғылым' },
  ])
})

test('an empty file, an empty list and a file of comments have no tags and no problems', () => {
  for (const text of ['', '\n', '# only words\n', 'tags:\n', 'tags: []\n', 'other: 1\n']) {
    expect(readRegistry(text)).toMatchObject({ entries: [], problems: [], damaged: false })
  }
})

test('entries that cannot be taken in are named with their line, and the others stay', () => {
  const text = `tags:
  - id: Bad Id
    kind: topic
    names: {en: A}
  - id: good
    kind: topic
    names: {en: Good}
    color: red
  - id: no-kind
    names: {en: B}
  - id: good
    kind: topic
    names: {en: Again}
  - just text
  - id: child
    kind: topic
    names: {en: Child}
    parent: nobody
    from: 2025-02-30
`
  const { entries, problems, damaged } = readRegistry(text)
  expect(damaged).toBe(false)
  expect(entries.map(({ tag }) => tag.id)).toEqual(['good', 'child'])
  expect(entries[0]?.tag.color).toMatch(/^#[0-9a-f]{6}$/)
  expect(entries[1]?.tag.parent).toBeUndefined()
  expect(problems.map(({ line, code }) => [line, code]).sort()).toEqual(
    [
      [2, 'bad-id'],
      [5, 'bad-color'],
      [9, 'bad-kind'],
      [11, 'duplicate-id'],
      [14, 'not-an-entry'],
      [15, 'bad-date'],
      [15, 'unknown-parent'],
    ].sort(),
  )
})

test('a file that is no YAML is damaged, with the line of the first fault', () => {
  expect(readRegistry('tags:\n  - id: a\n   kind: [b\n')).toMatchObject({ damaged: true, entries: [] })
  expect(readRegistry('tags:\n  - id: "a\n').problems[0]?.code).toBe('syntax')
  expect(readRegistry('- a\n- b\n').damaged).toBe(true)
  expect(readRegistry('tags: text\n').damaged).toBe(true)
})
