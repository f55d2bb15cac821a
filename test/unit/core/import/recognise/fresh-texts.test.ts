import { describe, expect, it } from 'vitest'
import { readArticles } from '../../../../../core/import/read-articles.ts'
import { FRESH_TEXTS, type FreshText } from '../../../../support/fresh-texts.ts'
import { SECOND_FRESH_TEXTS } from '../../../../support/second-fresh-texts.ts'
import { THIRD_FRESH_TEXTS } from '../../../../support/third-fresh-texts.ts'

interface Reading {
  readonly language: string
  readonly published: string | null
  readonly title: string | null
}

/** What is found; a day or a headline that is in doubt and that the text does not state counts as none. */
async function readingOf({ fileName = 'text.txt', source, published, title }: FreshText): Promise<Reading> {
  const { articles } = await readArticles({
    request: { name: fileName, bytes: new TextEncoder().encode(source), charset: null },
    options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
  })
  const { fields, doubts } = articles[0]!.recognised
  return {
    language: fields.language,
    published: published === null && doubts.includes('published') ? null : fields.published,
    title: title === null && doubts.includes('title') ? null : fields.title,
  }
}

describe('recognition of texts written out whole', () => {
  it.each([...FRESH_TEXTS, ...SECOND_FRESH_TEXTS, ...THIRD_FRESH_TEXTS].map((text) => [text.name, text] as const))(
    '%s',
    async (_, text) => {
      const { language, published, title } = text
      expect(await readingOf(text)).toEqual({ language, published, title })
    },
  )
})
