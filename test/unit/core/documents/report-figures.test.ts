import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFigures, type Figure } from '../../../../core/documents/coverage-report.ts'
import { outletsToLeaveOut } from '../../../../core/documents/outlet-search.ts'
import { NO_FILTER } from '../../../../core/model/article-filter.ts'
import type { ArticleSummary } from '../../../../core/model/article.ts'
import type { PartialDay } from '../../../../core/model/calendar-day.ts'
import { NO_TAGS } from '../../../../core/model/tag.ts'
import { createTranslator } from '../../../../core/translate/create-translator.ts'
import { makeArticle, makeTag } from '../../../support/make-article.ts'

const TAGS = ['a', 'b', 'c'].map((id) => makeTag(id, 'partner', { en: id }))
const PERIOD = { from: '2025-01-15', to: '2025-12-31' }

function summaries(year: number): fc.Arbitrary<readonly ArticleSummary[]> {
  const published = fc
    .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.constantFrom(4, 7, 10))
    .map(([month, day, length]) =>
      `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`.slice(0, length),
    )
  const article = fc.record({
    // Built as a day, a month or a year.
    published: published.map((day) => day as PartialDay),
    outlet: fc.constantFrom('', 'Dala Times', 'Dala Times Weekly', 'Көл жағасы'),
    kind: fc.constantFrom('own', 'coverage'),
    language: fc.constantFrom('en', 'ru', 'kk', 'other'),
    tags: fc.subarray(TAGS.map((tag) => tag.id)).map((partner) => ({ ...NO_TAGS, partner })),
  })
  return fc.array(article, { maxLength: 40 }).map((list) =>
    list.map((fields) => {
      const { attachments, imported: _imported, ...summary } = makeArticle(fields)
      return { ...summary, attachmentCount: attachments.length, doubts: [] }
    }),
  )
}

const sum = (figures: readonly Figure[], key: 'value' | 'before'): number =>
  figures.reduce((all, figure) => all + figure[key], 0)

test('the figures of months, kinds, languages and outlets add up to the total, whatever the articles are', () => {
  const translate = createTranslator('en')
  const tools = {
    translate,
    fitter: { fit: (text: string) => text, missing: [] },
    tagOf: (id: string) => TAGS.find((tag) => tag.id === id),
  }
  const order = {
    kind: 'report',
    query: '',
    filter: NO_FILTER,
    language: 'en',
    standard: 'plain',
    paper: 'a4',
    template: '',
    title: '',
  } as const
  fc.assert(
    fc.property(summaries(2025), summaries(2024), (now, before) => {
      const scope = { ids: [], now, before, period: PERIOD, periodBefore: PERIOD }
      const { keyFigures, months, monthsRemark, breakdowns } = countFigures(order, scope, tools)
      const [total, own, coverage] = keyFigures
      expect([total?.value, total?.before]).toEqual([now.length, before.length])
      expect((own?.value ?? 0) + (coverage?.value ?? 0)).toBe(now.length)
      expect(months.reduce((all, month) => all + month.own + month.coverage, 0)).toBe(now.length)
      expect(monthsRemark === '').toBe(now.every((article) => article.published?.length !== 4))
      for (const { title, figures, remark } of breakdowns) {
        if (title === 'By language' || title === 'By outlet') {
          expect(sum(figures, 'value'), title).toBe(now.length)
          expect(sum(figures, 'before'), title).toBe(before.length)
        } else {
          expect(remark).toContain('several tags')
          expect(sum(figures, 'value')).toBe(now.reduce((all, article) => all + article.tags.partner.length, 0))
        }
        for (const figure of figures) expect(figure.search).toContain(`from:${PERIOD.from} to:${PERIOD.to}`)
      }
    }),
    { numRuns: 150 },
  )
})

test('the search for an outlet leaves out those whose names begin or end with its own', () => {
  const all = ['Dala Times', 'Dala Times Weekly', 'The Dala Times', 'Times', 'Dala', 'Weekly', '']
  expect(outletsToLeaveOut('Dala Times', all)).toEqual(['Dala Times Weekly', 'The Dala Times'])
  expect(outletsToLeaveOut('Weekly', all)).toEqual(['Dala Times Weekly'])
  expect(outletsToLeaveOut('', ['', 'Dala'])).toEqual(['Dala'])
  expect(outletsToLeaveOut('', ['', ...Array.from({ length: 41 }, (_, at) => `Outlet ${String(at)}`)])).toBeNull()
})
