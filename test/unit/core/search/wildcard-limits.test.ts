import { expect, it } from 'vitest'
import { parseQuery } from '../../../../core/search/query/parse-query.ts'
import { TextEngine } from '../../../../core/search/text-engine.ts'
import { inputOf } from '../../../support/index-host.ts'

const engine = new TextEngine()
engine.upsert([{ ...inputOf(0), title: 'Universities of Almaty', body: 'A forum on water and bread.' }])

function search(text: string) {
  return engine.search({ query: parseQuery(text, 'all'), typing: false, aliases: [] })
}

it('reads eight wildcards of a query and leaves the rest out with a notice, instead of finding nothing', () => {
  expect([...search('un* '.repeat(8)).exact.rows]).toEqual([0])
  expect(search('un* '.repeat(8)).notices).toEqual([])
  const many = search('un* '.repeat(12))
  expect([...many.exact.rows]).toEqual([0])
  expect(many.notices).toContainEqual({ code: 'wildcard-refused', details: ['un*'] })
})

it('reads three wildcards in front, for each goes through all words', () => {
  const many = search('*read *ater *orum *zzzz')
  expect([...many.exact.rows]).toEqual([0])
  expect(many.notices).toContainEqual({ code: 'wildcard-refused', details: ['*zzzz'] })
})
