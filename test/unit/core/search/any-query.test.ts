import { describe, expect, it } from 'vitest'
import { expectAnswers } from '../../../support/any-query.ts'
import { inputOf, openTestHost } from '../../../support/index-host.ts'
import { makeTempDir } from '../../../support/temp-dir.ts'

describe('a query of any text', () => {
  it('is answered without a failure for 1,500 random strings, extremes and pasted articles', async () => {
    expectAnswers(await makeTempDir(), 1_500, 5)
  })

  it('says what it left out of a pasted text', async () => {
    const index = openTestHost(await makeTempDir(), new Map([[0, inputOf(0)]]))
    index.repair()
    const codes = index.query('слово '.repeat(4_000), 'all').notices.map((notice) => notice.code)
    expect(codes).toContain('unknown-words')
    expect(codes).toContain('truncated')
    index.close()
  })
})
