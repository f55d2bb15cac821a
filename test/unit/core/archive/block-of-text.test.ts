import { expect, it } from 'vitest'
import { formatArticleFile, parseArticleFile } from '../../../../core/archive/article-file.ts'

it('writes a text of several lines in the place of one that ended with a space', () => {
  const text = '---\nid: 1hntqz1w0000000b\nsubtitle: |+\n  first\n\n  last- \nauthors:\nlanguage: kk\n---\n\nБеті'
  const file = parseArticleFile(Buffer.from(text), 'by hand')
  const { body, version: _, ...head } = file.article
  const subtitle = 'Ұлы\n---\nдала'
  const saved = parseArticleFile(formatArticleFile({ ...head, subtitle }, body, file), 'saved')
  expect(saved.article.subtitle).toBe(subtitle)
  expect(saved.article.language).toBe('kk')
})
