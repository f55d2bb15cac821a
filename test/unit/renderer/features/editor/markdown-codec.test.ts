import { getSchema } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { describe, expect, test } from 'vitest'
import { createMarkdownCodec } from '../../../../../renderer/features/editor/markdown-codec.ts'

const codec = createMarkdownCodec(getSchema([StarterKit.configure({ underline: false, strike: false })]))
const roundTrip = (markdown: string): string => codec.write(codec.read(markdown))

describe('the Markdown of the visual editor', () => {
  test.each([
    'One paragraph.\n\nAnother one.',
    '## A heading\n\nText with *emphasis* and **weight**.',
    '- one\n- two\n  - deeper\n- three',
    '1. first\n2. second',
    '7. seventh\n8. eighth',
    '> quoted\n>\n> in two paragraphs',
    'A [link](https://example.org/a_b) and <https://example.org>.',
    '`code` and a block:\n\n```js\nlet x = 1\n```',
    'A line\\\nand its next.',
    '***\n\nafter a rule',
    '2026\\. жылы ашылды',
    '\\# not a heading',
    '5 \\* 3 = 15, snake\\_case\\_name',
    'Қазақ әріптері: ә ғ қ ң ө ұ ү һ і',
    '',
  ])('keeps the structure of %j, and is stable afterwards', (markdown) => {
    expect(codec.keeps(markdown)).toBe(true)
    const once = roundTrip(markdown)
    expect(roundTrip(once)).toBe(once)
  })

  test.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['an image', 'Text ![a photo](photo.jpg) more'],
    ['struck text', 'this is ~~gone~~'],
  ])('does not claim to keep %s', (_, markdown) => {
    expect(codec.keeps(markdown)).toBe(false)
  })

  test('reads HTML as text', () => {
    expect(codec.read('<b>bold?</b>').textContent).toBe('<b>bold?</b>')
  })
})
