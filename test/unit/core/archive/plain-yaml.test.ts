import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { formatArticleFile } from '../../../../core/archive/article-file.ts'
import { readPlainYaml } from '../../../../core/archive/plain-yaml.ts'
import { writeYaml } from '../../../../core/archive/yaml-text.ts'
import { arbitraryArticle } from '../../../support/arbitrary-article.ts'

const asParser = (block: string): unknown => parseDocument(block, { schema: 'failsafe' }).toJS()
const asRead = (block: string): unknown => {
  const entries = readPlainYaml(block)
  return entries && JSON.parse(JSON.stringify(Object.fromEntries(entries.map(({ key, value }) => [key, value]))))
}
const blockOf = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString()
  return text.slice(4, text.indexOf('\n---\n') + 1)
}

describe('readPlainYaml', () => {
  it('reads what the program writes as the YAML parser does', () => {
    let read = 0
    fc.assert(
      fc.property(arbitraryArticle, ({ head }) => {
        const block = blockOf(formatArticleFile(head, '', null))
        const values = asRead(block)
        if (values === null) return
        read += 1
        expect(values).toEqual(asParser(block))
      }),
      { numRuns: 500 },
    )
    expect(read).toBeGreaterThan(50)
  })

  it('reads any text that it accepts behind a key as the YAML parser does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZ09я: -"\'\\[],{}&*!|>%@`~#\t/'.split('')), maxLength: 12 }),
        (text) => {
          const block = `title: ${text}\nkind: own\n`
          const values = asRead(block)
          if (values !== null) expect(values).toEqual(asParser(block))
        },
      ),
      // A tab between quotes, once taken for an escape of JSON; a dash in a list, once taken for a word.
      { numRuns: 5_000, examples: [['"\t"'], ['[-]'], ['[a, -]'], ['["a", -]'], ['[-a]'], ['[--]']] },
    )
  })

  it('reads every text that is quoted or laid out by the writer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const block = `a:${writeYaml(text.toWellFormed(), '')}\n`
        expect(parseDocument(block, { schema: 'failsafe' }).toJS()).toEqual({ a: text.toWellFormed() })
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves everything unusual to the parser', () => {
    for (const block of [
      'a: &x 1\n',
      'a: 1 # c\n',
      'a: {b: c}\n',
      'A: b\n',
      'a: b\n\n',
      'a:\n- b\n',
      'a: |\n  b\n',
      'a: b\na: c\n',
      "a: 'b'\n",
      'a:\n',
    ]) {
      expect(readPlainYaml(block), block).toBeNull()
    }
  })
})
