import { describe, it } from 'vitest'
import { expectSameAnswers } from '../../support/damage-index.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

describe('a damaged index', () => {
  it('gives the same results after each of 2,000 ways to damage it', async () => {
    await expectSameAnswers(await makeTempDir(), 2_000, 4_711)
  })
})
