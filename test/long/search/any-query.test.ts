import { describe, it } from 'vitest'
import { expectAnswers } from '../../support/any-query.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

describe('a query of any text', () => {
  it('is answered without a failure for 10,000 random strings, extremes and pasted articles', async () => {
    expectAnswers(await makeTempDir(), 10_000, 6)
  })
})
