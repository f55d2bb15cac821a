import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Tag, TagId } from '../../../../core/model/tag.ts'
import { EMPTY_REGISTRY, withTag } from '../../../../core/tags/edit-registry.ts'
import { parseRegistry, readRegistry } from '../../../../core/tags/read-registry.ts'
import { scanRegistry } from '../../../../core/tags/scan-registry.ts'

const outline = (text: string) =>
  [readRegistry(text), parseRegistry(text)].map(({ entries, problems, damaged }) => ({
    damaged,
    problems,
    entries: entries.map(({ tag, start, line }) => ({ tag, start, line })),
  }))

test('the sample registry is read in the quick way, with the same result as by the parser', async () => {
  const text = await readFile(new URL('../../../../resources/sample/tags.yaml', import.meta.url), 'utf8')
  expect(scanRegistry(text)).not.toBeNull()
  const [quick, parsed] = outline(text)
  expect(quick).toEqual(parsed)
})

test('what is not in the plain form is left to the parser', () => {
  const entry = 'tags:\n  - id: a\n    kind: topic\n'
  for (const rest of [
    '    names: {en: A}\n',
    '    names:\n      en: |\n        A\n',
    '    names:\n      en: A: b\n',
    '    names:\n      en: A # comment\n',
    '    names:\n      en: "\\u0041"\n',
    '    names:\n      en: A\n      en: B\n',
    '    names:\n      en: A\nother: 1\n',
    '    names:\n      en: A\n        continued\n',
    '    names:\n      en: &x A\n',
    '    names:\n      - A\n      en: B\n',
    '    names: A\n   - id: b\n',
  ]) {
    expect(scanRegistry(entry + rest), rest).toBeNull()
  }
  for (const text of ['', 'tags: []\n', '\tx', '- a\n', 'other: 1\ntags:\n', 'tags:\n'])
    expect(scanRegistry(text)).toBeNull()
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'a: b',
    '# x',
    '- y',
    'null',
    '2025',
    "it's",
    'say "hi"',
    'a #b',
    'c:d',
    '~',
    '{x}',
    'Жасыл: кампус',
    'é',
  ),
)
const name = text.map((given) => given.normalize('NFC').replace(/\s+/gu, ' ').trim()).filter((given) => given !== '')
const anyTag = fc.record({
  names: fc.record({ en: name, kk: name }, { requiredKeys: ['en'] }),
  aliases: fc.uniqueArray(name, { maxLength: 3 }),
  note: name,
})

test('whatever names are written, the quick way reads what the parser reads, also with line breaks of Windows', () => {
  fc.assert(
    fc.property(fc.array(anyTag, { maxLength: 5 }), fc.boolean(), (tags, windows) => {
      let written = EMPTY_REGISTRY
      for (const [number, fields] of tags.entries()) {
        const tag: Tag = { id: `tag-${number}` as TagId, kind: 'topic', color: '#2f6db5', ...fields }
        written = withTag(readRegistry(written), tag)
      }
      const [quick, parsed] = outline(windows ? written.replaceAll('\n', '\r\n') : written)
      expect(quick).toEqual(parsed)
    }),
    { numRuns: 300 },
  )
})

test('random lines of YAML never read differently in the quick way', () => {
  const line = fc.constantFrom(
    'tags:',
    '  - id: a',
    '  - id: b',
    '    kind: topic',
    '    names:',
    '      en: A',
    '      ru: "Б"',
    "      kk: 'Ә'",
    '    aliases:',
    '      - one',
    '      - "two"',
    '    color: "#111111"',
    '    from: 2024',
    '    parent: a',
    '    own: kept',
    '# comment',
    '',
    '    note: a, b',
    '   names: A',
    '  - just text',
    '    names: Alpha',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      const written = `tags:\n${lines.join('\n')}\n`
      const [quick, parsed] = outline(written)
      expect(quick).toEqual(parsed)
    }),
    { numRuns: 1_000 },
  )
})
