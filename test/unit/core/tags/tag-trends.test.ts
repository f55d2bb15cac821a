import { expect, test } from 'vitest'
import { NO_TAGS, type TagId } from '../../../../core/model/tag.ts'
import { countTrends } from '../../../../core/tags/tag-trends.ts'
import { catalogOf, day, summaryOf } from '../../../support/catalog-of.ts'

const id = (text: string): TagId => text as TagId
const tagged = (number: number, published: string | null) =>
  summaryOf(number, {
    published: published === null ? null : day(published),
    tags: { ...NO_TAGS, topic: [id('energy')] },
  })

test('articles of a tag are counted in equal parts of the time that the archive covers', () => {
  const catalog = catalogOf([
    tagged(1, '2001-01-01'),
    tagged(2, '2001-01-02'),
    tagged(3, '2024-12-31'),
    tagged(4, null),
    summaryOf(5, { published: day('2012-06-01') }),
  ])
  const { span, counts } = countTrends(catalog, [id('energy'), id('unknown')])
  expect(span).toEqual({ from: '2001-01-01', to: '2024-12-31' })
  expect(counts[0]?.parts).toEqual([2, ...new Array<number>(22).fill(0), 1])
  expect(counts[1]?.parts.every((count) => count === 0)).toBe(true)
})

test('without dated articles there is no span', () => {
  expect(countTrends(catalogOf([tagged(1, null)]), [id('energy')]).span).toBeNull()
})
