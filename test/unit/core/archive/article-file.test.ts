import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatArticleFile, parseArticleFile, type ArticleFile } from '../../../../core/archive/article-file.ts'
import type { ArticleHead } from '../../../../core/archive/article-values.ts'
import { createArticleId } from '../../../../core/model/article-id.ts'
import type { TagId } from '../../../../core/model/tag.ts'
import { day } from '../../../support/catalog-of.ts'
import { arbitraryArticle } from '../../../support/arbitrary-article.ts'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/archives/by-hand/articles')

async function fixture(name: string): Promise<{ bytes: Buffer; file: ArticleFile }> {
  const bytes = await readFile(join(FIXTURES, name))
  return { bytes, file: parseArticleFile(bytes, name) }
}

function rewrite(file: ArticleFile, change: Partial<ArticleHead> & { readonly body?: string }): string {
  const { body, version: _version, ...head } = { ...file.article, ...change }
  return Buffer.from(formatArticleFile(head, body, file)).toString('utf8')
}

const reasonOf = (text: string | Uint8Array): string => {
  try {
    parseArticleFile(Buffer.from(text), 'x.md')
    return 'readable'
  } catch (error) {
    return error instanceof Error ? error.message : 'no error'
  }
}

describe('an article file', () => {
  it('takes any change of any generated article, in any order, and keeps what did not change', () => {
    fc.assert(
      fc.property(arbitraryArticle, arbitraryArticle, (first, second) => {
        const file = parseArticleFile(formatArticleFile(first.head, first.body, null), 'x')
        const bytes = formatArticleFile({ ...second.head, id: first.head.id }, second.body, file)
        const { body, version: _version, ...head } = parseArticleFile(bytes, 'x').article
        expect({ head, body }).toEqual({ head: { ...second.head, id: first.head.id }, body: second.body })
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps a file written by hand byte for byte where nothing changes', async () => {
    for (const name of ['harvest.md', 'wrong-day.md', '2024/2024-02-12-orman-pitomnigi-ashyldy-1hntqz0w.md']) {
      const { bytes, file } = await fixture(name)
      expect(rewrite(file, {}), name).toBe(bytes.toString('utf8'))
    }
  })

  it('changes one key of a file written by hand and nothing else', async () => {
    const { bytes, file } = await fixture('harvest.md')
    const before = bytes.toString('utf8')
    expect(rewrite(file, { published: day('2024-09-21') })).toBe(
      before.replace('published: 2024-09', 'published: "2024-09-21"'),
    )
    expect(rewrite(file, { body: `${file.article.body} At last.` })).toBe(`${before} At last.`)
    const titled = rewrite(file, { title: 'Harvest' })
    expect(titled).toContain('# a remark')
    expect(titled).toContain('mood: {calm: 1,   busy: 2} # unknown key, odd spacing')
  })

  it('keeps what it does not know inside a key that it changes', async () => {
    const { file } = await fixture('harvest.md')
    const tags = { ...file.article.tags, partner: ['hill-farm' as TagId] }
    const text = rewrite(file, { tags })
    expect(text).toContain('hill-farm')
    expect(text).toContain('Not A Tag Id')
    expect(text).toContain('region: north')
    expect(text).not.toContain('lakeside-farm')
    expect(text).toContain('# the desk still looks for the partner')
  })

  it('keeps comments of a key that is taken off', async () => {
    const { file } = await fixture('harvest.md')
    const text = rewrite(file, { published: null })
    expect(text).not.toContain('published')
    expect(text).toContain('# the desk still looks for the partner')
  })

  it('adds nothing to a block of text that stands before a key that is taken off', () => {
    const text =
      '---\nid: 1hntqz3w0000000d\noutlet: |+\n  Town news\nauthors: [A]\n\n# a remark\nlanguage: en\n---\n\nText'
    const file = parseArticleFile(Buffer.from(text), 'x')
    expect(rewrite(file, { authors: [] })).toBe(text.replace('authors: [A]\n\n', ''))
  })

  it('reads no value as anything but text', () => {
    const text = [
      'id: 1hntqz3w0000000d',
      'title: 012',
      'published: 2024-02-30',
      'outlet: null',
      'story: 12:30:45',
    ].join('\n')
    const { article } = parseArticleFile(Buffer.from(`---\n${text}\n---\n`), 'x')
    expect(article).toMatchObject({ title: '012', published: null, outlet: 'null', story: '12:30:45' })
  })

  it('names the reason why a file is no article', () => {
    const id = 'id: 1hntqz3w0000000d'
    expect(reasonOf('Just text')).toContain('does not begin')
    expect(reasonOf(`---\n${id}\ntext`)).toContain('no closing line')
    expect(reasonOf(`---\n${id}\n${id}\n---\n`)).toContain('unique')
    expect(reasonOf('---\ntitle: x\n---\n')).toContain('no valid id')
    expect(reasonOf(`---\n${id}\n__proto__: {x: 1}\n---\n`)).toContain('refused')
    expect(reasonOf(`---\n${id}\na: &x 1\nb: *x\n---\n`)).toContain('another place')
    expect(reasonOf(`---\n${id}\na: ${'['.repeat(2_000)}\n---\n`)).toContain('too deeply')
    expect(reasonOf(`---\n${id}\n${'- '.repeat(9_000)}\n---\n`)).toContain('too deeply')
    expect(reasonOf(`---\n${id}\na: ${'x'.repeat(70_000)}\n---\n`)).toContain('64 kB')
    expect(reasonOf(Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]))).toContain('UTF-8')
    expect(reasonOf(new Uint8Array(5_000))).toContain('zeros')
  })

  it('does not let a key of the file reach the prototype of objects', () => {
    const text = '---\nid: 1hntqz3w0000000d\nmeta:\n  __proto__:\n    polluted: "yes"\n---\n'
    expect(reasonOf(text)).toContain('refused')
    expect('polluted' in {}).toBe(false)
  })

  it('quotes what another YAML reader would take for a number, a date or a truth', () => {
    const head: ArticleHead = {
      ...parseArticleFile(Buffer.from('---\nid: 1hntqz3w0000000d\n---\n'), 'x').article,
      id: createArticleId(1_700_000_000_000, [1, 2, 3, 4, 5, 6, 7]),
      title: '2025',
      outlet: 'No',
      published: day('2025-01'),
    }
    const { body: _body, version: _version, ...clean } = { body: '', version: '', ...head }
    const text = Buffer.from(formatArticleFile(clean, 'Body', null)).toString()
    for (const line of ['title: "2025"', 'outlet: "No"', 'published: "2025-01"']) expect(text).toContain(line)
  })
})
