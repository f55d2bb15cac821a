import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTER, SORT_ORDERS } from '../../../core/model/article-filter.ts'
import { createArticleId } from '../../../core/model/article-id.ts'
import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import { ARTICLE_LANGUAGES } from '../../../core/model/language.ts'
import type { TagId } from '../../../core/model/tag.ts'
import { formatRoute, HOME, parseRoute, SCREENS, type Route } from '../../../renderer/route.ts'

const id = createArticleId(1_761_868_800_000, [0, 1, 2, 3, 4, 5, 6])
const dayArbitrary = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const tagArbitrary = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/).map((text) => text as TagId)
const outletArbitrary = fc.string({ minLength: 1 })
const routeArbitrary: fc.Arbitrary<Route> = fc.record({
  screen: fc.constantFrom(...SCREENS),
  query: fc.string(),
  sort: fc.constantFrom(...SORT_ORDERS),
  article: fc.constantFrom(null, id),
  options: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string()),
  filter: fc.record({
    from: fc.option(dayArbitrary),
    to: fc.option(dayArbitrary),
    languages: fc.subarray([...ARTICLE_LANGUAGES]),
    kinds: fc.subarray([...ARTICLE_KINDS]),
    outlets: fc.array(outletArbitrary, { maxLength: 3 }),
    tags: fc.array(tagArbitrary, { maxLength: 3 }),
    doubtful: fc.boolean(),
    ids: fc.constantFrom(null, [id]),
    undated: fc.boolean(),
  }),
})

describe('the address of a view', () => {
  test('is short where everything is as at the start', () => {
    expect(formatRoute(HOME)).toBe('#/library')
  })

  test('leads back to the same view', () => {
    fc.assert(
      fc.property(routeArbitrary, (route) => {
        const back = parseRoute(formatRoute(route))
        expect({ ...back, options: { ...back.options } }).toEqual({ ...route, options: { ...route.options } })
      }),
    )
  })

  test('survives nonsense without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(SCREENS).toContain(parseRoute(hash).screen)
      }),
    )
    expect(parseRoute('#/nowhere/xyz?from=2025-02-30&tag=UPPER&kind=none&sort=odd')).toEqual(HOME)
  })

  test('leaves a long list of ids out', () => {
    const ids = Array.from({ length: 201 }, () => id)
    expect(parseRoute(formatRoute({ ...HOME, filter: { ...NO_FILTER, ids } })).filter.ids).toBeNull()
  })
})
