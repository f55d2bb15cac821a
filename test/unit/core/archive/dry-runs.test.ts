import { expect, it } from 'vitest'
import { createDryRuns } from '../../../../core/archive/dry-runs.ts'
import type { ArticleId } from '../../../../core/model/article-id.ts'
import { summaryOf } from '../../../support/catalog-of.ts'

const idsOf = (count: number): readonly ArticleId[] =>
  Array.from({ length: count }, (_, number) => summaryOf(number).id)

it('lets acts on twenty articles pass and refuses one more without the token of a dry run', () => {
  const dryRuns = createDryRuns()
  expect(dryRuns.confirmedFor('trash', idsOf(20))).toBeNull()
  expect(() => dryRuns.require('trash', idsOf(20), undefined)).not.toThrow()
  // One article named twice is one.
  expect(() => dryRuns.require('trash', [...idsOf(20), ...idsOf(20)], undefined)).not.toThrow()
  expect(() => dryRuns.require('trash', idsOf(21), undefined)).toThrow(
    expect.objectContaining({ code: 'needs-confirmation', details: { articles: 21 } }),
  )
})

it('takes the token for the same act on the same articles in any order, and for nothing else', () => {
  const dryRuns = createDryRuns()
  const ids = idsOf(30)
  const token = dryRuns.confirmedFor('trash', ids) ?? ''
  expect(() => dryRuns.require('trash', ids.toReversed(), token)).not.toThrow()
  const refused: readonly (readonly [string, readonly ArticleId[], string])[] = [
    ['restore', ids, token],
    ['trash', ids.slice(1), token],
    ['trash', idsOf(31), token],
    ['trash', ids, `${token}0`],
    ['trash', ids, ''],
  ]
  for (const [act, some, confirmed] of refused)
    expect(() => dryRuns.require(act, some, confirmed), `${act} ${some.length} ${confirmed}`).toThrow('dry run')
  expect(() => createDryRuns().require('trash', ids, token)).toThrow('dry run')
})

it('shows the first two hundred articles and counts all', () => {
  const { total, articles, confirmed } = createDryRuns().show('trash', idsOf(250), (id) =>
    summaryOf(idsOf(250).indexOf(id), { title: `Title of ${id}` }),
  )
  expect([total, articles.length, typeof confirmed]).toEqual([250, 200, 'string'])
  expect(articles[0]?.title).toBe(`Title of ${idsOf(1)[0]!}`)
})
