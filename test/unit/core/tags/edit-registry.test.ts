import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tag, TagId } from '../../../../core/model/tag.ts'
import { EMPTY_REGISTRY, withoutTag, withTag } from '../../../../core/tags/edit-registry.ts'
import { readRegistry } from '../../../../core/tags/read-registry.ts'

const tag = (id: string, fields: Partial<Tag> = {}): Tag => ({
  id: id as TagId,
  kind: 'partner',
  names: { en: `Name of ${id}` },
  aliases: [],
  color: '#2f6db5',
  ...fields,
})

const BY_HAND = `# Our tags
tags:
    # the oldest partner
    - id: alpha   # never change
      kind: partner
      names: {en: Alpha}
      seal: blue wax # our own key

    - id: beta
      kind: topic
      names:
        en: Beta
      note: |
        two
        lines

# the end
other: kept
`

test('the first tag goes into a file with a head that explains it', () => {
  const text = withTag(readRegistry(EMPTY_REGISTRY), tag('alpha', { names: { en: 'Alpha', kk: 'Альфа' } }))
  expect(text).toBe(
    `${EMPTY_REGISTRY.replace('tags: []\n', '')}tags:
  - id: alpha
    kind: partner
    names:
      en: Alpha
      kk: Альфа
    color: "#2f6db5"
`,
  )
})

test('adding, changing and removing leaves every other byte of a file written by hand', () => {
  const added = withTag(readRegistry(BY_HAND), tag('gamma'))
  expect(added.replace(/ {4}- id: gamma\n(?: {6}.*\n)+/u, '')).toBe(BY_HAND)
  expect(readRegistry(added).entries.map((entry) => entry.tag.id)).toEqual(['alpha', 'beta', 'gamma'])

  const old = readRegistry(BY_HAND).entries[0]!.tag
  const changed = withTag(readRegistry(BY_HAND), { ...old, color: '#111111', names: { en: 'Alpha', ru: 'Альфа' } })
  expect(changed).toContain('- id: alpha   # never change'.replace('   #', ' #'))
  expect(changed).toContain('seal: blue wax # our own key')
  expect(changed).toContain('# the oldest partner')
  expect(changed.slice(changed.indexOf('    - id: beta'))).toBe(BY_HAND.slice(BY_HAND.indexOf('    - id: beta')))

  const removed = withoutTag(readRegistry(BY_HAND), 'beta' as TagId)
  expect(removed).toContain('# the end\nother: kept\n')
  expect(readRegistry(removed).entries.map((entry) => entry.tag.id)).toEqual(['alpha'])
})

test('line breaks of Windows stay', () => {
  const text = withTag(readRegistry(BY_HAND.replaceAll('\n', '\r\n')), tag('gamma'))
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  expect(readRegistry(text).entries).toHaveLength(3)
})

test('a list in brackets can be added to, changed and emptied', () => {
  const text = 'tags: [{id: a, kind: topic, names: {en: A}}, {id: b, kind: topic, names: {en: B}}]\n'
  const added = withTag(readRegistry(text), tag('c'))
  expect(readRegistry(added).entries.map((entry) => entry.tag.id)).toEqual(['a', 'b', 'c'])
  expect(readRegistry(withoutTag(readRegistry(text), 'a' as TagId)).entries.map((entry) => entry.tag.id)).toEqual(['b'])
  const renamed = withTag(readRegistry(text), tag('a', { names: { en: 'Anew' } }))
  expect(readRegistry(renamed).entries.map((entry) => entry.tag.names.en)).toEqual(['Anew', 'B'])
})

test('a tag can be added to a file that has other keys, only bad entries, or no line break at its end', () => {
  for (const text of [
    'other: 1',
    'other: 1\ntags:\n',
    'tags:\n  - id: Bad\n',
    'tags:\n- {id: a, kind: topic, names: A}',
  ]) {
    const before = readRegistry(text)
    const after = readRegistry(withTag(before, tag('new')))
    expect(after.damaged).toBe(false)
    expect(after.entries.map((entry) => entry.tag.id)).toEqual([...before.entries.map((entry) => entry.tag.id), 'new'])
    expect(after.problems).toHaveLength(before.problems.length)
  }
})

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
const name = word.filter((text) => text !== '' && !/[\p{C}\uFEFF]/u.test(text))
const anyTag = fc.record({
  number: fc.integer({ min: 0, max: 5 }),
  kind: fc.constantFrom('partner', 'initiative', 'topic'),
  names: fc.record({ en: name, ru: name, kk: name }, { requiredKeys: ['ru'] }),
  aliases: fc.uniqueArray(name, { maxLength: 3 }),
  note: name,
})

test('any sequence of changes reads back as a list that was changed the same way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ action: fc.constantFrom('put', 'put', 'remove'), fields: anyTag }), { maxLength: 12 }),
      fc.constantFrom(EMPTY_REGISTRY, BY_HAND, '', 'tags: []'),
      (steps, start) => {
        let text: string = start
        const model = new Map(readRegistry(start).entries.map((entry) => [entry.tag.id, entry.tag]))
        for (const { action, fields } of steps) {
          const { number, ...rest } = fields
          const changed = tag(`tag-${number}`, rest)
          if (action === 'put') {
            text = withTag(readRegistry(text), changed)
            model.set(changed.id, changed)
          } else {
            text = withoutTag(readRegistry(text), changed.id)
            model.delete(changed.id)
          }
        }
        const result = readRegistry(text)
        expect(result.problems).toEqual([])
        expect(result.entries.map((entry) => entry.tag)).toEqual([...model.values()])
      },
    ),
  )
})
