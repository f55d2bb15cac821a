import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleTree } from '../../../../core/documents/article-tree.ts'

const text = (words: string) => ({ kind: 'text', text: words })

test('paragraphs, headings and runs of text become data', () => {
  expect(articleTree('# Head\n\nOne *two* **three** ~~four~~ `five`')).toEqual([
    { kind: 'heading', level: 1, content: [text('Head')] },
    {
      kind: 'paragraph',
      content: [
        text('One '),
        { kind: 'emphasis', content: [text('two')] },
        text(' '),
        { kind: 'strong', content: [text('three')] },
        text(' '),
        { kind: 'deleted', content: [text('four')] },
        text(' '),
        { kind: 'code', text: 'five' },
      ],
    },
  ])
})

test('a table keeps its alignment, and short rows are filled up', () => {
  const [table] = articleTree('| a | b |\n|---|--:|\n| 1 |\n')
  expect(table).toEqual({
    kind: 'table',
    columns: ['left', 'right'],
    rows: [
      [[text('a')], [text('b')]],
      [[text('1')], []],
    ],
  })
})

test('a list keeps its start and its nested lists', () => {
  const [list] = articleTree('3. one\n4. two\n   - inner\n')
  expect(list).toMatchObject({ kind: 'list', ordered: true, start: 3 })
  expect(JSON.stringify(list)).toContain('inner')
})

test('an image stands as a block of its own between the lines around it', () => {
  expect(articleTree('before ![the new building](photo.jpg) after').map((block) => block.kind)).toEqual([
    'paragraph',
    'image',
    'paragraph',
  ])
})

test('only links to the web and to mail addresses stay links', () => {
  const tree = JSON.stringify(
    articleTree('[a](https://a.example) [b](mailto:b@c.example) [c](javascript:alert(1)) [d](file:///etc)'),
  )
  expect(tree.match(/"kind":"link"/g)).toHaveLength(2)
  expect(tree).not.toContain('javascript')
  expect(tree).not.toContain('file:')
})

test('HTML, footnotes and references become plain text', () => {
  const tree = JSON.stringify(
    articleTree('<div>kept</div>\n\nword[^1] [x][y]\n\n[^1]: the note\n\n[y]: https://y.example\n'),
  )
  expect(tree).toContain('<div>kept</div>')
  expect(tree).toContain('the note')
})

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (body) => {
      expect(Array.isArray(articleTree(body))).toBe(true)
    }),
  )
})
