import { describe, it } from 'vitest'
import { expectParity, expectParityOverTime } from '../../support/lunr-parity.ts'
import { makeTempDir } from '../../support/temp-dir.ts'

describe('the engine beside a stock lunr.Index with the same analysis', () => {
  it('finds the same articles with the same scores for 2,200 queries of all kinds', async () => {
    await expectParity(await makeTempDir(), 500, 2_200, 12)
  })

  it('still does after 1,500 additions, edits, removals and merges', async () => {
    await expectParityOverTime(await makeTempDir(), 1_500, 440, 29)
  })
})
