import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../../core/model/language.ts'
import { readArticles } from '../../../../../core/import/read-articles.ts'
import type { RecognisedArticle } from '../../../../../core/import/recognise/recognise-article.ts'
import { DATED_HEADS, HEAD_TEXTS, HEAD_TITLES, UNDATED_HEADS } from '../../../../support/unseen-heads.ts'
import { unseenTexts } from '../../../../support/unseen-shapes.ts'

async function recognise(name: string, source: string): Promise<RecognisedArticle> {
  const { articles } = await readArticles({
    request: { name, bytes: new TextEncoder().encode(source), charset: null },
    options: { today: '2026-11-02', kind: 'coverage', outlet: '' },
  })
  return articles[0]!.recognised
}

function headed(language: Language, head: string): Promise<RecognisedArticle> {
  return recognise('text.txt', head.replaceAll('{T}', HEAD_TITLES[language]).replace('{B}', HEAD_TEXTS[language]))
}

describe('recognition over a second corpus of shapes', () => {
  it('finds language, date and headline, and never a wrong date without a doubt', async () => {
    const texts = unseenTexts()
    const dated = texts.filter(({ published, mayDiffer }) => published !== null && !mayDiffer).length
    const wrong = { language: [] as string[], date: [] as string[], title: [] as string[], silent: [] as string[] }
    for (const { name, fileName, source, language, published, mayDiffer, title } of texts) {
      const { fields, doubts } = await recognise(fileName, source)
      const rightDay = fields.published === published
      if (fields.language !== language) wrong.language.push(`${name} -> ${fields.language}`)
      if (published !== null && !mayDiffer && !rightDay) wrong.date.push(`${name} -> ${String(fields.published)}`)
      if (!rightDay && !doubts.includes('published')) wrong.silent.push(`${name} -> ${String(fields.published)}`)
      if (fields.title !== title) wrong.title.push(`${name} -> ${fields.title}`)
    }
    const share = (bad: number, all: number): string => `${((1 - bad / all) * 100).toFixed(1)}% of ${all}`
    process.stdout.write(
      `recognition: language ${share(wrong.language.length, texts.length)}, date ${share(wrong.date.length, dated)}, headline ${share(wrong.title.length, texts.length)}, wrong dates without a doubt ${wrong.silent.length}\n`,
    )
    expect(texts.length).toBeGreaterThanOrEqual(150)
    expect(wrong.silent).toEqual([])
    expect(wrong.language.length, wrong.language.join('\n')).toBeLessThanOrEqual(texts.length * 0.01)
    expect(wrong.date.length, wrong.date.join('\n')).toBeLessThanOrEqual(dated * 0.05)
    expect(wrong.title.length, wrong.title.join('\n')).toBeLessThanOrEqual(texts.length * 0.05)
  })

  it.each(DATED_HEADS)('%s: %j states its day and its headline', async (language, head) => {
    const { fields } = await headed(language, head)
    expect(fields.published).toBe('2025-03-12')
    if (head.includes('{T}')) expect(fields.title).toBe(HEAD_TITLES[language])
  })

  it.each(UNDATED_HEADS)('%s: %j leaves the day in doubt', async (language, head) => {
    const { fields, doubts } = await headed(language, head)
    expect(doubts).toContain('published')
    expect(fields.title).toBe(HEAD_TITLES[language])
  })
})
