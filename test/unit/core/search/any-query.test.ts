import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../core/search/query/parse-query.ts'
import { expectAnswers } from '../../../support/any-query.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

describe('a query of any text', () => {
  it('is answered without a failure for 1,500 random strings, extremes and pasted articles', async () => {
    expectAnswers(await makeTempDir(), 1_500, 5)
  })

  it('says what it left out of a pasted text', () => {
    const notices = parseQuery(`«слово ${'слово '.repeat(4_000)}`, 'all').notices.map((notice) => notice.code)
    expect(notices.sort()).toEqual(['query-repaired', 'truncated'])
  })
})
