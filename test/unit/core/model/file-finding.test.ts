import { expect, it } from 'vitest'
import { parseArticleFile } from '../../../../core/archive/article-file.ts'
import { AppError } from '../../../../core/contract/app-error.ts'
import { FILE_FINDINGS, findingOf } from '../../../../core/model/file-finding.ts'

/** Why an article file cannot be read. */
function reasonOf(text: string | Uint8Array): string {
  try {
    parseArticleFile(typeof text === 'string' ? Buffer.from(text) : text, 'file.md')
  } catch (error) {
    if (error instanceof AppError) return String(error.details.reason)
    throw error
  }
  throw new Error('It can be read.')
}

it('knows every reason for which an article file cannot be read', () => {
  const files: readonly (readonly [string | Uint8Array, string])[] = [
    [new Uint8Array(10), 'only-zeros'],
    [Uint8Array.of(0xff, 0xfe, 0x41), 'not-utf8'],
    ['no head', 'no-opening'],
    ['---\nid: x\n', 'no-closing'],
    ['---\ntitle: no id\n---\n', 'no-id'],
    [`---\nid: ${'x'.repeat(70_000)}\n---\n`, 'too-long'],
    ['---\n__proto__: x\n---\n', 'key-refused'],
    ['---\na: &x 1\nb: *x\n---\n', 'refers-to-itself'],
    ['---\n- a\n- b\n---\n', 'no-keys'],
    ['---\na: "open\n---\n', 'not-yaml'],
    [`---\na: ${'['.repeat(30)}${']'.repeat(30)}\n---\n`, 'too-deep'],
  ]
  for (const [text, code] of files)
    expect([reasonOf(text), findingOf(reasonOf(text))?.code]).toEqual([reasonOf(text), code])
})

it('reads every sentence of its table back with what it names, and no other', () => {
  for (const [code, sentence] of Object.entries(FILE_FINDINGS)) {
    const said = sentence.replace('{{value}}', 'some (file).md').replace('{{other}}', 'EIO')
    expect(findingOf(said)).toMatchObject({ code, ...(sentence.includes('{{value}}') && { value: 'some (file).md' }) })
  }
  expect(findingOf('Something else.')).toBeNull()
})
