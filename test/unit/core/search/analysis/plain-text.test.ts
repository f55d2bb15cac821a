import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../../../core/search/analysis/plain-text.ts'

describe('the text of a Markdown document', () => {
  it.each([
    ['# Heading\n\nA **bold** and _quiet_ word', 'Heading\n\nA bold and quiet word'],
    ['See [the site](https://example.org/a_(b)) and ![a photo](p.jpg "t")', 'See the site and a photo'],
    ['[![logo](l.png)](https://example.org) text', 'logo text'],
    ['[ref][1]\n\n[1]: https://example.org "title"', 'ref'],
    ['- one\n- [x] two\n3. three\n> quoted\n> > twice', 'one\ntwo\nthree\nquoted\ntwice'],
    ['| a | b |\n|---|:-:|\n| c | d |', 'a   b'],
    ['file_name and snake_case_word', 'file_name and snake_case_word'],
    ['2 \\* 3 \\_ 4 \\# 5', '2 * 3 _ 4 # 5'],
    ['a <b>tag</b>, <https://example.org/x>', 'a  tag , https://example.org/x'],
    ['A &amp; B &laquo;C&raquo; &#1178;', 'A & B «C» Қ'],
    ['```js\nlet a = 1\n```\nafter', 'let a = 1\n\nafter'],
    ['a\n\n***\n\nb', 'a\n\n\n\nb'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
  ])('of %j begins as a reader sees it', (markdown, expected) => {
    expect(plainText(markdown).startsWith(expected)).toBe(true)
  })

  it('is the text itself where there are no marks', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[а-яәіқa-z]{1,12}$/), { maxLength: 40 }), (words) => {
        expect(plainText(words.join(' '))).toBe(words.join(' '))
      }),
    )
  })

  it('keeps every word of a document, whatever marks stand around them', () => {
    const marks = fc.constantFrom('**', '_', '> ', '\n# ', '\n- ', ' ', ' ', '\n\n', ' \\* ', ' & ', ' ~~')
    const words = fc.stringMatching(/^[а-яәіқ]{2,12}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(words, marks), { maxLength: 40 }), (pieces) => {
        const text = plainText(pieces.map(([word, mark]) => `${word} ${mark}`).join(''))
        for (const [word] of pieces) expect(text).toContain(word)
      }),
    )
  })

  it('survives any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => typeof plainText(text) === 'string'))
  })
})
