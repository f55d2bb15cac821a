import { describe, expect, it } from 'vitest'
import { readArticles } from '../../../../../core/import/read-articles.ts'
import { shapedTexts } from '../../../../support/press-shapes.ts'

const SHAPES = shapedTexts()

describe('recognition over the shapes of press texts', () => {
  it('finds language, date and headline, and never a wrong date without a doubt', async () => {
    const wrong = { language: [] as string[], date: [] as string[], title: [] as string[], silent: [] as string[] }
    for (const { name, fileName, source, language, published, title } of SHAPES) {
      const request = { name: fileName, bytes: new TextEncoder().encode(source), charset: null }
      const { articles } = await readArticles({
        request,
        options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
      })
      const { fields, doubts } = articles[0]!.recognised
      if (fields.language !== language) wrong.language.push(`${name} -> ${fields.language}`)
      if (fields.published !== published) wrong.date.push(`${name} -> ${String(fields.published)}`)
      if (fields.published !== published && !doubts.includes('published')) wrong.silent.push(name)
      if (fields.title !== title) wrong.title.push(`${name} -> ${fields.title}`)
    }
    expect(SHAPES).toHaveLength(150)
    expect(wrong.silent).toEqual([])
    expect(wrong.language.length, wrong.language.join('\n')).toBeLessThanOrEqual(SHAPES.length * 0.01)
    expect(wrong.date.length, wrong.date.join('\n')).toBeLessThanOrEqual(SHAPES.length * 0.05)
    expect(wrong.title.length, wrong.title.join('\n')).toBeLessThanOrEqual(SHAPES.length * 0.05)
  })
})
